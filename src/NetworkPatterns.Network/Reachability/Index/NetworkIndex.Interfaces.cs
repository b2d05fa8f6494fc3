using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <content>Interfaces with their groups, and NAT gateways, whose addresses are compiled alike.</content>
internal sealed partial class NetworkIndex
{
    private void AddInterfaces()
    {
        var declared = Model.All<SecurityGroup>().Where(group => group is { IsDefault: true, Vpc.IsKnown: true })
            .GroupBy(group => group.Vpc.Value).ToDictionary(group => group.Key, group => group.First());
        var defaults = vpcs.Values.ToDictionary(vpc => vpc.Id, vpc => declared.GetValueOrDefault(vpc.Id) ?? DefaultGroup(vpc.Vpc));
        foreach (var group in defaults.Values)
        {
            objects.TryAdd(group.Id, group);
        }

        var compiler = new InterfaceCompiler(objects, subnets, defaults, groups, Symbols);
        foreach (var node in interfaces.Values)
        {
            compiler.Compile(node);
        }

        foreach (var gateway in Model.All<NatGateway>())
        {
            AddNat(gateway, compiler);
        }
    }

    private static SecurityGroup DefaultGroup(Vpc vpc)
    {
        var component = vpc.Component.Implies("DefaultSecurityGroup", "AWS::EC2::SecurityGroup");
        return new(component, vpc.Id)
        {
            IsDefault = true,
            Ingress = SecurityGroup.AllowOwnMembers(component),
            Egress = SecurityGroup.AllowAllEgress(component),
        };
    }

    private void AddNat(NatGateway gateway, InterfaceCompiler compiler)
    {
        if (gateway.Subnet is { IsKnown: true } id && subnets.TryGetValue(id.Value, out var subnet))
        {
            var isPublic = gateway.IsPrivate.IsKnown ? !gateway.IsPrivate.Value : (Maybe<bool>)gateway.IsPrivate.Unknown!;
            var address = compiler.Address(gateway.Address with { HasPublicAddress = isPublic }, subnet, gateway.Component, 0);
            if (address is not null)
            {
                natGateways[gateway.Id] = new(gateway, subnet, subnet.Vpc, address);
                subnet.Vpc.NatGateways.Add(natGateways[gateway.Id]);
            }
        }
        else if (gateway.Vpc is { } vpcId && vpcs.TryGetValue(vpcId, out var vpc))
        {
            var open = gateway.Address.PublicAddress is { } known ? AddressSet.Of(AddressSpace.Of(known)) : Symbols.Of(gateway.Id, $"public address of {gateway.Id}");
            natGateways[gateway.Id] = new(gateway, null, vpc, new(open, IsIPv6: false, Doubts.None, HasPublic: true, open, ElasticIp: null));
            vpc.NatGateways.Add(natGateways[gateway.Id]);
        }
    }
}
