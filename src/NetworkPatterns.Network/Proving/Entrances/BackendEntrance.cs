using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>What stands behind an API: its load balancers and their targets, none of which the internet may reach or be let in to.</summary>
/// <remarks>
/// A group that admits public addresses is a flaw even where no route brings them: then a route is all that keeps them out.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html</para>
/// </remarks>
internal sealed class BackendEntrance(NetworkModel model, ReachabilityAnalyzer analyzer)
{
    private const string Detail = "what stands behind the entrance is open to the internet";
    private const string GroupDetail = "a security group at the entrance or behind it admits public addresses";

    public IEnumerable<EntranceFlaw> FlawsBehind(Api api)
    {
        foreach (var unknown in api.LoadBalancers.Select(loadBalancer => loadBalancer.Unknown).OfType<UnknownValue>())
        {
            yield return EntranceFlaw.Open(unknown);
        }

        foreach (var flaw in FlawsOf([.. api.LoadBalancers.Where(id => id.IsKnown).Select(id => id.Value)]))
        {
            yield return flaw;
        }
    }

    /// <summary>What is wrong with internal load balancers.</summary>
    public IEnumerable<EntranceFlaw> FlawsOf(params IEnumerable<ComponentId> ids)
    {
        var loadBalancers = ids.ToHashSet();
        var behind = WithTargets(loadBalancers);
        foreach (var open in behind.Where(item => loadBalancers.Contains(item.Owner.Id)).DistinctBy(item => item.Owner.Id).Select(FacesInternet).OfType<EntranceFlaw>())
        {
            yield return open;
        }

        if (behind.IsEmpty)
        {
            yield break;
        }

        var answer = analyzer.Answer(new(EndpointSelector.TheInternet, new EndpointSelector.Interfaces([.. behind.Select(item => item.Id).Distinct().Order()])));
        if (answer.Verdict == Verdict.Reachable)
        {
            yield return new(GuaranteeOutcome.Fails, Detail, answer);
        }
        else if (answer.Verdict == Verdict.Unknown)
        {
            yield return new(GuaranteeOutcome.Undecided, $"whether {Detail} is not known", answer);
        }

        foreach (var flaw in FlawsOfGroups(behind))
        {
            yield return flaw;
        }
    }

    /// <summary>What the groups of a load balancer and its targets admit that they should not.</summary>
    public IEnumerable<EntranceFlaw> FlawsOfGroups(ComponentId loadBalancer) => FlawsOfGroups(WithTargets([loadBalancer]));

    private static EntranceFlaw? FacesInternet(NetworkInterface item) =>
        item.Addresses.FirstOrDefault(address => address.HasPublicAddress is { IsKnown: true, Value: true }) is not null
            ? EntranceFlaw.Around(Detail, new Hop(item.Owner, "it is internet-facing"))
            : item.Addresses.Select(address => address.HasPublicAddress.Unknown).OfType<UnknownValue>().FirstOrDefault() is { } unknown ? EntranceFlaw.Open(unknown)
            : null;

    // The interfaces of load balancers and of what they hand requests to.
    private ImmutableArray<NetworkInterface> WithTargets(HashSet<ComponentId> loadBalancers)
    {
        var groups = model.All<LoadBalancer>()
            .Where(loadBalancer => loadBalancers.Contains(loadBalancer.Id))
            .SelectMany(loadBalancer => loadBalancer.Listeners)
            .SelectMany(listener => listener.TargetGroups)
            .Where(group => group.IsKnown)
            .Select(group => group.Value)
            .ToHashSet();
        var owners = model.All<TargetGroup>().Where(group => groups.Contains(group.Id)).SelectMany(group => group.Targets).Select(target => target.Owner).OfType<ComponentId>().ToHashSet();
        return [.. model.All<NetworkInterface>().Where(item => loadBalancers.Contains(item.Owner.Id) || owners.Contains(item.Owner.Id) || owners.Contains(item.Id))];
    }

    private IEnumerable<EntranceFlaw> FlawsOfGroups(ImmutableArray<NetworkInterface> interfaces)
    {
        var groups = interfaces.SelectMany(item => item.Groups).Where(group => group.IsKnown).Select(group => group.Value).ToHashSet();
        foreach (var group in model.All<SecurityGroup>().Where(group => groups.Contains(group.Id)))
        {
            foreach (var rule in group.Ingress)
            {
                if (rule.Peer is RulePeer.Range range && IsPublic(range.Cidr))
                {
                    yield return rule.Doubt is { } doubt
                        ? EntranceFlaw.Open(doubt)
                        : EntranceFlaw.Around(GroupDetail, new[] { new Hop(group.Component, $"it admits {range.Cidr}"), new Hop(rule.Component) }.DistinctBy(hop => hop.Component.Id));
                }
                else if (rule.Peer is RulePeer.Open open)
                {
                    yield return EntranceFlaw.Open(open.Unknown);
                }
            }

            if (!group.MayHaveMoreRules.IsEmpty)
            {
                yield return EntranceFlaw.Open(group.MayHaveMoreRules);
            }
        }
    }

    private bool IsPublic(Cidr range) =>
        (range.IsIPv6 ? range.Overlaps(AddressRules.PublicIPv6) : !AddressRules.NotPublicIPv4.Any(inside => inside.Contains(range)))
        && !model.All<Vpc>().SelectMany(vpc => vpc.Cidrs).Any(own => own.IsKnown && own.Value.Contains(range));
}
