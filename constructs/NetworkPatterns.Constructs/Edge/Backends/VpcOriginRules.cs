using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>Where CloudFront can put the network interfaces by which it reaches a VPC origin.</summary>
/// <remarks>
/// The internet gateway routes nothing: attached, it says that the VPC may receive traffic from the internet.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html</para>
/// </remarks>
internal static class VpcOriginRules
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-service-linked-roles.html
    private static readonly ImmutableArray<string> ZonesWithout = ["usw1-az2", "apne1-az3", "cac1-az3"];

    public static void Check(ThreeTierVpcPlan network, TierPlan? tier, string where, PatternContext context, ProblemList problems)
    {
        if (!network.HasInternetGateway)
        {
            problems.Add(DiagnosticCatalogue.VpcOriginNetwork.At(
                where, "the VPC has no internet gateway, without which CloudFront refuses its load balancers as origins", "give the VPC a tier for the internet, empty if you like: nothing is routed through the gateway"));
        }

        if (context.Partition is { } partition && partition != Partitions.Commercial)
        {
            problems.Add(DiagnosticCatalogue.VpcOriginZone.At(where, $"CloudFront has no VPC origins in {context.Region}", "use a LockedAlb"));
        }

        foreach (var zone in (tier?.Subnets.Select(subnet => subnet.Zone) ?? []).Where(zone => zone.Kind == ZoneKind.Id && ZonesWithout.Contains(zone.Text, StringComparer.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.VpcOriginZone.At(where, $"CloudFront has no VPC origins in {zone.Text}", "leave the zone out of the VPC, or use a LockedAlb"));
        }
    }
}
