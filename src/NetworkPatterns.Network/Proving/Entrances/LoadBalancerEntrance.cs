using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>The entrance of a load balancer: inside its VPC CloudFront reaches it alone; on the internet its listeners ask for a secret header.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html</remarks>
internal sealed class LoadBalancerEntrance
{
    private readonly NetworkModel _model;
    private readonly LoadBalancer _balancer;
    private readonly ImmutableArray<Distribution> _through;
    private readonly bool _mustLead;
    private readonly BackendEntrance _backends;
    private readonly EdgeNames _names;
    private readonly Maybe<bool> _isInternal;
    private readonly ImmutableArray<(ListenerForward Forward, Gate Gate)> _gates;

    public LoadBalancerEntrance(NetworkModel model, LoadBalancer balancer, ImmutableArray<Distribution> through, bool mustLead, BackendEntrance backends)
    {
        (_model, _balancer, _through, _mustLead, _backends) = (model, balancer, through, mustLead, backends);
        _names = new(model.Edge);
        var isPublic = model.All<NetworkInterface>().Where(item => item.Owner.Id == balancer.Id).SelectMany(item => item.Addresses).Select(address => address.HasPublicAddress).ToList();
        _isInternal = isPublic.Exists(address => address is { IsKnown: true, Value: true }) ? false
            : isPublic.Find(address => !address.IsKnown).Unknown is { } unknown ? unknown
            : true;
        var origins = Leads(certain: false).Where(lead => through.Contains(lead.Distribution)).Select(lead => lead.Origin).ToList();
        _gates =
        [
            .. model.Edge.Forwards
                .Where(forward => !forward.LoadBalancer.IsKnown || forward.LoadBalancer.Value == balancer.Id)
                .Select(forward => (forward, GateOf(forward).For(origins))),
        ];
    }

    public IEnumerable<EntranceFlaw> Flaws() =>
    [
        .. !_isInternal.IsKnown ? [EntranceFlaw.Open(_isInternal.Unknown!)] : _isInternal.Value ? _backends.FlawsOf(_balancer.Id) : Locks(),
        .. _through.SelectMany(FlawsOf),
        .. OtherDistributions(),
    ];

    private static Gate GateOf(ListenerForward forward)
    {
        const string Name = "a rule of the load balancer";
        var doubt = forward.Doubt ?? forward.LoadBalancer.Unknown;
        return doubt is not null ? new(Name) { Unknowns = [doubt] }
            : forward.Needs.IsEmpty ? new(Name) { Gaps = [new(forward.Component, "it hands on requests that need no secret")] }
            : new(Name) { Keys = [.. forward.Needs[0].Values.Select(value => new GateKey(forward.Needs[0].Header, value, forward.Component, ""))] };
    }

    // Addresses of CloudFront are those of everybody's distributions; a group that admits more lets strangers try besides.
    private IEnumerable<EntranceFlaw> Locks()
    {
        foreach (var (forward, gate) in _gates.Where(entry => !entry.Gate.IsShut))
        {
            yield return gate.Gaps.IsEmpty
                ? EntranceFlaw.Open(gate.Unknowns)
                : EntranceFlaw.Around($"requests get to {_balancer.Id} around the distribution", [new Hop(_balancer.Component), .. gate.Gaps]);
        }

        foreach (var flaw in _backends.FlawsOfGroups(_balancer.Id))
        {
            yield return flaw;
        }
    }

    private IEnumerable<EntranceFlaw> FlawsOf(Distribution distribution)
    {
        var leads = Leads(certain: true).Where(lead => lead.Distribution == distribution).ToList();
        if (leads.Count == 0)
        {
            // A staging distribution may lead elsewhere; one of them must lead here.
            if (_mustLead && !Leads(certain: true).Any(lead => _through.Contains(lead.Distribution)))
            {
                yield return DistributionDoor.NotLeading(distribution, _balancer.Id, _names.Unplaced(distribution));
            }

            yield break;
        }

        if (DistributionDoor.FlawOf(distribution, _model.Edge) is { } door)
        {
            yield return door;
        }

        foreach (var (_, origin) in leads)
        {
            if (_isInternal is { IsKnown: true, Value: true } && !origin.IsInVpc)
            {
                yield return EntranceFlaw.Shut("the distribution is locked out", distribution.Component, $"its origin '{origin.Name}' is no VPC origin, and {_balancer.Id} is internal");
            }

            foreach (var flaw in _gates.Where(entry => entry.Gate.IsShut && !entry.Forward.Needs.IsEmpty).Select(entry => entry.Gate.FlawOf(distribution, origin)).OfType<EntranceFlaw>())
            {
                yield return flaw;
            }
        }
    }

    private IEnumerable<EntranceFlaw> OtherDistributions() =>
        from lead in Leads(certain: true)
        where !_through.Contains(lead.Distribution)
        where lead.Origin.IsInVpc || _isInternal is not { IsKnown: true, Value: true }
        where _gates.Any(entry => !entry.Gate.IsShut || entry.Gate.Admits(lead.Origin) == true)
        select EntranceFlaw.Around($"another distribution leads to {_balancer.Id}", new Hop(lead.Distribution.Component, $"its origin '{lead.Origin.Name}' has what the load balancer asks for"), new Hop(_balancer.Component));

    private IEnumerable<(Distribution Distribution, DistributionOrigin Origin)> Leads(bool certain) =>
        from distribution in _model.Edge.Distributions
        from origin in distribution.Origins
        let leads = _names.Leads(origin, _balancer.Id)
        where leads == true || (!certain && leads is null)
        select (distribution, origin);
}
