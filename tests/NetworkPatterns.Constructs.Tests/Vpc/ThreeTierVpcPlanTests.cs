using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Vpc;

public sealed class ThreeTierVpcPlanTests
{
    [Fact]
    public void Plan_Defaults_PlacesTiersAndZonesBySlot() =>
        Sample.Minimal().Plan().Tiers.SelectMany(tier => tier.Subnets)
            .Select(subnet => (subnet.Id, subnet.Addresses.CidrBlock.ToString()))
            .ShouldBe(
            [
                ("WebSubnetA", "10.0.0.0/21"), ("WebSubnetB", "10.0.8.0/21"), ("WebSubnetC", "10.0.16.0/21"),
                ("AppSubnetA", "10.0.32.0/21"), ("AppSubnetB", "10.0.40.0/21"), ("AppSubnetC", "10.0.48.0/21"),
                ("DataSubnetA", "10.0.64.0/21"), ("DataSubnetB", "10.0.72.0/21"), ("DataSubnetC", "10.0.80.0/21"),
            ]);

    [Fact]
    public void Plan_PerZone_SendsEachZoneToItsOwnNatGateway() =>
        Sample.Minimal().Plan().RouteTables.Where(table => table.Tier.Name == "app")
            .Select(table => (table.Subnets.Single().Zone.Text, table.DefaultRoute!.ResourceId))
            .ShouldBe([("eu-west-1a", "NatGatewayA"), ("eu-west-1b", "NatGatewayB"), ("eu-west-1c", "NatGatewayC")]);

    [Fact]
    public void Plan_SingleNatGateway_ServesEveryZone()
    {
        var plan = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.ThreeZones, NatGateways = NatStrategy.Single("eu-west-1b") }.Plan();
        plan.NatGateways.ShouldHaveSingleItem().Subnet!.Id.ShouldBe("WebSubnetB");
        plan.RouteTables.Where(table => table.Tier.Name == "app").ShouldAllBe(table => table.DefaultRoute!.ResourceId == "NatGatewayB");
    }

    [Fact]
    public void Plan_NoNatGateway_LeavesNoDefaultRouteAndWarns()
    {
        var plan = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.ThreeZones, NatGateways = NatStrategy.None }.Plan();
        plan.RouteTables.Where(table => table.Tier.Name != "web").ShouldAllBe(table => table.DefaultRoute == null);
        plan.Warnings.ShouldContain(warning => warning.Code == "NP1211" && warning.Where == "Dev/Network: ThreeTierVpcProps.NatGateways");
    }

    [Fact]
    public void Plan_ChangeOfNatStrategy_KeepsSubnetsAndRouteTables()
    {
        var perZone = Sample.Minimal().Plain().Resources();
        var single = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.ThreeZones, NatGateways = NatStrategy.Single("eu-west-1a") }.Plain().Resources();
        foreach (var (id, resource) in perZone.Where(entry => entry.Value!["Type"]!.GetValue<string>() is "AWS::EC2::Subnet" or "AWS::EC2::RouteTable" or "AWS::EC2::SubnetRouteTableAssociation"))
        {
            single[id]!.ToJsonString().ShouldBe(resource!.ToJsonString());
        }
    }

    [Fact]
    public void Plan_IsolatedTier_HasNoDefaultRoute() =>
        Sample.Minimal().Plan().RouteTables.Single(table => table.Tier.Name == "data").DefaultRoute.ShouldBeNull();

    [Fact]
    public void Plan_TiersInAnyOrder_GiveTheSameBytes()
    {
        var tiers = Sample.Tiers();
        var expected = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.ThreeZones, Tiers = tiers }.Plain().ToJsonString();
        new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = [.. Sample.ThreeZones.Reverse()], Tiers = [.. tiers.Reverse()] }.Plain().ToJsonString().ShouldBe(expected);
    }

    [Fact]
    public void Plan_ZonesByIndex_SelectsThemAtDeployment() =>
        new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["#0", "#1"] }.Plain()
            .Properties("AppSubnet1")["AvailabilityZone"]!.ToJsonString()
            .ShouldBe("""{"Fn::Select":[1,{"Fn::GetAZs":{"Ref":"AWS::Region"}}]}""");

    [Fact]
    public void Plan_PinnedSubnet_KeepsItsPlaceAndItsRules()
    {
        var props = new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.TwoZones,
            Pins = [new SubnetPin("data", "eu-west-1a", "10.0.200.0/24")],
        };
        var plan = props.Plan();
        plan.Tiers[2].Ranges.Select(range => range.ToString()).ShouldBe(["10.0.64.0/19", "10.0.200.0/24"]);
        props.Plain().Resources().Where(resource => resource.Value!["Type"]!.GetValue<string>() == "AWS::EC2::NetworkAclEntry")
            .Count(resource => resource.Value!["Properties"]!["CidrBlock"]!.GetValue<string>() == "10.0.200.0/24")
            .ShouldBe(2);
    }
}
