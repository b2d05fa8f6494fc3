using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Rules;

namespace NetworkPatterns.Network.Checking;

/// <summary>Proves or refutes everything that an estate promises: what patterns declare, access scopes and a file's rules.</summary>
public sealed class EstateCheck
{
    private readonly Estate _estate;
    private readonly RuleFile? _rules;
    private readonly DeclaredGuarantees _declared;
    private readonly NetworkModel _model;
    private readonly SelectorResolver _selectors;

    private EstateCheck(Estate estate, RuleFile? rules)
    {
        (_estate, _rules) = (estate, rules);
        _declared = DeclaredGuarantees.Read(estate);
        _model = NetworkModelReader.Read(estate).Model;
        _selectors = new(estate, _model, _declared);
    }

    /// <summary>A guarantee to be proved, of a network or (with an empty name) of none.</summary>
    private sealed record Item(string Id, GuaranteePlace Place, string Network, Guarantee Guarantee, string Reason = "");

    /// <summary>Checks an estate.</summary>
    /// <param name="estate">The templates; its own problems are the caller's to report.</param>
    /// <param name="rules">A file's rules and suppressions; null for none.</param>
    /// <param name="today">The day that suppressions are compared with.</param>
    /// <param name="progress">Is told how many guarantees are proved, of how many.</param>
    public static CheckReport Run(Estate estate, RuleFile? rules, DateOnly today, IProgress<(int Done, int Of)>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(estate);
        return new EstateCheck(estate, rules).Run(today, progress);
    }

    private CheckReport Run(DateOnly today, IProgress<(int Done, int Of)>? progress)
    {
        var scopes = AccessScopeReader.Read(_estate);
        ImmutableArray<Item> items = [.. Declared(), .. Scoped(scopes), .. Written()];
        var problems = new ProblemList();
        problems.AddRange(_declared.Problems);
        foreach (var item in items)
        {
            problems.AddRange(PartiesOf(item.Guarantee).SelectMany(party => Missing(party, item)));
        }

        foreach (var suppression in Suppressions.Where(suppression => !items.Any(item => item.Id == suppression.Rule)))
        {
            problems.Add(DiagnosticCatalogue.SuppressionOfNothing.At(
                $"{_rules!.Name}, line {suppression.Line}, column {suppression.Column}",
                $"no rule and no guarantee is called '{suppression.Rule}'",
                NearestNames.Advice(suppression.Rule, items.Select(item => item.Id))));
        }

        if (!problems.IsEmpty)
        {
            return new([], problems.ToSorted(), scopes.NotModelled);
        }

        var prover = new GuaranteeProver(_model, Tiers.Of(_declared, _estate, _model), _selectors);
        var results = ImmutableArray.CreateBuilder<CheckedGuarantee>(items.Length);
        foreach (var item in items)
        {
            progress?.Report((results.Count, items.Length));
            results.Add(Judge(item, prover.Prove(item.Guarantee, item.Network), today));
        }

        return new(results.DrainToImmutable(), [], scopes.NotModelled);
    }

    private ImmutableArray<Suppression> Suppressions => _rules?.Suppressions ?? [];

    private CheckedGuarantee Judge(Item item, GuaranteeResult result, DateOnly today)
    {
        var suppression = Suppressions.FirstOrDefault(suppression => suppression.Rule == item.Id);
        return new(item.Id, item.Place, result)
        {
            Reason = item.Reason,
            Suppression = suppression,
            Status = result.Outcome switch
            {
                _ when suppression?.Expires < today => CheckStatus.Expired,
                GuaranteeOutcome.Holds => CheckStatus.Holds,
                _ when suppression is not null => CheckStatus.Suppressed,
                GuaranteeOutcome.Fails => CheckStatus.Fails,
                _ => CheckStatus.Undecided,
            },
        };
    }

    private IEnumerable<Item> Declared() =>
        from set in _declared.Sets
        from guarantee in set.Set.Guarantees
        select new Item($"{set.Set.Network}: {guarantee}", PlaceOf(set.Stack, set.Resource), set.Set.Network, guarantee);

    private static IEnumerable<Item> Scoped(AccessScopes scopes) =>
        from scope in scopes.Guarantees
        select new Item($"{scope.Scope}: {scope.Guarantee}", PlaceOf(scope.Scope.Stack, scope.Scope), "", scope.Guarantee);

    private IEnumerable<Item> Written() =>
        from rule in _rules?.Rules ?? []
        select new Item(rule.Id, new GuaranteePlace(_rules!.Name) { Line = rule.Line, Column = rule.Column }, "", rule.Guarantee, rule.Reason);

    private static GuaranteePlace PlaceOf(ResolvedStack stack, ResolvedResource? resource) =>
        new(stack.TemplateName) { LogicalId = resource?.LogicalId, ConstructPath = resource?.ConstructPath };

    private static IEnumerable<Party> PartiesOf(Guarantee guarantee) =>
        guarantee is OnlyThrough only ? [only.From, only.To, only.Through] : guarantee is SingleEntrance entrance ? [entrance.To, entrance.Through] : [guarantee.From, guarantee.To];

    private IEnumerable<Problem> Missing(Party party, Item item)
    {
        var isThrough = item.Guarantee is OnlyThrough only && only.Through == party;
        switch (party)
        {
            // A tier of a network is missed by the reader of its guarantees already.
            case TierParty { Network: null } tier when item.Network.Length == 0 && !_declared.Members(tier.Name).Any():
            case TierParty { Network: not null } other when item.Network.Length == 0 && !_declared.Members($"{other.Network}/{other.Name}").Any():
                return
                [
                    DiagnosticCatalogue.RuleAboutNothing.At(
                        item.Place.ToString(),
                        $"'{item.Guarantee}' speaks of {party}, which has no member",
                        NearestNames.Advice(party.ToString(), _declared.Tiers.Select(tier => $"tier:{tier.Tier}"))),
                ];
            case SelectorParty selector when isThrough:
                return _selectors.FindParts(selector.ToString()).IsEmpty
                    ? [DiagnosticCatalogue.RuleAboutNothing.At(item.Place.ToString(), $"'{item.Guarantee}' speaks of {party}, which the templates don't have", "correct the name, or give the template that has it")]
                    : [];
            case SelectorParty { Kind: "type" } when item.Guarantee is SingleEntrance entrance && entrance.Through == party:
                return [];
            case SelectorParty entered when item.Guarantee is SingleEntrance:
                return _selectors.FindResources(entered.ToString()).IsEmpty
                    ? [DiagnosticCatalogue.RuleAboutNothing.At(item.Place.ToString(), $"'{item.Guarantee}' speaks of {party}, which the templates don't have", "correct the name, or give the template that has it")]
                    : [];
            case { } other when item.Guarantee is SingleEntrance:
                return [DiagnosticCatalogue.RuleAboutNothing.At(item.Place.ToString(), $"'{item.Guarantee}' speaks of {other}, which is no API, load balancer, bucket or distribution", "name a construct path, a logical ID or a type")];
            case SelectorParty { Value: SelectorResolver.EveryInterface }:
                return [];
            case SelectorParty selector:
                var problems = new ProblemList();
                return _selectors.Resolve(selector.ToString(), problems) is null
                    ? problems.ToSorted().Select(problem => problem with { Where = $"{item.Place}: {problem.Where}" })
                    : [];
            case InternetParty or AnyParty or RangeParty when isThrough:
                return [DiagnosticCatalogue.RuleAboutNothing.At(item.Place.ToString(), $"nothing passes through {party}", "name a tier, or what the templates have")];
            default:
                return [];
        }
    }
}
