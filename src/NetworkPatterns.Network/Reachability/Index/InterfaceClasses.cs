using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>Interfaces that no question can tell apart share a class: one answers for all of them.</summary>
internal static class InterfaceClasses
{
    public static void Assign(NetworkModel model, IEnumerable<InterfaceNode> interfaces, Dictionary<ComponentId, NetworkObject> objects)
    {
        var targets = model.All<TargetGroup>().SelectMany(group => group.Targets).Select(target => target.Owner).OfType<ComponentId>().ToHashSet();
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in interfaces)
        {
            var item = node.Model;
            var hasOwnSettings = objects.GetValueOrDefault(item.Owner.Id) is LoadBalancer or InterfaceEndpoint;
            var owner = hasOwnSettings || targets.Contains(item.Owner.Id) ? item.Owner.Id.ToString() : "";
            var key = string.Join('\n', [
                item.Subnet.ToString(),
                string.Join(',', node.GroupIds.Order()),
                string.Join(',', node.UnknownGroups),
                owner,
                targets.Contains(item.Id) ? item.Id.ToString() : "",
                $"{item.HasGroups} {item.CanInitiate} {item.SourceDestCheck}",
                item.ListensOn is { } listens ? string.Join(',', listens) : "any",
                string.Join(',', item.Addresses.Select(address => address with { ElasticIp = null })),
            ]);
            if (!classes.TryGetValue(key, out var number))
            {
                classes[key] = number = classes.Count;
            }

            node.Class = number;
        }
    }
}
