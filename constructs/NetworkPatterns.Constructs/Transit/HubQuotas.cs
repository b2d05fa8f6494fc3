using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>AWS's quotas of a Transit Gateway, before a deployment fails halfway. Those that AWS raises are warnings.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html</remarks>
internal static class HubQuotas
{
    /// <summary>"Attachments per transit gateway", which AWS does not raise.</summary>
    public const int Attachments = 5000;

    private const int RouteTables = 20;
    private const int Routes = 10_000;

    /// <summary>What is to be said of a hub's route tables.</summary>
    public static Problem? OfTables(SegmentPolicy policy, int tables, string where)
    {
        if (tables <= RouteTables)
        {
            return null;
        }

        var alike = Alike(policy);
        return DiagnosticCatalogue.HubQuota.At(
            where,
            $"the hub has {tables} route tables, one for each segment among them, and the quota \"Transit gateway route tables per transit gateway\" is {RouteTables}",
            alike.IsEmpty
                ? "ask AWS for more before deploying (Service Quotas)"
                : $"make one segment of {string.Join("; of ", alike.Select(group => string.Join(" and ", group)))}, which may talk to the same ones; or ask AWS for more before deploying (Service Quotas)");
    }

    /// <summary>What is to be said of the routes of all tables together, once they pass the quota.</summary>
    /// <param name="before">How many there are.</param>
    /// <param name="added">How many there will be besides.</param>
    /// <param name="where">Who adds them.</param>
    public static Problem? OfRoutes(int before, int added, string where) => before > Routes || before + added <= Routes
        ? null
        : DiagnosticCatalogue.HubQuota.At(
            where,
            $"the hub's tables have {before + added} routes with those of this attachment, and the quota \"Total combined routes (dynamic and static) across all route tables for a single transit gateway\" is {Routes}",
            "ask AWS for more before deploying (Service Quotas), or attach further VPCs to a second hub");

    /// <summary>How many routes an attachment is in all tables.</summary>
    public static int RoutesOf(AttachmentRouting? routing, int blocks) =>
        routing is null ? 0 : (routing.Propagations.Length + routing.InspectedIn.Length) * blocks;

    // Segments that meet the same others, and each other as they meet themselves, mean the same as one.
    private static ImmutableArray<ImmutableArray<string>> Alike(SegmentPolicy policy)
    {
        var groups = new List<List<string>>();
        foreach (var segment in policy.Segments.Keys.Where(segment => segment != policy.EgressSegment))
        {
            var group = groups.Find(candidate => candidate.TrueForAll(other => AreAlike(policy, segment, other)));
            if (group is null)
            {
                groups.Add([segment]);
            }
            else
            {
                group.Add(segment);
            }
        }

        return [.. groups.Where(group => group.Count > 1).Select(group => group.ToImmutableArray())];
    }

    private static bool AreAlike(SegmentPolicy policy, string one, string other) =>
        policy.Allows(one, one) == policy.Allows(one, other)
        && policy.Allows(other, other) == policy.Allows(one, other)
        && policy.Segments.Keys.Where(third => third != one && third != other).All(third => policy.Allows(one, third) == policy.Allows(other, third));
}
