using System.Collections.Immutable;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>Smaller versions of a question, so that a disagreement is shown on the smallest network that has it.</summary>
internal static class Shrinking
{
    public static IEnumerable<Question> Smaller(Question question)
    {
        var used = question.Model.Objects.SelectMany(o => Text.NamesIn(o).Distinct()).Concat(Text.NamesIn(question.Query).Distinct())
            .GroupBy(n => n).ToDictionary(n => n.Key, n => n.Count());
        for (var at = 0; at < question.Model.Objects.Length; at++)
        {
            var part = question.Model.Objects[at];
            if (!IsImplied(part) && used[part.Id] == 1 && (part is not NetworkFirewall firewall || firewall.Endpoints.All(e => used[e.Id] == 1)))
            {
                yield return With(question.Model.Objects.RemoveAt(at));
            }

            foreach (var simpler in Simpler(part))
            {
                yield return With(question.Model.Objects.SetItem(at, simpler));
            }
        }

        if (question.Packets.Length > 1)
        {
            foreach (var packet in question.Packets)
            {
                yield return question with { Packets = [packet] };
            }
        }

        Question With(ImmutableArray<NetworkObject> objects) => question with { Model = question.Model with { Objects = objects } };
    }

    // Every VPC has a main table, a default network ACL and a default group; what is behind a gateway without connections is unknown.
    private static bool IsImplied(NetworkObject part) => part is OnPremisesConnection or SecurityGroup { IsDefault: true } or RouteTable { IsMain: true } or NetworkAcl { IsDefault: true };

    private static IEnumerable<NetworkObject> Simpler(NetworkObject part) => part switch
    {
        RouteTable t => Fewer(t.Routes).Select(r => t with { Routes = r })
            .Concat(Fewer(t.PropagatingGateways).Select(g => t with { PropagatingGateways = g }))
            .Concat(Fewer(t.GatewayAssociations).Select(g => t with { GatewayAssociations = g })),
        NetworkAcl { IsDefault: false } a => Fewer(a.Entries).Select(e => a with { Entries = e }),
        SecurityGroup g => Fewer(g.Ingress).Select(r => g with { Ingress = r }).Concat(Fewer(g.Egress).Select(r => g with { Egress = r })),
        Subnet { NetworkAcl: not null } s => [s with { NetworkAcl = null }],
        NetworkInterface i => (i.Groups.Length > 1 ? Fewer(i.Groups) : []).Select(g => i with { Groups = g })
            .Concat(i.Addresses.Length > 1 ? Fewer(i.Addresses).Select(a => i with { Addresses = a }) : [])
            .Concat(i.ListensOn is null ? [] : [i with { ListensOn = null }]),
        GatewayEndpoint e => Fewer(e.RouteTables).Select(t => e with { RouteTables = t }),
        TransitGatewayRouteTable t => Fewer(t.Routes).Select(r => t with { Routes = r }).Concat(Fewer(t.Propagations).Select(p => t with { Propagations = p })),
        TransitGatewayAttachment { Association: not null } a => [a with { Association = null }],
        TransitGatewayAttachment { Subnets.Length: > 1 } a => Fewer(a.Subnets).Select(s => a with { Subnets = s }),
        NetworkFirewall f => Fewer(f.Policy.Value.StatefulRules).Select(r => f with { Policy = f.Policy.Value with { StatefulRules = r } })
            .Concat(Fewer(f.Policy.Value.StatelessRules).Select(r => f with { Policy = f.Policy.Value with { StatelessRules = r } })),
        TargetGroup g => Fewer(g.Targets).Select(t => g with { Targets = t }),
        BlockPublicAccess b => Fewer(b.Exclusions).Select(e => b with { Exclusions = e }),
        EndpointService s => Fewer(s.LoadBalancers).Select(b => s with { LoadBalancers = b }),
        _ => [],
    };

    private static IEnumerable<ImmutableArray<T>> Fewer<T>(ImmutableArray<T> list) => Enumerable.Range(0, list.Length).Select(at => list.RemoveAt(at));
}
