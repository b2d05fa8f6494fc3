using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Selection;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>Proves or refutes that an API or a bucket has one entrance.</summary>
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
        var buckets = model.Edge.Buckets.Where(bucket => to.Contains(bucket.Id)).ToList();
        if (apis.Count + buckets.Count == 0 || (mustLead && distributions.IsEmpty))
        {
            return result with { Outcome = GuaranteeOutcome.Undecided, Detail = $"the templates have no {(apis.Count + buckets.Count == 0 ? $"API or bucket {promise.To}" : $"distribution {promise.Through}")}" };
        }

        var backends = new BackendEntrance(model, analyzer);
        var flaws = apis.SelectMany(api => new ApiEntrance(model.Edge, api, distributions, mustLead).Flaws().Concat(backends.FlawsBehind(api)))
            .Concat(buckets.SelectMany(bucket => new BucketEntrance(model.Edge, bucket, distributions, mustLead).Flaws()));
        return flaws.OrderBy(flaw => flaw.Rank).FirstOrDefault() is { } worst
            ? result with { Outcome = worst.Outcome, Detail = worst.Detail, Evidence = worst.Evidence }
            : result;
    }

    private ImmutableHashSet<ComponentId> Find(Party party) => party is SelectorParty ? [.. selectors?.FindResources(party.ToString()) ?? []] : [];
}
