using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Subnet groups of databases and caches: a named list of subnets, referred to by resource or by name.</summary>
internal sealed class SubnetGroups(ReadingContext context)
{
    private static readonly string[] NameProperties = ["DBSubnetGroupName", "CacheSubnetGroupName", "SubnetGroupName", "ReplicationSubnetGroupIdentifier"];

    public ImmutableArray<Maybe<ComponentId>> SubnetsOf(View view, string property, string type)
    {
        var id = view.Reference(property, ResourceKind.Of(type)) ?? view.Unknown($"{property} is missing");
        if (!id.IsKnown)
        {
            return [id.Unknown!];
        }

        var group = context.OfType(type).FirstOrDefault(each => context.IdOf(each) == id.Value || HasName(each, id.Value.LogicalId));
        return group is null
            ? [new UnknownValue(id.Value, "the subnet group is not among the given templates")]
            : context.View(group).References("SubnetIds", ResourceKind.Subnet);
    }

    // Services keep these names in lower case.
    private static bool HasName(ResolvedResource group, string name) => NameProperties.Any(property =>
        group[property].AsText() is { IsKnown: true } written && string.Equals(written.Value, name, StringComparison.OrdinalIgnoreCase));
}
