using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Subnets with their ranges, zones and associations.</summary>
internal sealed class SubnetReader(ReadingContext context, VpcReader vpcs)
{
    private readonly Dictionary<ComponentId, SubnetFacts> facts = [];
    private ILookup<ComponentId, ResolvedResource> tables = Array.Empty<ResolvedResource>().ToLookup(_ => default(ComponentId)!);
    private ILookup<ComponentId, ResolvedResource> acls = Array.Empty<ResolvedResource>().ToLookup(_ => default(ComponentId)!);
    private ILookup<ComponentId, ResolvedResource> ranges = Array.Empty<ResolvedResource>().ToLookup(_ => default(ComponentId)!);

    /// <summary>What readers of interfaces need to know of a subnet; null for one outside the estate.</summary>
    public SubnetFacts? Find(Maybe<ComponentId> subnet) => subnet.IsKnown ? facts.GetValueOrDefault(subnet.Value) : null;

    public IEnumerable<SubnetFacts> All => facts.Values;

    public void Read()
    {
        tables = context.Children("AWS::EC2::SubnetRouteTableAssociation", "SubnetId", ResourceKind.Subnet);
        acls = context.Children("AWS::EC2::SubnetNetworkAclAssociation", "SubnetId", ResourceKind.Subnet);
        ranges = context.Children("AWS::EC2::SubnetCidrBlock", "SubnetId", ResourceKind.Subnet);
        var identities = new VpcIdentities(context, vpcs);
        foreach (var resource in context.OfType("AWS::EC2::Subnet"))
        {
            var view = context.View(resource);
            var vpc = identities.Of(view);
            if (!vpc.IsKnown)
            {
                // The model puts every subnet into a VPC. What is in this one has no known place.
                context.NotModelled(resource, $"its VPC is not known: {vpc.Unknown!.Reason}", "give the missing value; until then answers about it are unknown");
                facts[view.Owner] = new SubnetFacts(view.Owner, Vpc: null, vpc.Unknown) { Component = context.ComponentOf(resource) };
                continue;
            }

            var subnet = Read(resource, view, vpc.Value);
            context.Add(subnet);
            facts[view.Owner] = new SubnetFacts(view.Owner, vpc.Value, Unknown: null)
            {
                Component = subnet.Component,
                MapsPublicAddress = view.Boolean("MapPublicIpOnLaunch") ?? false,
                AssignsIpv6Address = view.Boolean("AssignIpv6AddressOnCreation") ?? false,
                HasIPv4 = subnet.Ipv4Cidr is not null,
                HasIPv6 = subnet.Ipv6Cidr is not null,
            };
        }
    }

    private Subnet Read(ResolvedResource resource, View view, ComponentId vpc) => new(context.ComponentOf(resource), vpc)
    {
        Zone = view.Text("AvailabilityZone") ?? view.Text("AvailabilityZoneId") ?? view.Unknown("no AvailabilityZone is given: AWS picks one"),
        Ipv4Cidr = view.Boolean("Ipv6Native") is { IsKnown: true, Value: true } ? default(Maybe<Cidr>?)
            : view.Cidr("CidrBlock") ?? view.Unknown("its range comes from an IPAM pool at deployment"),
        Ipv6Cidr = Ipv6(view),
        RouteTable = Associated(tables[view.Owner], "RouteTableId", ResourceKind.RouteTable),
        NetworkAcl = Associated(acls[view.Owner], "NetworkAclId", ResourceKind.NetworkAcl),
    };

    private Maybe<Cidr>? Ipv6(View view)
    {
        if (Ipv6(view, view["Ipv6CidrBlock"]) is { } own)
        {
            return own;
        }

        if (view.Has("Ipv6IpamPoolId"))
        {
            return view.Unknown("its IPv6 range comes from an IPAM pool at deployment");
        }

        // IPv6 ranges may be resources of their own.
        var separate = ranges[view.Owner].Select(context.View).Select(range => Ipv6(range, range["Ipv6CidrBlock"])).OfType<Maybe<Cidr>>().ToList();
        var doubt = ranges[view.Owner].Select(context.DoubtOf).FirstOrDefault(each => each is not null);
        return separate.Count switch
        {
            0 => default(Maybe<Cidr>?),
            1 => doubt is null ? separate[0] : doubt,
            _ => view.Unknown("it has several IPv6 ranges"),
        };
    }

    // Fn::Select of Fn::Cidr of the VPC's blocks, which AWS picks: the same arithmetic on the stand-in.
    private Maybe<Cidr>? Ipv6(View view, ResolvedValue value)
    {
        if (Pointer.Of(value) is not Pointer.Declared { Attribute: "Ipv6CidrBlocks" } declared
            || !ResourceKind.Vpc.Types.Contains(declared.Resource.Type))
        {
            return view.Cidr(value);
        }

        var blocks = vpcs.Ipv6BlocksOf(context.IdOf(declared.Resource));
        return declared.Steps switch
        {
            [SelectDerivation(var block), CidrDerivation(_, var hostBits), SelectDerivation(var index)]
                when block < blocks.Length && (block == 0 || blocks.Length == 1) && blocks.Length == 1 => Part(view, value, blocks[block], hostBits, index),
            [SelectDerivation(0)] when blocks.Length == 1 => blocks[0],
            _ => view.Unknown(value, $"{declared} is known only after deployment"),
        };
    }

    private static Maybe<Cidr> Part(View view, ResolvedValue value, Maybe<Cidr> block, int hostBits, int index)
    {
        if (!block.IsKnown)
        {
            return block.Unknown!;
        }

        var prefixLength = 128 - hostBits;
        return prefixLength >= block.Value.PrefixLength && (UInt128)index < block.Value.CountOf(prefixLength)
            ? block.Value.Subnet(prefixLength, (UInt128)index)
            : view.Unknown(value, $"{block.Value} holds fewer ranges with {hostBits} host bits");
    }

    private Maybe<ComponentId>? Associated(IEnumerable<ResolvedResource> associations, string property, ResourceKind kind)
    {
        Maybe<ComponentId>? found = null;
        foreach (var association in associations)
        {
            var view = context.View(association);
            var target = view.Reference(property, kind) ?? view.Unknown($"{property} is missing");
            if (context.DoubtOf(association) is { } doubt)
            {
                target = doubt;
            }

            found = found is null || found == target ? target : view.Unknown("the subnet has several associations");
        }

        // One of nobody knows which subnet may be of this one.
        return found ?? (context.OrphansOf(ResourceKind.Subnet) is [var orphan, ..] ? orphan : default(Maybe<ComponentId>?));
    }
}

/// <summary>What readers of interfaces need to know of a subnet.</summary>
/// <param name="Id">The subnet.</param>
/// <param name="Vpc">Its VPC; null where that is not known.</param>
/// <param name="Unknown">Why the VPC is not known.</param>
internal sealed record SubnetFacts(ComponentId Id, ComponentId? Vpc, UnknownValue? Unknown)
{
    public required Component Component { get; init; }

    public Maybe<bool> MapsPublicAddress { get; init; } = false;

    public Maybe<bool> AssignsIpv6Address { get; init; } = false;

    public bool HasIPv4 { get; init; } = true;

    public bool HasIPv6 { get; init; }
}
