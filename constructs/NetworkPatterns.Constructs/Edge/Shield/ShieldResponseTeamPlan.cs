using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Shield;

/// <summary>The access of AWS's Shield Response Team, settled.</summary>
internal sealed record ShieldResponseTeamPlan(string Path, ImmutableArray<ShieldContact> Contacts, bool CallsByItself, ImmutableArray<string> Buckets)
{
    private const int Most = 10;

    public static ShieldResponseTeamPlan From(ShieldResponseTeamProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var contacts = context.At(nameof(props.Contacts));
        if (props.Contacts.Count is 0 or > Most)
        {
            problems.Add(DiagnosticCatalogue.ShieldTeam.At(contacts, $"{props.Contacts.Count} contacts are not 1 to {Most}", "name those who are on duty"));
        }

        foreach (var contact in props.Contacts.Where(contact => !contact.EmailAddress.Contains('@', StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.ShieldTeam.At(contacts, $"'{contact.EmailAddress}' is not a mail address", "write it like duty@example.com"));
        }

        foreach (var contact in props.Contacts.Where(contact => contact.PhoneNumber is { } number && !(number.Length is >= 2 and <= 16 && number[0] == '+' && number.Skip(1).All(char.IsAsciiDigit))))
        {
            problems.Add(DiagnosticCatalogue.ShieldTeam.At(contacts, $"'{contact.PhoneNumber}' is not a number that can be called from abroad", "write it like +31201234567"));
        }

        if (props.CallsByItself && props.Contacts.All(contact => contact.PhoneNumber is null))
        {
            problems.Add(DiagnosticCatalogue.ShieldTeam.At(context.At(nameof(props.CallsByItself)), "the team is to call, and no contact has a number", $"give a {nameof(ShieldContact.PhoneNumber)}"));
        }

        if (props.LogBucketNames.Count > Most)
        {
            problems.Add(DiagnosticCatalogue.ShieldTeam.At(context.At(nameof(props.LogBucketNames)), $"{props.LogBucketNames.Count} buckets are more than {Most}", "leave some out"));
        }

        problems.ThrowIfAny();
        return new(context.Path, [.. props.Contacts], props.CallsByItself, [.. props.LogBucketNames]);
    }

    public Blueprint ToBlueprint()
    {
        var builder = new BlueprintBuilder();
        builder.Add(new("ResponseTeamRole", "AWS::IAM::Role", Value.Map(
            ("AssumeRolePolicyDocument", Value.Map(("Version", "2012-10-17"), ("Statement", Value.List(Value.Map(
                ("Effect", "Allow"), ("Principal", Value.Map(("Service", "drt.shield.amazonaws.com"))), ("Action", "sts:AssumeRole")))))),
            ("ManagedPolicyArns", Value.List(Value.Sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSShieldDRTAccessPolicy")))))
        {
            Metadata = CdkNag.Suppress("AwsSolutions-IAM4", "The Shield Response Team takes a role with this managed policy only."),
        });
        builder.Add("ResponseTeamAccess", "AWS::Shield::DRTAccess",
            ("RoleArn", Value.GetAtt("ResponseTeamRole", "Arn")),
            ("LogBucketList", Buckets.IsEmpty ? null : Value.List(Buckets.Select(bucket => (Value)bucket))));
        builder.Add(new("ResponseTeamContacts", "AWS::Shield::ProactiveEngagement", Value.Map(
            ("ProactiveEngagementStatus", CallsByItself ? "ENABLED" : "DISABLED"),
            ("EmergencyContactList", Value.List(Contacts.Select(contact => (Value)Value.Map(
                ("EmailAddress", contact.EmailAddress), ("PhoneNumber", contact.PhoneNumber is null ? null : (Value)contact.PhoneNumber)))))))
        {
            DependsOn = ["ResponseTeamAccess"],
        });
        return builder.Build(Path);
    }
}
