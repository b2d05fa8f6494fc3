using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>What a distribution needs to be an entrance: a WebACL of CloudFront's scope.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-distributionconfig.html (WebACLId)</remarks>
internal static class DistributionDoor
{
    private const string Detail = "requests pass no WebACL";

    /// <summary>No origin of a distribution certainly leads to what it is the entrance of.</summary>
    /// <param name="unplaced">Why one may lead there all the same.</param>
    public static EntranceFlaw NotLeading(Distribution distribution, ComponentId to, IEnumerable<UnknownValue> unplaced)
    {
        ImmutableArray<UnknownValue> open = [.. distribution.MayHaveMoreOrigins, .. unplaced];
        return open.IsEmpty
            ? EntranceFlaw.Shut($"the distribution does not lead to {to}", distribution.Component, $"give it an origin that is {to}")
            : EntranceFlaw.Open(open);
    }

    /// <summary>What is wrong with its WebACL.</summary>
    public static EntranceFlaw? FlawOf(Distribution distribution, EdgeModel edge)
    {
        if (distribution.WebAcl is not { } acl || acl is { IsKnown: true, Value.LogicalId: "" or "''" })
        {
            return EntranceFlaw.Around(Detail, new Hop(distribution.Component, "it has no WebACL"));
        }

        if (!acl.IsKnown)
        {
            return EntranceFlaw.Open(acl.Unknown!);
        }

        var isForCloudFront = edge.WebAcls.FirstOrDefault(found => found.Id == acl.Value) is { } own ? own.IsForCloudFront
            : acl.Value.LogicalId.Contains(":global/webacl/", StringComparison.Ordinal) ? true
            : acl.Value.LogicalId.Contains(":regional/webacl/", StringComparison.Ordinal) ? false
            : new UnknownValue(distribution.Id, $"{acl.Value.LogicalId} is not the ARN of a WebACL for CloudFront, nor among the given templates");
        return !isForCloudFront.IsKnown ? EntranceFlaw.Open(isForCloudFront.Unknown!)
            : isForCloudFront.Value ? null
            : EntranceFlaw.Around(Detail, new Hop(distribution.Component, $"its WebACL {acl.Value} is for a Region"));
    }
}
