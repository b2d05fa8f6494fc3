using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Operations;

/// <summary>A topic for alarms, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="EmailAddresses">Who gets mail, sorted.</param>
internal sealed record AlarmTopicPlan(string Path, ImmutableArray<string> EmailAddresses)
{
    public const string TopicId = "AlarmTopic";

    private const string KeyId = "AlarmTopicKey";

    public static AlarmTopicPlan From(AlarmTopicProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(props.EmailAddresses));
        foreach (var address in props.EmailAddresses.Where(address => address.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] && !context.IsToken(address)))
        {
            problems.Add(DiagnosticCatalogue.AlarmAddress.At(where, $"'{address}' is no mail address", "give addresses such as team@example.com"));
        }

        foreach (var twice in props.EmailAddresses.GroupBy(address => address, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.AlarmAddress.At(where, $"'{twice.Key}' is there {twice.Count()} times", "name each address once"));
        }

        problems.ThrowIfAny();
        return new(context.Path, [.. props.EmailAddresses.Order(StringComparer.Ordinal)]);
    }

    public Blueprint ToBlueprint()
    {
        var tags = new ResourceTags(Path);
        var builder = new BlueprintBuilder()
            .Add(new(KeyId, "AWS::KMS::Key", Value.Map(
                ("Description", "Messages of alarms"),
                ("EnableKeyRotation", true),
                ("KeyPolicy", KeyPolicy()),
                ("Tags", tags.Of("alarms")))))
            .Add(TopicId, "AWS::SNS::Topic", ("KmsMasterKeyId", Value.Ref(KeyId)), ("Tags", tags.Of("alarms")))
            .Add($"{TopicId}Policy", "AWS::SNS::TopicPolicy", ("Topics", Value.List(Value.Ref(TopicId))), ("PolicyDocument", TopicPolicy()));
        foreach (var address in EmailAddresses)
        {
            builder.Add(
                $"{TopicId}{IdOf(address)}Subscription",
                "AWS::SNS::Subscription",
                ("TopicArn", Value.Ref(TopicId)),
                ("Protocol", "email"),
                ("Endpoint", address));
        }

        return builder.Build(Path);
    }

    // The letters and digits of an address, and a sum that keeps a.b@ and ab@ apart.
    private static string IdOf(string address) => string.Concat(address.Where(char.IsAsciiLetterOrDigit))
        + address.Aggregate(0u, (sum, letter) => (sum * 31) + letter).ToString("x8", CultureInfo.InvariantCulture);

    private static MapValue KeyPolicy() => Value.Map(
        ("Version", "2012-10-17"),
        ("Statement", Value.List(
            Value.Map(
                ("Sid", "Account"),
                ("Effect", "Allow"),
                ("Principal", Account()),
                ("Action", "kms:*"),
                ("Resource", "*")),
            Value.Map(
                ("Sid", "AlarmsOfThisAccount"),
                ("Effect", "Allow"),
                ("Principal", Value.Map(("Service", "cloudwatch.amazonaws.com"))),
                ("Action", Value.List("kms:Decrypt", "kms:GenerateDataKey*")),
                ("Resource", "*"),
                ("Condition", Value.Map(("StringEquals", Value.Map(("aws:SourceAccount", Value.AccountId)))))),
            // Auto Scaling publishes as its service-linked role, whose name a key policy may hold only once the role exists.
            Value.Map(
                ("Sid", "PublishersOfThisAccount"),
                ("Effect", "Allow"),
                ("Principal", Value.Map(("AWS", "*"))),
                ("Action", Value.List("kms:Decrypt", "kms:GenerateDataKey*")),
                ("Resource", "*"),
                ("Condition", Value.Map(("StringEquals", Value.Map(
                    ("kms:CallerAccount", Value.AccountId),
                    ("kms:ViaService", Value.Sub("sns.${AWS::Region}.amazonaws.com"))))))))));

    private static MapValue TopicPolicy() => Value.Map(
        ("Version", "2012-10-17"),
        ("Statement", Value.List(
            Value.Map(
                ("Sid", "TlsOnly"),
                ("Effect", "Deny"),
                ("Principal", "*"),
                ("Action", "sns:Publish"),
                ("Resource", Value.Ref(TopicId)),
                ("Condition", Value.Map(("Bool", Value.Map(("aws:SecureTransport", "false")))))),
            Value.Map(
                ("Sid", "AlarmsOfThisAccount"),
                ("Effect", "Allow"),
                ("Principal", Value.Map(("Service", "cloudwatch.amazonaws.com"))),
                ("Action", "sns:Publish"),
                ("Resource", Value.Ref(TopicId)),
                ("Condition", Value.Map(("StringEquals", Value.Map(("aws:SourceAccount", Value.AccountId)))))),
            Value.Map(
                ("Sid", "PublishersOfThisAccount"),
                ("Effect", "Allow"),
                ("Principal", Account()),
                ("Action", "sns:Publish"),
                ("Resource", Value.Ref(TopicId))))));

    private static MapValue Account() => Value.Map(("AWS", Value.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")));
}
