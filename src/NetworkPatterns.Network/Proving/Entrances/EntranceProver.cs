using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Selection;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>Proves or refutes that an API, a load balancer or a bucket has one entrance.</summary>
internal sealed class EntranceProver(NetworkModel model, ReachabilityAnalyzer analyzer, SelectorResolver? selectors)
{
    /// <summary>The result of a promise.</summary>
    public GuaranteeResult Prove(SingleEntrance promise, GuaranteeResult result)
    {
        var to = Find(promise.To);
        var through = Find(promise.Through);
        ImmutableArray<Distribution> distributions = [.. model.Edge.Distributions.Where(distribution => through.Contains(distribution.Id))];
        var mustLead = promise.Through is SelectorParty { Kind: not "type" };
        var apis = model.Edge.Apis.Where(api => to.Contains(api.Id)).ToList();
        var balancers = apis.Count > 0 ? [] : model.All<LoadBalancer>().Where(balancer => to.Contains(balancer.Id)).ToList();

        // A construct of an API or a load balancer may hold buckets for logs, which nobody enters.
        var buckets = apis.Count + balancers.Count > 0 ? [] : model.Edge.Buckets.Where(bucket => to.Contains(bucket.Id)).ToList();
        var isNothing = apis.Count + balancers.Count + buckets.Count == 0;
        if (isNothing || (mustLead && distributions.IsEmpty))
        {
            return result with { Outcome = GuaranteeOutcome.Undecided, Detail = $"the templates have no {(isNothing ? $"API, load balancer or bucket {promise.To}" : $"distribution {promise.Through}")}" };
        }

        var backends = new BackendEntrance(model, analyzer);
        var flaws = apis.SelectMany(api => new ApiEntrance(model.Edge, api, distributions, mustLead).Flaws().Concat(backends.FlawsBehind(api)))
            .Concat(balancers.SelectMany(balancer => new LoadBalancerEntrance(model, balancer, distributions, mustLead, backends).Flaws()))
            .Concat(buckets.SelectMany(bucket => new BucketEntrance(model.Edge, bucket, distributions, mustLead).Flaws()));
        return flaws.OrderBy(flaw => flaw.Rank).FirstOrDefault() is { } worst
            ? result with { Outcome = worst.Outcome, Detail = worst.Detail, Evidence = worst.Evidence }
            : result;
    }

    private ImmutableHashSet<ComponentId> Find(Party party) => party is SelectorParty ? [.. selectors?.FindResources(party.ToString()) ?? []] : [];
}
