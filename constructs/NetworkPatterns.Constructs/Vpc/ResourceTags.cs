using System.Text.RegularExpressions;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Tags of a pattern's resources: <c>Name</c> says which pattern and part, <c>networkpatterns:tier</c> which tier.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html</remarks>
internal sealed partial class ResourceTags(string path)
{
    public const string TierKey = "networkpatterns:tier";
    public const string SegmentKey = "networkpatterns:segment";
    private const int LongestValue = 256;

    // A construct ID may hold characters that a tag may not.
    private readonly string _path = NotInTags().Replace(path, "_");

    /// <summary>The tags of a part of the whole.</summary>
    public ListValue Of(string part) => Value.Tags(Name(part));

    /// <summary>The tags of a part of a tier.</summary>
    public ListValue Of(string part, TierPlan tier) => Value.Tags(Name(part), (TierKey, tier.Name));

    /// <summary>The tags of a part of a hub's segment.</summary>
    public ListValue OfSegment(string part, string segment) => Value.Tags(Name(part), (SegmentKey, segment));

    /// <summary>The tags of a subnet: also those by which CDK's <c>Vpc.FromLookup</c> knows its group.</summary>
    public ListValue OfSubnet(string part, TierPlan tier) => Value.Tags(
    [
        Name(part),
        (TierKey, tier.Name),
        ("aws-cdk:subnet-name", tier.Name),
        ("aws-cdk:subnet-type", tier.Intent switch
        {
            TierIntent.Internet => "Public",
            TierIntent.Egress => "Private",
            TierIntent.Transit when tier.Props.CentralNat == CentralNat.Uses => "Private",
            _ => "Isolated",
        }),
        .. EksTags(tier),
        .. KarpenterTags(tier),
    ]);

    /// <summary>The tags of a tier's security group.</summary>
    public ListValue OfGroup(TierPlan tier) => Value.Tags([Name(tier.Name), (TierKey, tier.Name), .. KarpenterTags(tier)]);

    private static IEnumerable<(string Key, Value Value)> EksTags(TierPlan tier) => tier.Props.EksClusterName is { } cluster
        ?
        [
            ($"kubernetes.io/cluster/{cluster}", "shared"),
            (tier.Intent == TierIntent.Internet ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb", "1"),
        ]
        : [];

    private static IEnumerable<(string Key, Value Value)> KarpenterTags(TierPlan tier) =>
        tier.Props.KarpenterDiscovery is { } name ? [("karpenter.sh/discovery", name)] : [];

    private (string Key, Value Value) Name(string part)
    {
        var name = $"{_path}/{part}";
        return ("Name", name[Math.Max(0, name.Length - LongestValue)..]);
    }

    [GeneratedRegex(@"[^\p{L}\p{Z}\p{N}_.:/=+\-@]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInTags();
}
