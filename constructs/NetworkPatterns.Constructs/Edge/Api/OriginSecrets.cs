using System.Collections.Immutable;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The two secrets of a lock: by their names a stack of any Region finds them, or their replica.</summary>
/// <remarks>
/// The secrets stay out of templates: dynamic references resolve them at deployment, in the Region of the stack.
/// <para>Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html</para>
/// </remarks>
/// <param name="Names">Their names, blue and green; none for locks without secrets.</param>
/// <param name="ReplicaRegions">The Regions of their replicas.</param>
/// <param name="AreShared">Whether another Region's stack makes them.</param>
internal sealed record OriginSecrets(ImmutableArray<string> Names, ImmutableArray<string> ReplicaRegions, bool AreShared)
{
    private const int SecretLength = 64;
    private const int LongestPath = 60;

    /// <summary>The colours of secrets, in logical IDs.</summary>
    public static ImmutableArray<string> Colours { get; } = ["Blue", "Green"];

    /// <summary>The secrets of a lock.</summary>
    /// <param name="path">The path of the construct that has the lock.</param>
    /// <param name="originLock">The lock.</param>
    /// <param name="region">The Region of the stack: nothing is replicated to it.</param>
    public static OriginSecrets Of(string path, OriginLock originLock, string? region)
    {
        if (!originLock.HasSecrets)
        {
            return new([], [], AreShared: false);
        }

        if (originLock.Shared is { } shared)
        {
            return new(shared, [], AreShared: true);
        }

        return new(
            NamesOf(path, originLock),
            [.. originLock.ReaderRegions.Append(ZonePlan.GlobalRegion).Distinct(StringComparer.Ordinal).Where(reader => reader != region).Order(StringComparer.Ordinal)],
            AreShared: false);
    }

    /// <summary>The names of the secrets that a construct makes: another generation is another secret.</summary>
    public static ImmutableArray<string> NamesOf(string path, OriginLock originLock) =>
        [.. Colours.Select((colour, index) => $"{UniqueName.Of(path, LongestPath)}/{colour.ToLowerInvariant()}-{originLock.Generations[index]}")];

    /// <summary>Adds those that this stack makes.</summary>
    public void AddTo(BlueprintBuilder builder, string path)
    {
        foreach (var (colour, name) in Colours.Zip(Names).Where(_ => !AreShared))
        {
            builder.Add(new(IdOf(colour), "AWS::SecretsManager::Secret", Value.Map(
                ("Name", name),
                ("Description", "By this CloudFront is known to its origin"),
                ("GenerateSecretString", Value.Map(("ExcludePunctuation", true), ("IncludeSpace", false), ("PasswordLength", SecretLength))),
                ("ReplicaRegions", ReplicaRegions.IsEmpty ? null : Value.List(ReplicaRegions.Select(region => (Value)Value.Map(("Region", region))))),
                ("Tags", new ResourceTags(path).Of(colour.ToLowerInvariant()))))
            {
                Metadata = CdkNag.Suppress("AwsSolutions-SMG4", "Renewed by a deployment of both stacks: rotation by a function would change it between them and refuse everybody."),
            });
        }
    }

    /// <summary>What a property holds that has to have a secret: one of this stack by its ARN, so that it is there first, another by its name.</summary>
    public ImmutableArray<Value> References() => AreShared
        ? [.. Names.Select(name => (Value)Reference(name))]
        : [.. Colours.Select(colour => (Value)Value.Join("", "{{resolve:secretsmanager:", Value.Ref(IdOf(colour)), ":SecretString:::}}"))];

    /// <summary>A dynamic reference to a secret by its name, which a stack of any Region that has it or a replica resolves.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html</remarks>
    public static string Reference(string secret) => $"{{{{resolve:secretsmanager:{secret}:SecretString:::}}}}";

    private static string IdOf(string colour) => $"OriginSecret{colour}";
}
