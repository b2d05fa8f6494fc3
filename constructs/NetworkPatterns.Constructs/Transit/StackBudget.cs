using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>How many resources the parts of a hub make in one stack, and which of them go where once they are too many.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
internal static class StackBudget
{
    /// <summary>"Resources" of a CloudFormation template: 500, some of which are left for what stands beside the patterns.</summary>
    public const int Most = 450;

    /// <summary>
    /// Stacks that none of the parts overfills: each part goes into the first that has room for it. So a part more never moves one that is there.
    /// </summary>
    public static ImmutableArray<ImmutableArray<StackPart>> Split(IEnumerable<StackPart> parts)
    {
        var stacks = new List<List<StackPart>>();
        foreach (var part in parts)
        {
            var stack = stacks.Find(candidate => candidate.Sum(other => other.Resources) + part.Resources <= Most);
            if (stack is null)
            {
                stack = [];
                stacks.Add(stack);
            }

            stack.Add(part);
        }

        return [.. stacks.Select(stack => stack.ToImmutableArray())];
    }

    /// <summary>What stands against a part more in its stack; <see langword="null"/> where it fits.</summary>
    /// <param name="there">The parts that are known, of all stacks.</param>
    /// <param name="added">The part more.</param>
    /// <param name="isExported">Whether other stacks can know the hub.</param>
    /// <param name="where">Where the part is, for the problem.</param>
    public static Problem? Check(IEnumerable<StackPart> there, StackPart added, bool isExported, string where)
    {
        ImmutableArray<StackPart> parts = [.. there.Where(part => part.Stack == added.Stack), added];
        var count = parts.Sum(part => part.Resources);
        if (count <= Most)
        {
            return null;
        }

        var what = $"stack '{added.Stack}' would have {count} resources of the hub and its VPCs at least; a CloudFormation stack has 500, of which {Most} are left for them";
        if (added.Resources > Most)
        {
            return DiagnosticCatalogue.StackOfHubFull.At(where, what, $"{added.Path} alone makes {added.Resources}: give it fewer tiers, zones, segments or ranges");
        }

        var stacks = Split(parts);
        var proposal = stacks.Select((stack, place) => place == 0
            ? $"leave {Names(stack)} in '{added.Stack}' ({stack.Sum(part => part.Resources)} resources)"
            : $"put {Names(stack)} into a stack of its own, such as '{added.Stack}-{place + 1}' ({stack.Sum(part => part.Resources)})");
        return DiagnosticCatalogue.StackOfHubFull.At(
            where, what, string.Join("; ", proposal) + (isExported ? "" : "; give TransitGatewayHubProps.ExportName, by which other stacks know the hub"));
    }

    private static string Names(ImmutableArray<StackPart> parts) => string.Join(", ", parts.Select(part => part.Path));
}

/// <summary>A hub with its own VPCs, or an attachment with its VPC: what can't be in two stacks.</summary>
/// <param name="Stack">The construct path of its stack.</param>
/// <param name="Path">Its construct path.</param>
/// <param name="Resources">How many resources it makes.</param>
internal sealed record StackPart(string Stack, string Path, int Resources);
