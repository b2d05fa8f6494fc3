using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <content>VPCs and subnets with their addresses.</content>
internal sealed partial class NetworkIndex
{
    private void AddVpcs()
    {
        foreach (var vpc in vpcs.Values)
        {
            vpc.Addresses = AddressSpace.Of(vpc.Vpc.Cidrs.Where(cidr => cidr.IsKnown).Select(cidr => cidr.Value));
            vpc.AddressesUnknown = vpc.Vpc.Cidrs.FirstOrDefault(cidr => !cidr.IsKnown).Unknown;
        }

        foreach (var subnet in Model.All<Subnet>())
        {
            if (!vpcs.TryGetValue(subnet.Vpc, out var vpc))
            {
                var unknown = new UnknownValue(subnet.Vpc, "the VPC is not among the given templates");
                vpcs[subnet.Vpc] = vpc = new(new Vpc(new Component(subnet.Vpc, "AWS::EC2::VPC")) { Cidrs = [unknown], MayHaveMoreGateways = unknown })
                {
                    AddressesUnknown = unknown,
                };
            }

            vpc.Subnets.Add(subnets[subnet.Id] = Place(subnet, vpc));
        }

        foreach (var vpc in vpcs.Values.Where(vpc => vpc.AddressesUnknown is not null))
        {
            vpc.Addresses = vpc.Subnets.Where(subnet => !subnet.AddressDoubts.Any).Aggregate(vpc.Addresses, (all, subnet) => all.Union(subnet.Addresses));
        }

        foreach (var setting in Model.All<BlockPublicAccess>())
        {
            foreach (var vpc in vpcs.Values.Where(vpc => vpc.Vpc.Account == setting.Account && vpc.Vpc.Region == setting.Region))
            {
                vpc.BlockPublicAccess = setting;
            }
        }
    }

    private static SubnetNode Place(Subnet subnet, VpcNode vpc)
    {
        var node = new SubnetNode(subnet, vpc);
        foreach (var (range, family) in new[] { (subnet.Ipv4Cidr, AddressSpace.IPv4), (subnet.Ipv6Cidr, AddressSpace.IPv6) })
        {
            if (range is not { } cidr)
            {
                continue;
            }

            if (cidr.IsKnown)
            {
                node.Addresses = node.Addresses.Union(AddressSpace.Of(cidr.Value));
                node.Assignable = node.Assignable.Union(AddressSpace.Assignable(cidr.Value));
            }
            else
            {
                var all = vpc.AddressesUnknown is null ? vpc.Addresses.Intersect(family) : family.Except(AddressSpace.Symbols);
                node.Addresses = node.Addresses.Union(all);
                node.Assignable = node.Assignable.Union(all);
                node.AddressDoubts = node.AddressDoubts.And(Doubts.On(cidr.Unknown));
            }
        }

        return node;
    }
}
