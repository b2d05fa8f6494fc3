using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class ComputeReaderTests
{
    [Fact]
    public void S75_Lambda_HasAnInterfacePerSubnet_AndNothingListens()
    {
        var reading = Templates.ReadInVpc("  F: { Type: 'AWS::Lambda::Function', Properties: { Role: r, Code: {}, VpcConfig: { SubnetIds: [!Ref A, !Ref B], SecurityGroupIds: [sg-1] } } }");

        var functions = reading.Model.All<NetworkInterface>().ToList();
        functions.Select(part => part.Id.ToString()).ShouldBe(["F.Interface1", "F.Interface2"]);
        functions.ShouldAllBe(part => part.Kind == InterfaceKind.Lambda && part.ListensOn!.Value.IsEmpty && part.Addresses[0].HasPublicAddress.Equals(false));
    }

    [Theory]
    [InlineData("PubliclyAccessible: true", "true")]
    [InlineData("PubliclyAccessible: false", "false")]
    [InlineData("MultiAZ: true", "unknown")]
    public void S76_Database_IsPublicIfItSaysSo(string property, string expected)
    {
        var it = Database($"{property}, Engine: postgres").Interface("Db.Interface1");

        it.Addresses[0].HasPublicAddress.ToString().ToUpperInvariant().ShouldStartWith(expected.ToUpperInvariant());
        it.ListensOn!.Value.ShouldBe([Traffic.Tcp(5432)]);
        it.Kind.ShouldBe(InterfaceKind.Database);
    }

    [Theory]
    [InlineData("Engine: mysql", "3306")]
    [InlineData("Engine: sqlserver-ex", "1433")]
    [InlineData("Engine: oracle-ee", "1521")]
    [InlineData("Engine: postgres, Port: '6000'", "6000")]
    public void Database_ListensOnItsPort(string properties, string port) =>
        Database(properties).Interface("Db.Interface1").ListensOn!.Value.ShouldHaveSingleItem().Ports.Value.ToString().ShouldBe(port);

    [Fact]
    public void ClusterInstance_TakesSubnetsGroupsAndPortOfItsCluster()
    {
        var reading = Templates.ReadInVpc("""
              Subnets: { Type: 'AWS::RDS::DBSubnetGroup', Properties: { DBSubnetGroupDescription: d, SubnetIds: [!Ref A, !Ref B] } }
              Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: aurora-mysql, DBSubnetGroupName: !Ref Subnets, VpcSecurityGroupIds: [sg-1] } }
              Db: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: aurora-mysql, DBClusterIdentifier: !Ref Cluster, DBInstanceClass: c, PubliclyAccessible: false } }
            """);

        var it = reading.Interface("Db.Interface2");
        it.Subnet.Value.ShouldBe(Templates.Id("B"));
        it.Groups.ShouldBe([Templates.Id("sg-1")]);
        it.ListensOn!.Value.ShouldBe([Traffic.Tcp(3306)]);
        reading.Interface("Cluster.Interface1").Subnet.Value.ShouldBe(Templates.Id("A"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", AssignPublicIp: ENABLED", true)]
    [InlineData(", AssignPublicIp: DISABLED", false)]
    public void S77_EcsService_IsPublicIfAssigned(string property, bool isPublic)
    {
        var it = Templates.ReadInVpc($$"""
              S: { Type: 'AWS::ECS::Service', Properties: { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A], SecurityGroups: [sg-1]{{property}} } } } }
            """).Interface("S");

        it.Kind.ShouldBe(InterfaceKind.EcsTask);
        it.Addresses.ShouldHaveSingleItem().HasPublicAddress.ShouldBe(isPublic);
    }

    [Fact]
    public void S78_AutoScalingGroup_HasAnInterfacePerSubnet_WithTheGroupsOfItsTemplate()
    {
        var reading = Templates.ReadInVpc("""
              Lt: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true, Groups: [sg-1] }] } } }
              G: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: '1', MaxSize: '2', VPCZoneIdentifier: [!Ref A, !Ref B], LaunchTemplate: { LaunchTemplateId: !Ref Lt, Version: !GetAtt Lt.LatestVersionNumber } } }
              M: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: '1', MaxSize: '2', VPCZoneIdentifier: [!Ref A], MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: !Ref Lt, Version: '1' } } } } }
              Lc: { Type: 'AWS::AutoScaling::LaunchConfiguration', Properties: { ImageId: ami-1, InstanceType: t, SecurityGroups: [sg-2] } }
              C: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: '1', MaxSize: '2', VPCZoneIdentifier: [!Ref A], LaunchConfigurationName: !Ref Lc } }
            """);

        var second = reading.Interface("G.Interface2");
        second.Subnet.Value.ShouldBe(Templates.Id("B"));
        second.Groups.ShouldBe([Templates.Id("sg-1")]);
        second.Addresses[0].HasPublicAddress.ShouldBe(true);
        reading.Interface("M").Groups.ShouldBe([Templates.Id("sg-1")]);
        reading.Interface("C").Groups.ShouldBe([Templates.Id("sg-2")]);
        reading.Interface("C").Addresses[0].HasPublicAddress.ShouldBe(false);
    }

    [Fact]
    public void S78_Instance_TakesFromItsLaunchTemplateWhatItDoesNotSay()
    {
        var it = Templates.ReadInVpc("""
              Lt: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateName: web, LaunchTemplateData: { SecurityGroupIds: [sg-1] } } }
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A, LaunchTemplate: { LaunchTemplateName: web, Version: '1' } } }
            """).Interface("I");

        it.Groups.ShouldBe([Templates.Id("sg-1")]);
    }

    [Fact]
    public void LaunchTemplateOutsideTheEstate_LeavesGroupsAndAddressUnknown()
    {
        var it = Templates.ReadInVpc("""
              G: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: '1', MaxSize: '2', VPCZoneIdentifier: [!Ref A], LaunchTemplate: { LaunchTemplateId: lt-9, Version: '1' } } }
            """).Interface("G");

        it.Groups.ShouldHaveSingleItem().IsKnown.ShouldBeFalse();
        it.Addresses[0].HasPublicAddress.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void OtherServices_HaveInterfaces()
    {
        var reading = Templates.ReadInVpc("""
              Mount: { Type: 'AWS::EFS::MountTarget', Properties: { FileSystemId: fs-1, SubnetId: !Ref A, SecurityGroups: [sg-1] } }
              Nodes: { Type: 'AWS::ElastiCache::SubnetGroup', Properties: { Description: d, SubnetIds: [!Ref A] } }
              Redis: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { ReplicationGroupDescription: d, CacheSubnetGroupName: !Ref Nodes, SecurityGroupIds: [sg-1] } }
              Memcached: { Type: 'AWS::ElastiCache::CacheCluster', Properties: { Engine: memcached, CacheNodeType: t, NumCacheNodes: 1, CacheSubnetGroupName: !Ref Nodes, VpcSecurityGroupIds: [sg-1] } }
              Eks: { Type: 'AWS::EKS::Cluster', Properties: { RoleArn: r, ResourcesVpcConfig: { SubnetIds: [!Ref A], SecurityGroupIds: [sg-1] } } }
              Search: { Type: 'AWS::OpenSearchService::Domain', Properties: { VPCOptions: { SubnetIds: [!Ref A], SecurityGroupIds: [sg-1] } } }
              Resolver: { Type: 'AWS::Route53Resolver::ResolverEndpoint', Properties: { Direction: INBOUND, SecurityGroupIds: [sg-1], IpAddresses: [{ SubnetId: !Ref A }, { SubnetId: !Ref B }] } }
            """);

        reading.Interface("Mount").ListensOn!.Value.ShouldBe([Traffic.Tcp(2049)]);
        reading.Interface("Redis").ListensOn!.Value.ShouldBe([Traffic.Tcp(6379)]);
        reading.Interface("Memcached").ListensOn!.Value.ShouldBe([Traffic.Tcp(11211)]);
        reading.Interface("Eks").Groups.Select(group => group.IsKnown).ShouldBe([true, false]);
        reading.Interface("Search").Groups.ShouldBe([Templates.Id("sg-1")]);
        reading.Interface("Resolver.Interface2").Subnet.Value.ShouldBe(Templates.Id("B"));
    }

    [Fact]
    public void ConditionalInstance_HasDoubtfulAddresses() =>
        Templates.ReadInVpc(
            "  I: { Type: 'AWS::EC2::Instance', Condition: C, Properties: { SubnetId: !Ref A } }",
            "Parameters: { P: { Type: String } }\nConditions: { C: !Equals [!Ref P, x] }")
            .Interface("I").Addresses.ShouldHaveSingleItem().Doubt!.Reason.ShouldContain("parameter Net/P has no value");

    [Fact]
    public void TypesWithoutAPart_AreReported() =>
        Templates.ReadInVpc("  Fleet: { Type: 'AWS::EC2::EC2Fleet' }").Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2110");

    [Fact]
    public void Components_CarryTagsAndConstructPaths()
    {
        var component = Templates.ReadInVpc("""
              I: { Type: 'AWS::EC2::Instance', Metadata: { 'aws:cdk:path': Dev/Web/Resource }, Properties: { SubnetId: !Ref A, Tags: [{ Key: Name, Value: !Sub 'web-${AWS::Region}' }] } }
            """).Interface("I").Component;

        component.ConstructPath.ShouldBe("Dev/Web/Resource");
        component.Tags["Name"].ShouldBe("web-eu-west-1");
        component.Type.ShouldBe("AWS::EC2::Instance");
    }

    private static Network.Reading.NetworkReading Database(string properties) => Templates.ReadInVpc($$"""
          Subnets: { Type: 'AWS::RDS::DBSubnetGroup', Properties: { DBSubnetGroupDescription: d, SubnetIds: [!Ref A, !Ref B] } }
          Db: { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceClass: c, DBSubnetGroupName: !Ref Subnets, VPCSecurityGroups: [sg-1], {{properties}} } }
        """);
}
