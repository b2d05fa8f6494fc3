using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Subnets: <c>AWS::EC2::Subnet</c>.</summary>
internal static class SubnetBlueprint
{
    // Says how many addresses were asked for, so that whoever reads the template can tell whether they are there.
    private const string MinimumAddresses = "NetworkPatterns::MinimumAddresses";

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        foreach (var tier in plan.Tiers)
        {
            foreach (var subnet in tier.Subnets)
            {
                builder.Add(new(subnet.Id, "AWS::EC2::Subnet", Value.Map(
                    ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                    ("CidrBlock", subnet.Ipv4?.ToValue()),
                    ("Ipv6CidrBlock", tier.HasIPv6 ? AddressBlock.Ipv6Subnet(subnet.Addresses.Ipv6Index).ToValue() : null),
                    ("AssignIpv6AddressOnCreation", tier.HasIPv6 ? (Value)true : null),
                    ("Ipv6Native", tier.HasIPv4 ? null : (Value)true),
                    ("EnableDns64", tier.HasDns64 ? (Value)true : null),
                    ("AvailabilityZone", ZoneName(subnet.Zone)),
                    ("AvailabilityZoneId", subnet.Zone.AvailabilityZoneId is { } id ? (Value)id : null),
                    ("MapPublicIpOnLaunch", tier is { Intent: TierIntent.Internet, HasIPv4: true } ? (Value)tier.Props.MapPublicIpOnLaunch : null),
                    ("Tags", tags.OfSubnet($"{tier.Name}-{subnet.Zone.Label}", tier))))
                {
                    LogicalId = subnet.Addresses.LogicalId,
                    Metadata = MetadataOf(tier, plan),
                    DependsOn = BlocksOf(tier, subnet),
                });
            }
        }
    }

    /// <summary>The name of a zone for a template; <see langword="null"/> where it is known by its ID.</summary>
    public static Value? ZoneName(Zone zone) => zone.Kind switch
    {
        ZoneKind.Name => zone.Text,
        ZoneKind.Index => Value.Select(int.Parse(zone.Label, CultureInfo.InvariantCulture), Value.GetAZs()),
        _ => null,
    };

    private static MapValue MetadataOf(TierPlan tier, ThreeTierVpcPlan plan)
    {
        var membership = ThreeTierVpcBlueprint.MembershipOf(tier, plan);
        return tier.HasIPv4 && tier.Props.Size.MinimumAddresses is > 0 and var minimum ? membership.With(MinimumAddresses, (int)minimum) : membership;
    }

    private static ImmutableArray<string> BlocksOf(TierPlan tier, SubnetPlan subnet) =>
    [
        .. subnet.Addresses.VpcCidr is { IsPrimary: false } secondary ? [CidrBlockBlueprint.SecondaryId(secondary.Name)] : ImmutableArray<string>.Empty,
        .. tier.HasIPv6 ? [CidrBlockBlueprint.Ipv6Id] : ImmutableArray<string>.Empty,
    ];
}
