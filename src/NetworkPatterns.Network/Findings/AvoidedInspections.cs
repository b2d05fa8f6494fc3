using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reachability.Walking;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3011: traffic between two VPCs, or a VPC and the internet, that a firewall inspects and that another path carries around it.</summary>
/// <remarks>Found by taking the firewalls away: whatever still gets through where some of it passes them gets around them.</remarks>
internal sealed class AvoidedInspections : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context)
    {
        ImmutableArray<NetworkObject> inspections = [.. context.Model.Objects.Where(part => part is NetworkFirewall or GatewayLoadBalancerEndpoint)];
        if (inspections.IsEmpty)
        {
            yield break;
        }

        var gone = inspections.SelectMany(part => part is NetworkFirewall firewall ? firewall.Endpoints.Select(endpoint => endpoint.Id).Append(part.Id) : [part.Id]).ToHashSet();
        var survey = context.Survey;
        var without = new ReachabilityAnalyzer(Detour.Without(survey.Model, [.. gone]));
        var groups = survey.Groups.Select(group => new InterfaceGroup(group.Name, group.Members)).ToList();
        foreach (var (from, to) in OpenPairs.Of(without, groups, survey.Outside, []).Where(pair => pair.From.Name != pair.To.Name))
        {
            var query = new ReachabilityQuery(from.Selector, to.Selector);
            var inspected = survey.Analyzer.Prove(query).SelectMany(proof => Trail.ToPath(proof.Path)).FirstOrDefault(hop => gone.Contains(hop.Component.Id));
            if (inspected is not null && without.Answer(query) is { Verdict: Verdict.Reachable } around)
            {
                yield return new(
                    DiagnosticCatalogue.AvoidedInspection,
                    FindingSeverity.Warning,
                    inspected.Component,
                    $"traffic from {from.Name} to {to.Name} passes it on one way, and gets around it by {string.Join(" > ", around.Path.Select(hop => hop.Component.ToString()).Distinct(StringComparer.Ordinal))}",
                    "route that way through the firewall too, or leave it if it is meant to go without inspection")
                {
                    Related = [.. around.Path.Select(hop => hop.Component).Distinct()],
                };
            }
        }
    }
}
