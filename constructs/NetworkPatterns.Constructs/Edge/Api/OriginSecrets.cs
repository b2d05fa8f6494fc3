using System.Collections.Immutable;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The two secrets of a lock. Their names are decided in code, so that the distribution's stack finds one without asking the API's.</summary>
internal static class OriginSecrets
{
    private const int SecretLength = 64;
    private const int LongestPath = 60;

    /// <summary>Blue and green, as logical IDs spell them.</summary>
    public static ImmutableArray<string> Colours { get; } = ["Blue", "Green"];

    /// <summary>The names of the secrets, blue and green; none for other locks.</summary>
    /// <param name="originLock">The lock.</param>
    /// <param name="path">The construct path of the API.</param>
    public static ImmutableArray<string> NamesOf(OriginLock originLock, string path) => originLock.Shared ?? (originLock.HasSecrets
        ? [.. Colours.Select((colour, index) => $"{UniqueName.Of(path, LongestPath)}/{colour.ToLowerInvariant()}-{originLock.Generations[index]}")]
        : []);

    /// <summary>The secret that CloudFront sends, as CloudFormation resolves it in a stack of any Region that has a replica.</summary>
    public static string? ActiveOf(OriginLock originLock, string path) =>
        NamesOf(originLock, path) is { IsEmpty: false } names ? Reference(names[(int)originLock.Active]) : null;

    /// <summary>A dynamic reference to a secret by its name.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html</remarks>
    public static string Reference(string name) => $"{{{{resolve:secretsmanager:{name}:SecretString:::}}}}";

    /// <summary>
    /// Both secrets, blue and green, for what lets requests in: by the ARNs of those that the stack makes, so that they are there first; by the names of those
    /// that another Region's stack makes.
    /// </summary>
    public static ImmutableArray<Value> AcceptedBy(OriginLock originLock) => originLock.Shared is { } names
        ? [.. names.Select(name => (Value)Reference(name))]
        : [.. Colours.Select(colour => (Value)Value.Join("", "{{resolve:secretsmanager:", Value.Ref(IdOf(colour)), ":SecretString:::}}"))];

    /// <summary>The Regions of replicas: those that read the secrets, and the distribution's, but for the one that makes them.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html</remarks>
    public static ImmutableArray<string> ReplicaRegionsOf(OriginLock originLock, string? region) =>
        [.. originLock.ReaderRegions.Append(ZonePlan.GlobalRegion).Distinct(StringComparer.Ordinal).Where(reader => reader != region).Order(StringComparer.Ordinal)];

    /// <summary>The secret's id in the blueprint.</summary>
    public static string IdOf(string colour) => $"OriginSecret{colour}";

    /// <summary>What has to hold for a lock with secrets.</summary>
    public static void Check(OriginLock originLock, PatternContext context, string where, ProblemList problems)
    {
        if (originLock.HasSecrets && context.Region is null)
        {
            problems.Add(DiagnosticCatalogue.OriginLockRegion.At(
                where, "the lock's secrets have a replica for the distribution's stack, unless they are in its Region, and the stack's Region is known at deployment only", "give the stack an Env with its Region"));
        }

        if (originLock.Generations.Any(generation => generation < 1))
        {
            problems.Add(DiagnosticCatalogue.OriginLock.At(where, $"{string.Join(" and ", originLock.Generations)} are not generations of secrets", "count from 1"));
        }
    }

    /// <summary>Adds the secrets, unless another Region's stack makes them.</summary>
    public static void AddTo(BlueprintBuilder builder, OriginLock originLock, string path, string? region)
    {
        var replicas = ReplicaRegionsOf(originLock, region);
        foreach (var (colour, name) in Colours.Zip(NamesOf(originLock, path)).Where(_ => originLock.Shared is null))
        {
            builder.Add(new(IdOf(colour), "AWS::SecretsManager::Secret", Value.Map(
                ("Name", name),
                ("Description", "By this CloudFront is known to its origin"),
                ("GenerateSecretString", Value.Map(("ExcludePunctuation", true), ("IncludeSpace", false), ("PasswordLength", SecretLength))),
                ("ReplicaRegions", replicas.IsEmpty ? null : Value.List(replicas.Select(replica => (Value)Value.Map(("Region", replica))))),
                ("Tags", new ResourceTags(path).Of(colour.ToLowerInvariant()))))
            {
                Metadata = CdkNag.Suppress("AwsSolutions-SMG4", "Renewed by a deployment of both stacks: rotation by a function would change it between them and refuse everybody."),
            });
        }
    }
}
