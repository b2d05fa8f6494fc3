using Amazon.CDK;
using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Guarantees;

/// <summary>Lets any construct promise who reaches whom.</summary>
public static class GuaranteeExtensions
{
    /// <summary>Adds promises to those that a pattern makes by itself, or to a construct that makes none.</summary>
    /// <remarks>
    /// Writes the <c>Metadata</c> section of the stack's template, which <c>netpatterns check</c> and the validation plugin read.
    /// The same promise twice is one.
    /// </remarks>
    /// <param name="network">A pattern, whose tiers <see cref="Party.Tier(string)"/> then names; or any other construct or stack.</param>
    /// <param name="guarantees">What must hold.</param>
    /// <exception cref="PlanException">The construct is in no stack.</exception>
    public static void Guarantee(this Construct network, params Guarantee[] guarantees)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(guarantees);
        var path = network.Node.Path;
        if (!network.Node.Scopes.Any(scope => Stack.IsStack(scope)))
        {
            throw new PlanException([.. guarantees.Select(guarantee => DiagnosticCatalogue.GuaranteeOutsideStack.At(
                path.Length == 0 ? "App" : path, $"the guarantee '{guarantee}' has no template to stand in", "add it to a construct in a stack, or to the stack"))]);
        }

        var stack = Stack.Of(network);
        foreach (var guarantee in guarantees)
        {
            stack.AddMetadata(
                $"{GuaranteeSet.MetadataKey}: {path}: {guarantee}",
                MetadataValue.From(new GuaranteeSet(path, [guarantee]).ToJson()));
        }
    }

    /// <summary>The network interfaces of a construct, as a side of a guarantee.</summary>
    /// <param name="construct">An instance, function, database, load balancer, or a construct that holds some.</param>
    public static Party AsParty(this IConstruct construct)
    {
        ArgumentNullException.ThrowIfNull(construct);
        return Party.Resource(construct.Node.Path);
    }
}
