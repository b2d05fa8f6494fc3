using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N17. With one zonal NAT gateway of a kind (public or private), crossing zones was the choice; with several it is a mistake.</summary>
public sealed class NatInOwnZoneRule() : ResourceRule(
    "N17", "Where a VPC has a NAT gateway per zone, every subnet uses the one of its own zone.", "AWS::EC2::NatGateway")
{
    protected override bool Applies(Resource nat) =>
        !nat.IsRegionalNat() && nat["SubnetId"].Target?["VpcId"].Target is { } vpc && Siblings(nat, vpc) > 1;

    protected override IEnumerable<string> Problems(Resource nat)
    {
        var zone = nat["SubnetId"].Target!.Zone();
        return nat.Referring("AWS::EC2::Route", "NatGatewayId")
            .Select(route => route["RouteTableId"].Target)
            .OfType<Resource>()
            .SelectMany(table => table.SubnetsOfTable())
            .Where(subnet => subnet.Zone() != zone)
            .Select(subnet => $"is in {zone}, and {subnet.LogicalId} in {subnet.Zone()} uses it")
            .Distinct(StringComparer.Ordinal);
    }

    private static int Siblings(Resource nat, Resource vpc) => nat.Template.Resources.Count(other =>
        other.Type == nat.Type
        && !other.IsRegionalNat()
        && other.IsPrivateNat() == nat.IsPrivateNat()
        && ReferenceEquals(other["SubnetId"].Target?["VpcId"].Target, vpc));
}
