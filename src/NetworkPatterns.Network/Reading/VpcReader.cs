using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading;

/// <summary>VPCs with all their ranges. What every VPC implies (main table, default ACL, default group) other readers add.</summary>
internal sealed class VpcReader(ReadingContext context)
{
    // Stand-ins lie in the range that is kept for documentation: no template of a real network holds it.
    private static readonly Cidr StandIns = Cidr.Parse("2001:db8::/32");

    private readonly Dictionary<ComponentId, Vpc> vpcs = [];
    private readonly Dictionary<ComponentId, ImmutableArray<Maybe<Cidr>>> ipv6Blocks = [];
    private readonly List<Cidr> standIns = [];

    /// <summary>The VPCs that resources declare.</summary>
    public IReadOnlyDictionary<ComponentId, Vpc> Vpcs => vpcs;

    /// <summary>The IPv6 blocks of a VPC in template order: what its attribute <c>Ipv6CidrBlocks</c> gives.</summary>
    public ImmutableArray<Maybe<Cidr>> Ipv6BlocksOf(ComponentId vpc) => ipv6Blocks.GetValueOrDefault(vpc, []);

    public void Read()
    {
        var blocks = context.Children("AWS::EC2::VPCCidrBlock", "VpcId", ResourceKind.Vpc);
        var orphans = context.OrphansOf(ResourceKind.Vpc);
        foreach (var resource in context.OfType("AWS::EC2::VPC"))
        {
            var view = context.View(resource);
            var more = blocks[view.Owner].Select(block => ReadBlock(block)).ToList();
            ipv6Blocks[view.Owner] = [.. more.Where(block => block.IsIPv6).Select(block => block.Range)];
            var vpc = new Vpc(context.ComponentOf(resource))
            {
                Region = resource.Stack.Region ?? "",
                Account = resource.Stack.Account ?? "",
                Cidrs =
                [
                    view.Cidr("CidrBlock") ?? view.Unknown("its range comes from an IPAM pool at deployment"),
                    .. more.Select(block => block.Range),
                    .. orphans.Select(unknown => (Maybe<Cidr>)unknown),
                ],
            };
            vpcs[vpc.Id] = vpc;
            context.Add(vpc);
        }

        context.StandIns = [.. standIns];
    }

    private (Maybe<Cidr> Range, bool IsIPv6) ReadBlock(ResolvedResource block)
    {
        var view = context.View(block);
        if (context.DoubtOf(block) is { } doubt)
        {
            return (doubt, !view.Has("CidrBlock") && !view.Has("Ipv4IpamPoolId"));
        }

        if (view.Cidr("CidrBlock") is { } ipv4)
        {
            return (ipv4, false);
        }

        if (view.Has("Ipv4IpamPoolId"))
        {
            return (view.Unknown("its range comes from an IPAM pool at deployment"), false);
        }

        if (view.Cidr("Ipv6CidrBlock") is { } ipv6)
        {
            return (ipv6, true);
        }

        var length = view.Integer("Ipv6NetmaskLength") ?? 56;
        return (length.IsKnown ? StandIn(length.Value, view) : length.Unknown!, true);
    }

    // Amazon gives a /56; a block of a pool is as large as the template says.
    private Maybe<Cidr> StandIn(int prefixLength, View view)
    {
        if (prefixLength is < 44 or > 60 || standIns.Count >= 4096)
        {
            return view.Unknown("its range is picked at deployment");
        }

        // Each has a /44 of its own, so that blocks of any size stay apart.
        var standIn = StandIns.Subnet(44, (UInt128)standIns.Count).Subnet(prefixLength, 0);
        standIns.Add(standIn);
        return standIn;
    }
}
