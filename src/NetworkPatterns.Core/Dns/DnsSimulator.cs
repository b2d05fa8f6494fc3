using System.Collections.Immutable;

namespace NetworkPatterns.Core.Dns;

/// <summary>Answers queries for a tree of records as Route 53 documents it, with some of the records' health checks failing.</summary>
/// <remarks>
/// A record without a health check is always healthy; an alias that evaluates its target is healthy while one record of
/// the target group is; when no record of a group is healthy, all of them are taken for healthy; records of weight 0 are
/// considered when all others are unhealthy; a failover group without a healthy record answers with its primary;
/// geolocation looks at the larger place when the smaller is unhealthy. What resolvers cache is not modelled. AWS
/// does not say whether an alias of a geolocation or IP-based group is healthy for every client while one record of the
/// group is; the simulator asks for the records that the client could get, as Route 53's walk through a tree is described.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html</para>
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html</para>
/// </remarks>
public sealed class DnsSimulator
{
    private const int LongestMultivalueAnswer = 8;

    private readonly RecordTree _tree;
    private readonly ImmutableHashSet<string> _failing;

    /// <summary>A simulator of a tree in one state.</summary>
    /// <param name="tree">The records.</param>
    /// <param name="failing">
    /// Paths of the records whose health check fails, or, for an alias of something outside the tree, whose target is
    /// unhealthy. A record that nothing watches answers all the same.
    /// </param>
    public DnsSimulator(RecordTree tree, params IEnumerable<string> failing)
    {
        _tree = tree;
        _failing = [.. failing];
        var paths = tree.Records.Select(record => record.Path).ToHashSet(StringComparer.Ordinal);
        if (_failing.FirstOrDefault(path => !paths.Contains(path)) is { } unknown)
        {
            throw new ArgumentException($"the tree has no record '{unknown}'", nameof(failing));
        }
    }

    /// <summary>The answer that a client gets.</summary>
    public DnsAnswer Answer(DnsClient client) => Answer(_tree.Root, client);

    private DnsAnswer Answer(RecordGroup group, DnsClient client)
    {
        var order = CandidateOrder.Of(group, client);
        if (order.UnknownReason is { } unknown)
        {
            return DnsAnswer.Unknown(unknown);
        }

        if (order.Records.IsEmpty)
        {
            return DnsAnswer.NoData($"{group.Name} has no record for this client, and no default");
        }

        var healthy = order.Records.Where(record => IsHealthy(record, client)).ToImmutableArray();
        var hasFailedOpen = healthy.IsEmpty;
        var candidates = hasFailedOpen ? order.Records : healthy;
        if (group.Policy == RoutingPolicy.MultivalueAnswer)
        {
            return DnsAnswer.Of(candidates.Take(LongestMultivalueAnswer), hasFailedOpen);
        }

        var chosen = group.Policy == RoutingPolicy.Weighted ? CandidateOrder.ByWeight(candidates, client.Draw) : candidates[0];
        if (chosen.Group is null)
        {
            return DnsAnswer.Of([chosen], hasFailedOpen);
        }

        var below = Answer(chosen.Group, client);
        return below with { HasFailedOpen = below.HasFailedOpen || hasFailedOpen };
    }

    private bool IsHealthy(RecordSet record, DnsClient client)
    {
        if (_failing.Contains(record.Path) && (record.HealthCheckId is not null || (record.Group is null && record.EvaluateTargetHealth == true)))
        {
            return false;
        }

        return record is not { Group: { } group, EvaluateTargetHealth: true }
            || CandidateOrder.Of(group, client) is { UnknownReason: not null }
            || CandidateOrder.Of(group, client).Records.Any(child => IsHealthy(child, client));
    }
}
