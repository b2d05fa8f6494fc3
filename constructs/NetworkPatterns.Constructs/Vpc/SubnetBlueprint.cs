using System.Globalization;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Subnets: <c>AWS::EC2::Subnet</c>.</summary>
internal static class SubnetBlueprint
{
    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        foreach (var tier in plan.Tiers)
        {
            foreach (var subnet in tier.Subnets)
            {
                builder.Add(new(subnet.Id, "AWS::EC2::Subnet", Value.Map(
                    ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                    ("CidrBlock", subnet.Addresses.CidrBlock!.Value.ToString()),
                    ("AvailabilityZone", ZoneName(subnet.Zone)),
                    ("AvailabilityZoneId", subnet.Zone.AvailabilityZoneId is { } id ? (Value)id : null),
                    ("MapPublicIpOnLaunch", tier.Intent == TierIntent.Internet ? (Value)tier.Props.MapPublicIpOnLaunch : null),
                    ("Tags", tags.OfSubnet($"{tier.Name}-{subnet.Zone.Label}", tier))))
                {
                    LogicalId = subnet.Addresses.LogicalId,
                    Metadata = ThreeTierVpcBlueprint.MembershipOf(tier, plan),
                });
            }
        }
    }

    private static Value? ZoneName(Zone zone) => zone.Kind switch
    {
        ZoneKind.Name => zone.Text,
        ZoneKind.Index => Value.Select(int.Parse(zone.Label, CultureInfo.InvariantCulture), Value.GetAZs()),
        _ => null,
    };
}
