using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>A way to one stage of an API: its generated name, or a custom domain name.</summary>
/// <param name="Domain">The custom domain; null for the generated name, and for a domain that the templates do not have.</param>
/// <param name="DomainName">The custom domain by name or resource; null for the generated name.</param>
/// <param name="Stage">The stage; null where the templates do not have it.</param>
internal sealed record ApiWay(ApiDomain? Domain, EdgeText? DomainName, ApiStage? Stage)
{
    /// <summary>What it leads over, before the locks.</summary>
    public required IReadOnlyList<Hop> Path { get; init; }

    /// <summary>Why it is not known whether there is such a way; null where there is.</summary>
    public UnknownValue? Doubt { get; init; }

    /// <summary>Every way that the templates make to an API, but not those through interface endpoints.</summary>
    public static IEnumerable<ApiWay> To(Api api, EdgeModel edge)
    {
        var stages = edge.Stages.Where(stage => !stage.Api.IsKnown || stage.Api.Value == api.Id).ToList();
        if (api.HasDefaultEndpoint is not { IsKnown: true, Value: false })
        {
            foreach (var stage in stages.Cast<ApiStage?>().DefaultIfEmpty())
            {
                yield return new(Domain: null, DomainName: null, stage)
                {
                    Path = [new(api.Component, "it answers under the name that API Gateway generates"), .. Hops(stage)],
                    Doubt = api.HasDefaultEndpoint.Unknown ?? stage?.Api.Unknown,
                };
            }
        }

        foreach (var mapping in edge.Mappings.Where(mapping => !mapping.Api.IsKnown || mapping.Api.Value == api.Id))
        {
            var name = mapping.Domain.IsKnown ? mapping.Domain.Value : null;
            var domain = name is null ? null : edge.Domains.FirstOrDefault(found => found.Id == name.Resource || (found.Name.IsKnown && found.Name.Value == name.Text));
            var stage = mapping.Stage is { IsKnown: true } written ? written.Value : null;
            var reached = stages.Where(found => stage is null || found.Is(stage) != false).ToList();
            foreach (var one in reached.Cast<ApiStage?>().DefaultIfEmpty())
            {
                yield return new(domain, name, one)
                {
                    Path = [.. domain is null ? [] : new[] { new Hop(domain.Component) }, new Hop(mapping.Component), .. Hops(one)],
                    Doubt = mapping.Doubt ?? mapping.Api.Unknown ?? mapping.Stage?.Unknown ?? one?.Api.Unknown ?? (stage is null || one is null ? null : one.Is(stage) is null ? one.Name.Unknown ?? stage.Doubt : null),
                };
            }
        }
    }

    private static Hop[] Hops(ApiStage? stage) => stage is null ? [] : [new(stage.Component)];
}
