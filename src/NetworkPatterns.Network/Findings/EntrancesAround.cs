using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Proving.Entrances;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3030: an API behind a distribution that answers requests around it, too, so that they pass no WebACL.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html</remarks>
internal sealed class EntrancesAround : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context) =>
        from api in context.Model.Edge.Apis
        let entrance = new ApiEntrance(context.Model.Edge, api, context.Model.Edge.Distributions, mustLead: false)
        where entrance.HasEntrance
        from flaw in entrance.WaysAround()
        where flaw.Rank == 0
        select new Finding(
            DiagnosticCatalogue.EntranceAround,
            FindingSeverity.Error,
            api.Component,
            string.Join("; ", flaw.Evidence.Path.Where(hop => hop.Detail.Length > 0).Select(hop => $"{hop.Component}: {hop.Detail}").Prepend(flaw.Detail)),
            "lock the API to the distribution's secret header, API key or client certificate, and disable its execute-api endpoint")
        {
            Related = [.. flaw.Evidence.Path.Select(hop => hop.Component).Where(component => component != api.Component).Distinct()],
        };
}
