using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>The entrance of an API: every way to it asks for what the distribution alone is sent.</summary>
internal sealed class ApiEntrance
{
    private readonly EdgeModel _edge;
    private readonly Api _api;
    private readonly ImmutableArray<Distribution> _through;
    private readonly bool _mustLead;
    private readonly ImmutableArray<ApiWay> _ways;
    private readonly ImmutableArray<ImmutableArray<Gate>> _gates;
    private readonly ImmutableArray<Lead> _leads;
    private readonly EdgeNames _names;

    /// <summary>The entrance of an API.</summary>
    /// <param name="edge">What answers the internet.</param>
    /// <param name="api">The API.</param>
    /// <param name="through">The distributions that are to be the entrance.</param>
    /// <param name="mustLead">Whether one of them has to lead there.</param>
    public ApiEntrance(EdgeModel edge, Api api, ImmutableArray<Distribution> through, bool mustLead)
    {
        (_edge, _api, _through, _mustLead) = (edge, api, through, mustLead);
        _names = new(edge);
        var finder = new GateFinder(edge, api);
        _ways = api.IsPrivate is { IsKnown: true, Value: true } ? [] : [.. ApiWay.To(api, edge)];
        _leads =
        [
            .. from distribution in edge.Distributions
               from origin in distribution.Origins
               from way in Enumerable.Range(0, _ways.Length)
               let leads = _names.Leads(origin, _ways[way], api)
               where leads != false
               select new Lead(distribution, origin, way, leads == true),
        ];
        var origins = _leads.Where(lead => through.Contains(lead.Distribution)).Select(lead => lead.Origin).ToList();
        _gates = [.. _ways.Select(way => finder.On(way).Select(gate => gate.For(origins)).ToImmutableArray())];
    }

    /// <summary>A distribution's origin that leads, or may lead, over a way to the API.</summary>
    private sealed record Lead(Distribution Distribution, DistributionOrigin Origin, int Way, bool IsCertain);

    /// <summary>Whether a distribution of the templates certainly leads to the API.</summary>
    public bool HasEntrance => _leads.Any(lead => lead.IsCertain);

    /// <summary>What is wrong.</summary>
    public IEnumerable<EntranceFlaw> Flaws() =>
        [.. WaysAround(), .. _through.SelectMany(FlawsOf), .. OtherDistributions()];

    /// <summary>Ways to the API that lock nobody out, and what is not known of others.</summary>
    public IEnumerable<EntranceFlaw> WaysAround()
    {
        var detail = $"requests get to {_api.Id} around the distribution";
        if (!_api.IsPrivate.IsKnown)
        {
            yield return EntranceFlaw.Open(_api.IsPrivate.Unknown!);
        }
        else if (_api.IsPrivate.Value && PrivateFlaw() is { } flaw)
        {
            yield return flaw;
        }

        foreach (var (way, gates) in _ways.Zip(_gates))
        {
            if (gates.Any(gate => gate.IsShut))
            {
                continue;
            }

            var perhaps = gates.Where(gate => gate.Gaps.IsEmpty).SelectMany(gate => gate.Unknowns).ToList();
            if (perhaps.Count > 0 || way.Doubt is not null)
            {
                yield return EntranceFlaw.Open(way.Doubt is null ? perhaps : perhaps.Prepend(way.Doubt));
            }
            else
            {
                yield return EntranceFlaw.Around(detail, [.. way.Path, .. gates.IsEmpty ? [new Hop(_api.Component, "no lock stands on this way")] : gates.SelectMany(gate => gate.Gaps)]);
            }
        }
    }

    private IEnumerable<EntranceFlaw> FlawsOf(Distribution distribution)
    {
        var leads = _leads.Where(lead => lead.Distribution == distribution).ToList();
        if (!leads.Exists(lead => lead.IsCertain))
        {
            // A staging distribution may lead elsewhere; one of them must lead here.
            if (_mustLead && _api.IsPrivate is not { IsKnown: true, Value: true } && !_leads.Any(lead => lead.IsCertain && _through.Contains(lead.Distribution)))
            {
                yield return DistributionDoor.NotLeading(distribution, _api.Id, _names.Unplaced(distribution));
            }

            yield break;
        }

        if (DistributionDoor.FlawOf(distribution, _edge) is { } flaw)
        {
            yield return flaw;
        }

        foreach (var lead in leads.Where(lead => lead.IsCertain))
        {
            foreach (var locked in _gates[lead.Way].Where(gate => gate.IsShut).Select(gate => gate.FlawOf(distribution, lead.Origin)).OfType<EntranceFlaw>())
            {
                yield return locked;
            }
        }
    }

    // A distribution that has the key is a second entrance.
    private IEnumerable<EntranceFlaw> OtherDistributions() =>
        from lead in _leads
        where lead.IsCertain && !_through.Contains(lead.Distribution)
        where _gates[lead.Way].Where(gate => gate.IsShut).All(gate => gate.Admits(lead.Origin) == true)
        select EntranceFlaw.Around($"another distribution leads to {_api.Id}", [new Hop(lead.Distribution.Component, $"its origin '{lead.Origin.Name}' has what the API asks for"), .. _ways[lead.Way].Path]);

    // Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
    private EntranceFlaw? PrivateFlaw()
    {
        if (_api.Policy is not { } policy)
        {
            return null;
        }

        if (!policy.IsKnown)
        {
            return EntranceFlaw.Open(policy.Unknown!);
        }

        var isShut = policy.Value.Statements.Any(statement => !statement.Allows && statement.Doubt is null && statement.IsAboutEverybody
            && statement.Conditions is [var only] && (only.Is("StringNotEquals", "aws:SourceVpce") || only.Is("StringNotEquals", "aws:SourceVpc")));
        return isShut || !policy.Value.Statements.Any(statement => statement is { Allows: true, IsAboutEverybody: true, Conditions.IsEmpty: true })
            ? null
            : EntranceFlaw.Around($"requests get to {_api.Id} through everybody's interface endpoints", new Hop(_api.Component, "its policy names no endpoint or VPC"));
    }
}
