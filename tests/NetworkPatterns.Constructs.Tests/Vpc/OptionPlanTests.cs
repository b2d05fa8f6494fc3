using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>What the options decide, seen in plans and in what plain C# renders.</summary>
public sealed class OptionPlanTests
{
    [Fact]
    public void Ipam_SubnetOfAQuarterBlock_IsSelectedWithinThePoolsBlock()
    {
        var template = Options.Endpoints.Plain();
        template.Properties("Vpc").ToJsonString().ShouldContain("\"Ipv4NetmaskLength\":18");
        template.Properties("AppSubnetAz2")["CidrBlock"]!.ToJsonString().ShouldBe(
            """{"Fn::Select":[5,{"Fn::Cidr":[{"Fn::GetAtt":["Vpc","CidrBlock"]},32,"9"]}]}""");
    }

    [Fact]
    public void Ipam_SubnetsSmallerThanTheirBlock_DivideInStepsOf256()
    {
        var props = new ThreeTierVpcProps
        {
            Ipv4IpamPoolId = "ipam-pool-1",
            Ipv4NetmaskLength = 16,
            Zones = Sample.TwoZones,
            Tiers = [new() { Name = "transit", Slot = 1, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) }],
        };
        props.Plain().Properties("TransitSubnetB")["CidrBlock"]!.ToJsonString().ShouldBe(
            """{"Fn::Select":[0,{"Fn::Cidr":[{"Fn::Select":[40,{"Fn::Cidr":[{"Fn::GetAtt":["Vpc","CidrBlock"]},256,"8"]}]},16,"4"]}]}""");
    }

    [Fact]
    public void DualStack_Subnet_TakesThe64OfItsSlots()
    {
        var subnet = Options.DualStack.Plain().Resources()["AppSubnetB"]!;
        subnet["Properties"]!["Ipv6CidrBlock"]!.ToJsonString().ShouldBe(
            """{"Fn::Select":[17,{"Fn::Cidr":[{"Fn::Select":[0,{"Fn::GetAtt":["Vpc","Ipv6CidrBlocks"]}]},256,"64"]}]}""");
        subnet["DependsOn"]!.ToJsonString().ShouldBe("""["Ipv6CidrBlock"]""");
    }

    [Fact]
    public void DualStack_RuleBetweenTiers_HasAnEntryOfEachFamily()
    {
        var entries = Options.DualStack.Plan().NetworkAcls.Single(acl => acl.Tier.Name == "data").Entries;
        entries.Where(entry => entry is { IsAllow: true, IsEgress: false }).Select(entry => $"{entry.Number} {entry.FromPort} {entry.Peer}").ShouldBe(
            ["4760 5432 10.0.32.0/19", "4779 5432 VPC + 0:0:0:10::/60"]);
    }

    [Fact]
    public void DualStack_Routes_LeadOutByIntent()
    {
        var routes = Options.DualStack.Plan().RouteTables.ToDictionary(table => table.Id, table => table.Routes.Select(route => $"{route.Destination} {route.Target.ResourceId}").ToArray());
        routes["WebRouteTable"].ShouldBe(["0.0.0.0/0 InternetGateway", "::/0 InternetGateway"]);
        routes["AppRouteTableA"].ShouldBe(["0.0.0.0/0 NatGatewayA", "::/0 EgressOnlyInternetGateway"]);
        routes["JobsRouteTableB"].ShouldBe(["::/0 EgressOnlyInternetGateway", "64:ff9b::/96 NatGatewayB"]);
        routes["PodsRouteTableA"].ShouldBe(["0.0.0.0/0 NatGatewayA", "10.128.0.0/9 PrivateNatGatewayA"]);
        routes["DataRouteTable"].ShouldBeEmpty();
        routes["TransitRouteTableA"].ShouldBeEmpty();
    }

    [Fact]
    public void Ipv6Only_RuleForAnIPv4Range_IsTranslated()
    {
        var plan = Options.DualStack.Plan();
        plan.SecurityGroups.Single(group => group.Tier.Name == "jobs").ToRanges
            .SelectMany(flow => flow.To.Ranges.Select(range => $"{flow.Rule.FromPort} {range}"))
            .ShouldBe(["443 ::/0", "25 64:ff9b::c612:0/111"]);
        plan.NetworkAcls[0].Entries.ShouldContain(entry => entry.IsEgress && entry.FromPort == 25 && entry.Peer.ToString() == "198.18.0.0/15");
        plan.NetworkAcls[0].Entries.ShouldContain(entry => !entry.IsEgress && entry.FromPort == 25 && entry.Peer.ToString() == "VPC + 0:0:0:30::/60");
    }

    [Fact]
    public void BlockedRanges_AreDeniedFirst_WhereTheTierHasTheirFamily()
    {
        var plan = Options.DualStack.Plan();
        plan.NetworkAcls.Single(acl => acl.Tier.Name == "web").Entries.Where(entry => !entry.IsAllow).Select(entry => $"{entry.Number} {entry.IsEgress} {entry.Peer}")
            .ShouldBe(["1 False 198.51.100.0/24", "2 False 2001:db8:bad::/48", "1 True 198.51.100.0/24", "2 True 2001:db8:bad::/48"]);
        plan.NetworkAcls.Single(acl => acl.Tier.Name == "pods").Entries.Count(entry => !entry.IsAllow).ShouldBe(2);
        plan.NetworkAcls.Single(acl => acl.Tier.Name == "transit").Entries.ShouldAllBe(entry => entry.IsAllow && entry.Protocol == null);
    }

    [Fact]
    public void AdoptedIPv6Places_StandForTheTierOneByOne_WhereAnotherTiersPlaceIsBetween()
    {
        var plan = new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.TwoZones,
            IpStack = IpStack.DualStack,
            Pins = [new("app", "eu-west-1a", null) { Ipv6Index = 5 }, new("app", "eu-west-1b", null) { Ipv6Index = 6 }],
        }.Plan();
        plan.Tiers[0].Ranges.Select(range => range.ToString()).ShouldBe(["10.0.0.0/19", "VPC + ::/64", "VPC + 0:0:0:1::/64"]);
        plan.Tiers[1].Ranges.Select(range => range.ToString()).ShouldBe(["10.0.32.0/19", "VPC + 0:0:0:10::/60", "VPC + 0:0:0:5::/64", "VPC + 0:0:0:6::/64"]);
    }

    [Fact]
    public void RegionalNat_NeedsNoPublicTier()
    {
        var props = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, NatGateways = NatStrategy.Regional, Tiers = [new() { Name = "app", Slot = 1, Intent = TierIntent.Egress }] };
        var template = props.Plain();
        template.Properties("RegionalNatGateway").ToJsonString().ShouldStartWith("""{"AvailabilityMode":"regional","VpcId":{"Ref":"Vpc"},"Tags":""");
        template.LogicalIds("AWS::EC2::EIP").ShouldBeEmpty();
        template.LogicalIds("AWS::EC2::InternetGateway").Count.ShouldBe(1);
    }

    [Fact]
    public void RegionalNatByZone_HasAnAddressForEachZone() =>
        Options.Endpoints.Plain().Properties("RegionalNatGateway")["AvailabilityZoneAddresses"]!.AsArray()
            .Select(address => $"{address!["AvailabilityZoneId"]} {address["AllocationIds"]![0]!["Fn::GetAtt"]![0]}")
            .ShouldBe(["euw1-az1 RegionalNatGatewayAz1ElasticIp", "euw1-az2 RegionalNatGatewayAz2ElasticIp"]);

    [Fact]
    public void OwnElasticIp_TakesThePlaceOfOneThatIsMade()
    {
        var template = Options.DualStack.Plain();
        template.Properties("NatGatewayA")["AllocationId"]!.GetValue<string>().ShouldBe("eipalloc-0123456789abcdef0");
        template.LogicalIds("AWS::EC2::EIP").ShouldBe(["NatGatewayBElasticIp"]);
    }

    [Fact]
    public void NatInstance_ChangesNothingWhenAnImageIsNew()
    {
        var template = Options.Instance.Plain();
        template.Properties("NatInstanceB")["ImageId"]!.GetValue<string>().ShouldStartWith("resolve:ssm:/aws/service/ami-amazon-linux-latest/");
        template.ContainsKey("Parameters").ShouldBeFalse();
        template.Properties("AppRouteTableADefaultRoute")["InstanceId"]!["Ref"]!.GetValue<string>().ShouldBe("NatInstanceB");
        template.Properties("NatInstanceSecurityGroup")["SecurityGroupIngress"]!.AsArray().ShouldHaveSingleItem()!["CidrIp"]!.GetValue<string>().ShouldBe("10.0.32.0/19");
    }

    [Fact]
    public void PrefixList_CountsForWhatItHolds() => Options.DualStack.Plan().SecurityGroups.Single(group => group.Tier.Name == "app").IngressCount.ShouldBe(11);

    [Fact]
    public void InterfaceEndpoints_WithoutClients_AreForEveryBlockOfTheVpc()
    {
        var props = new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            SecondaryCidrs = [new("pods", "100.64.0.0/16")],
            Zones = Sample.TwoZones,
            IpStack = IpStack.DualStack,
            InterfaceEndpoints = ["sts"],
            InterfaceEndpointTier = "data",
        };
        props.Plain().Properties("InterfaceEndpointSecurityGroup")["SecurityGroupIngress"]!.AsArray().Select(rule => (rule!["CidrIp"] ?? rule["CidrIpv6"])!.ToJsonString()).ShouldBe(
            ["\"10.0.0.0/16\"", "\"100.64.0.0/16\"", """{"Fn::Select":[0,{"Fn::GetAtt":["Vpc","Ipv6CidrBlocks"]}]}"""]);
    }

    [Fact]
    public void InterfaceEndpoints_ForDeclaredClients_KnowTheirGroupsOnly()
    {
        var template = Options.Endpoints.Plain();
        template.Properties("InterfaceEndpointSecurityGroup").ContainsKey("SecurityGroupIngress").ShouldBeFalse();
        template.LogicalIds("AWS::EC2::SecurityGroupIngress").Where(id => id.StartsWith("InterfaceEndpoint", StringComparison.Ordinal)).ShouldBe(["InterfaceEndpointIngressFromAppTcp443"]);
        template.Properties("StsInterfaceEndpoint")["SubnetIds"]!.AsArray().Count.ShouldBe(1);
        template.Properties("PartnerInterfaceEndpoint").ContainsKey("PolicyDocument").ShouldBeFalse();
        template.LogicalIds("AWS::EC2::VPCEndpoint").ShouldContain("Ec2messagesInterfaceEndpoint");
    }

    [Fact]
    public void S3FlowLog_Columns_AreTheFields()
    {
        var template = Options.Endpoints.Plain();
        var log = template.Single("AWS::EC2::FlowLog")["Properties"]!;
        log["LogFormat"]!.GetValue<string>().ShouldBe("${srcaddr} ${dstaddr} ${dstport} ${protocol} ${packets} ${action}");
        log["DestinationOptions"]!.ToJsonString().ShouldBe("""{"FileFormat":"parquet","HiveCompatiblePartitions":true,"PerHourPartition":true}""");
        template.Properties("FlowLogTable")["TableInput"]!["StorageDescriptor"]!["Columns"]!.AsArray().Select(column => $"{column!["Name"]} {column["Type"]}")
            .ShouldBe(["srcaddr string", "dstaddr string", "dstport int", "protocol int", "packets bigint", "action string"]);
        template.LogicalIds("AWS::Athena::NamedQuery").ShouldBe(["FlowLogQueryRejectedHttps"]);
    }

    [Fact]
    public void EncryptionControl_Enforced_ExcludesTheGatewaysThatThereAre() =>
        Options.DualStack.Plain().Properties("EncryptionControl").Where(property => property.Key.EndsWith("Input", StringComparison.Ordinal)).Select(property => $"{property.Key} {property.Value}")
            .ShouldBe(["InternetGatewayExclusionInput enable", "EgressOnlyInternetGatewayExclusionInput enable", "NatGatewayExclusionInput enable"]);

    [Fact]
    public void PrivateNat_InATierForWorkloads_LetsTheDestinationsThroughAndNothingElse()
    {
        var plan = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, PrivateNat = new("data", ["app"], ["192.168.0.0/16"]) }.Plan();
        plan.NetworkAcls.Single(acl => acl.Tier.Name == "data").Entries.Where(entry => entry is { IsEgress: true, FromPort: 443 }).ShouldHaveSingleItem().Peer.ToString().ShouldBe("192.168.0.0/16");
    }

    [Fact]
    public void Settings_OfATier_AreOnItsSubnets()
    {
        var template = Options.DualStack.Plain();
        template.LogicalIds("AWS::EC2::PlacementGroup").ShouldBe(["AppPlacementGroupA", "AppPlacementGroupB", "DataPlacementGroup"]);
        template.LogicalIds("AWS::EC2::VPCBlockPublicAccessExclusion").ShouldBe(["WebSubnetAPublicAccessExclusion", "WebSubnetBPublicAccessExclusion"]);
        var tags = template.Properties("PodsSubnetA")["Tags"]!.AsArray().Select(tag => $"{tag!["Key"]}={tag["Value"]}").ToArray();
        tags.ShouldContain("kubernetes.io/role/internal-elb=1");
        tags.ShouldContain("kubernetes.io/cluster/platform=shared");
        tags.ShouldContain("karpenter.sh/discovery=platform");
    }

    [Fact]
    public void Shares_WithZonesByName_AreWarnedAbout() =>
        new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, Shares = [new("all", ["app"], ["111111111111"])] }
            .Plan().Warnings.ShouldContain(warning => warning.Code == "NP1243");

    [Fact]
    public void BlockPublicAccess_OverAPublicTier_IsWarnedAbout() =>
        new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, BlockPublicAccess = PublicAccessBlock.Bidirectional }
            .Plan().Warnings.ShouldContain(warning => warning.Code == "NP1244");

    [Fact]
    public void LocalZone_WithOneNat_SharesIt()
    {
        var plan = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", new("eu-west-1-ath-1a", Slot: 3)], NatGateways = NatStrategy.Single("eu-west-1a") }.Plan();
        plan.RouteTables.Where(table => table.Tier.Name == "app").ShouldAllBe(table => table.DefaultRoute!.ResourceId == "NatGatewayA");
    }

    [Fact]
    public void Guarantees_OfATierWithEndpoints_SayWhatReachesThem()
    {
        var texts = GuaranteePlanner.GuaranteesOf(Options.Endpoints.Plan()).Select(guarantee => guarantee.ToString()).ToArray();
        texts.ShouldContain("tier:app reaches tier:endpoints at most on tcp 443");
        texts.ShouldContain("tier:web never reaches tier:endpoints");
        texts.ShouldContain("tier:app reaches tier:data at most on tcp 3306, tcp 3389");
    }
}
