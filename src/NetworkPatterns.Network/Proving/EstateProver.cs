using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Proving;

/// <summary>Proves or refutes every guarantee that an estate declares.</summary>
public static class EstateProver
{
    /// <summary>The results by network, in the order in which the networks declare them.</summary>
    /// <param name="estate">The templates.</param>
    /// <param name="model">The model that was read from them.</param>
    /// <param name="declared">The guarantees that were read from them.</param>
    public static ImmutableArray<GuaranteeResult> Prove(Estate estate, NetworkModel model, DeclaredGuarantees declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        var prover = new GuaranteeProver(model, Tiers.Of(declared, estate, model), new SelectorResolver(estate, model, declared));
        return [.. declared.Sets.SelectMany(set => prover.Prove(set.Set))];
    }
}
