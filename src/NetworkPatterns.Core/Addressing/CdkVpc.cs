using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>What CDK's own <c>ec2.Vpc</c> was given, to know the subnets and logical IDs that it made of it.</summary>
/// <remarks>
/// The construct cuts its block group after group and zone after zone: first the groups with a mask, each subnet at
/// the next multiple of its size, then what remains in equal parts for the groups without.
/// <para>Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Vpc.html; the allocator of version 2.160.</para>
/// </remarks>
public sealed record CdkVpc
{
    /// <summary>The construct's path inside its stack, such as <c>Network/Vpc</c>: logical IDs follow from it.</summary>
    public required string Path { get; init; }

    /// <summary>The zones, in the order in which the construct had them.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>The block; <c>10.0.0.0/16</c>, the construct's default, unless given.</summary>
    public string CidrBlock { get; init; } = "10.0.0.0/16";

    /// <summary>The subnet groups in order; the construct's defaults, <c>Public</c> and <c>Private</c>, unless given.</summary>
    public ImmutableArray<CdkSubnetGroup> Groups { get; init; } = [new("Public"), new("Private")];

    /// <summary>The construct's <c>reservedAzs</c>: zones that have addresses but no subnets.</summary>
    public int ReservedZones { get; init; }

    /// <summary>Whether the VPC is dual stack.</summary>
    public bool IsDualStack { get; init; }

    /// <summary>The subnets and logical IDs that the construct made. A group's tier is its own name unless it says another.</summary>
    /// <remarks>IDs are those that each resource has if it exists: whether a subnet has a NAT gateway is not known here.</remarks>
    /// <exception cref="PlanException">The construct would have refused this.</exception>
    public ExistingLayout ToLayout()
    {
        var problems = new ProblemList();
        var block = CidrReader.Read(CidrBlock, $"{Path}: {nameof(CdkVpc)}.{nameof(CidrBlock)}", problems);
        problems.ThrowIfAny();

        var (zones, groups) = (Zones.OrEmpty(), Groups.OrEmpty());
        var zoneCount = zones.Length + Math.Max(0, ReservedZones);
        var blocks = Allocate(block!.Value, [.. groups.SelectMany(group => Enumerable.Repeat(group.CidrMask, zoneCount))]);
        var subnets = ImmutableArray.CreateBuilder<ExistingSubnet>();
        for (var group = 0; group < groups.Length; group++)
        {
            for (var zone = 0; zone < zones.Length && !groups[group].IsReserved; zone++)
            {
                var index = (group * zoneCount) + zone;
                subnets.Add(ToSubnet(groups[group], zone, blocks[index], index));
            }
        }

        return new()
        {
            CidrBlock = CidrBlock,
            Subnets = subnets.ToImmutable(),
            VpcId = Id("Resource"),
            InternetGatewayId = Id("IGW"),
            GatewayAttachmentId = Id("VPCGW"),
            Ipv6CidrBlockId = IsDualStack ? Id("ipv6cidr") : null,
            EgressOnlyInternetGatewayId = IsDualStack ? Id("EIGW6") : null,
        };
    }

    private string Id(string child) => CdkLogicalId.Of($"{Path}/{child}");

    private ExistingSubnet ToSubnet(CdkSubnetGroup group, int zone, Cidr block, int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{group.Name}Subnet{zone + 1}");
        return new(group.Tier ?? group.Name, Zones[zone], block.ToString())
        {
            Ipv6Index = IsDualStack ? index : null,
            SubnetId = Id($"{name}/Subnet"),
            RouteTableId = Id($"{name}/RouteTable"),
            RouteTableAssociationId = Id($"{name}/RouteTableAssociation"),
            DefaultRouteId = Id($"{name}/DefaultRoute"),
            Ipv6DefaultRouteId = IsDualStack ? Id($"{name}/DefaultRoute6") : null,
            EipId = Id($"{name}/EIP"),
            NatGatewayId = Id($"{name}/NATGateway"),
        };
    }

    private Cidr[] Allocate(Cidr vpc, int?[] masks)
    {
        var blocks = new Cidr[masks.Length];
        var next = vpc.First;
        for (var i = 0; i < masks.Length; i++)
        {
            if (masks[i] is { } mask)
            {
                blocks[i] = Take(vpc, mask, ref next);
            }
        }

        var rest = masks.Count(mask => mask is null);
        if (rest > 0)
        {
            var each = next > vpc.Last ? 0 : (uint)((vpc.Last - next + 1) / (UInt128)rest);
            var mask = each == 0 ? 33 : 32 - BitOperations.Log2(each);
            for (var i = 0; i < masks.Length; i++)
            {
                blocks[i] = masks[i] is null ? Take(vpc, mask, ref next) : blocks[i];
            }
        }

        return blocks;
    }

    private Cidr Take(Cidr vpc, int mask, ref UInt128 next)
    {
        if (!vpc.IsIPv6 && mask is >= SubnetSize.ShortestPrefix and <= SubnetSize.LongestPrefix)
        {
            var size = UInt128.One << (32 - mask);
            var first = (next + size - 1) / size * size;
            if (first + size - 1 <= vpc.Last)
            {
                next = first + size;
                return Cidr.Create(first, mask, isIPv6: false);
            }
        }

        throw new PlanException(DiagnosticCatalogue.NotACdkVpc.At(
            $"{Path}: {nameof(CdkVpc)}.{nameof(Groups)}",
            mask > 32 ? $"nothing of {vpc} remains" : $"{vpc} has no room for one more subnet of /{mask}",
            "give the block, zones and groups that the deployed construct has"));
    }
}

/// <summary>A subnet group of CDK's own <c>ec2.Vpc</c>.</summary>
/// <param name="Name">Its name: <c>Public</c>, <c>Private</c> and <c>Isolated</c> are the construct's own.</param>
/// <param name="CidrMask">Its prefix length; null for an equal part of what remains.</param>
/// <param name="IsReserved">Whether it has addresses but no subnets.</param>
public sealed record CdkSubnetGroup(string Name, int? CidrMask = null, bool IsReserved = false)
{
    /// <summary>The tier that its subnets become part of; the group's name unless given.</summary>
    public string? Tier { get; init; }
}
