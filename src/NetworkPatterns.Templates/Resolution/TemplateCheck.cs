using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>Looks through a stack once for what would make CloudFormation refuse it, or what only a deployment can expand.</summary>
internal static class TemplateCheck
{
    public static (ImmutableArray<Problem> Problems, ImmutableArray<Problem> Warnings) Run(ResolvedStack stack)
    {
        var (problems, warnings) = (new ProblemList(), new ProblemList());
        foreach (var transform in stack.UnexpandedTransforms)
        {
            warnings.Add(DiagnosticCatalogue.UnexpandedMacro.At(
                stack.Name, $"the macro {transform} runs only at deployment", "synthesize or package the template, and give the result"));
        }

        foreach (var resource in stack.Declared)
        {
            if (resource.Type.Length == 0)
            {
                warnings.Add(DiagnosticCatalogue.ResourceWithoutType.At(resource.ToString(), "the resource has no Type", "name its resource type"));
            }
            else if (resource.Type.EndsWith("::MODULE", StringComparison.Ordinal))
            {
                warnings.Add(DiagnosticCatalogue.UnexpandedMacro.At(
                    resource.ToString(), $"the module {resource.Type} is expanded only at deployment", "use the module's resources directly"));
            }
        }

        var references = new ReferenceScan(stack, warnings);
        foreach (var cycle in Cycles.Find(references.Resources()))
        {
            problems.Add(Cyclic($"{stack.Name}/{cycle[0]}", cycle));
        }

        foreach (var cycle in Cycles.Find(references.Conditions()))
        {
            problems.Add(Cyclic($"{stack.Name}/Conditions.{cycle[0]}", cycle));
        }

        return (problems.ToSorted(), warnings.ToSorted());
    }

    private static Problem Cyclic(string where, IReadOnlyList<string> cycle) => DiagnosticCatalogue.CyclicReference.At(
        where,
        $"{string.Join(" -> ", cycle.Take(10))}{(cycle.Count > 10 ? " -> ..." : "")} -> {cycle[0]}",
        "break the cycle: move one reference into a resource of its own, such as AWS::EC2::SecurityGroupIngress");
}
