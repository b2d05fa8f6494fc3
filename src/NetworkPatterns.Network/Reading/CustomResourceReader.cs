using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Custom resources: what they do to a table, group or ACL that they are given is not known.</summary>
internal static class CustomResourceReader
{
    /// <summary>The CDK's custom resource that takes the rules of a VPC's default group away.</summary>
    public const string RestrictsDefaultGroup = "Custom::VpcRestrictDefaultSG";

    public static bool IsCustom(string type) =>
        type.StartsWith("Custom::", StringComparison.Ordinal) || type is "AWS::CloudFormation::CustomResource";

    /// <summary>The default groups that are emptied; one that is not known may be that of any VPC, or of none here.</summary>
    public static ImmutableArray<(Maybe<ComponentId> Group, UnknownValue? Doubt)> RestrictedGroups(ReadingContext context) =>
    [
        .. context.OfType(RestrictsDefaultGroup).Select(resource =>
        {
            var view = context.View(resource);
            var group = view.Reference("DefaultSecurityGroupId", ResourceKind.SecurityGroup) ?? view.Unknown("DefaultSecurityGroupId is missing");
            return (group, context.DoubtOf(resource) ?? group.Unknown);
        }),
    ];

    /// <summary>Why a resource of this kind may have more than the templates say, by resource.</summary>
    public static ILookup<ComponentId, UnknownValue> ChangesTo(ReadingContext context, ResourceKind kind)
    {
        var changes = new List<(ComponentId Target, UnknownValue Why)>();
        foreach (var resource in context.Estate.Stacks.SelectMany(stack => stack.Resources))
        {
            if (!IsCustom(resource.Type) || resource.Type is RestrictsDefaultGroup)
            {
                continue;
            }

            foreach (var target in References(resource.Properties).Where(target => kind.Types.Contains(target.Type)).Distinct())
            {
                changes.Add((context.IdOf(target), new UnknownValue(context.IdOf(resource), $"what this custom resource ({resource.Type}) does to {target}")));
                context.Problems.Add(DiagnosticCatalogue.CustomNetworkChange.At(
                    resource.ToString(),
                    $"{resource.Type} is given {target}, and what it does to it is not in the template",
                    "answers that depend on it are unknown; declare routes and rules as resources"));
            }
        }

        return changes.ToLookup(change => change.Target, change => change.Why);
    }

    private static IEnumerable<ResolvedResource> References(ResolvedValue value) => value switch
    {
        ReferenceValue reference => [reference.Resource],
        CompositeValue composite => composite.References.Select(reference => reference.Resource),
        ListValue list => list.SelectMany(References),
        MapValue map => map.Entries.SelectMany(entry => References(entry.Value)),
        _ => [],
    };
}
