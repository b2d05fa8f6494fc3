using System.Net;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class LoadBalancerReaderTests
{
    [Fact]
    public void S66_Listeners_WithTheGroupsOfTheirActionsAndRules()
    {
        var reading = Templates.ReadInVpc("""
              Alb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Subnets: [!Ref A, !Ref B], SecurityGroups: [sg-1] } }
              Http: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties: { LoadBalancerArn: !Ref Alb, Port: 80, Protocol: HTTP, DefaultActions: [{ Type: redirect, RedirectConfig: { StatusCode: HTTP_301 } }] } }
              Https: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties: { LoadBalancerArn: !Ref Alb, Port: 443, Protocol: HTTPS, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref G1 }] } }
              Rule: { Type: 'AWS::ElasticLoadBalancingV2::ListenerRule', Properties: { ListenerArn: !Ref Https, Priority: 1, Conditions: [], Actions: [{ Type: forward, ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref G2 }, { TargetGroupArn: !Ref G1 }] } }] } }
              G1: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Port: 8080, Protocol: HTTP, VpcId: !Ref Vpc } }
              G2: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Port: 8081, Protocol: HTTP, VpcId: !Ref Vpc } }
            """);

        var listeners = reading.Get<LoadBalancer>("Alb").Listeners;
        listeners.Select(listener => (listener.Id.LogicalId, listener.Traffic)).ShouldBe([("Http", Traffic.Tcp(80)), ("Https", Traffic.Tcp(443))]);
        listeners[0].TargetGroups.ShouldBeEmpty();
        listeners[1].TargetGroups.ShouldBe([Templates.Id("G1"), Templates.Id("G2")]);
        reading.Get<TargetGroup>("G1").Traffic.ShouldBe(Traffic.Tcp(8080));
    }

    [Fact]
    public void S66_TcpUdpListener_IsOneOfEach() =>
        Nlb("  L: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties: { LoadBalancerArn: !Ref Nlb, Port: 53, Protocol: TCP_UDP, DefaultActions: [] } }")
            .Get<LoadBalancer>("Nlb").Listeners.Select(listener => listener.Traffic).ShouldBe([Traffic.Tcp(53), Traffic.Udp(53)]);

    [Theory]
    [InlineData("Type: application", true)]
    [InlineData("Type: network", false)]
    [InlineData("Type: network, LoadBalancerAttributes: [{ Key: load_balancing.cross_zone.enabled, Value: 'true' }]", true)]
    public void S67_CrossZone_IsOnForApplicationLoadBalancersOnly(string properties, bool crossZone) =>
        Templates.ReadInVpc($"  Lb: {{ Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: {{ Subnets: [!Ref A], {properties} }} }}")
            .Get<LoadBalancer>("Lb").CrossZone.ShouldBe(crossZone);

    [Theory]
    [InlineData("", true)]
    [InlineData(", Scheme: internet-facing", true)]
    [InlineData(", Scheme: internal", false)]
    public void S68_Internal_HasNoPublicAddress(string scheme, bool isPublic) =>
        Templates.ReadInVpc($"  Lb: {{ Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: {{ Subnets: [!Ref A]{scheme} }} }}")
            .Interface("Lb.Interface1").Addresses.ShouldHaveSingleItem().HasPublicAddress.ShouldBe(isPublic);

    [Theory]
    [InlineData("", null)]
    [InlineData(", TargetGroupAttributes: [{ Key: preserve_client_ip.enabled, Value: 'false' }]", false)]
    [InlineData(", TargetGroupAttributes: [{ Key: stickiness.enabled, Value: 'true' }, { Key: preserve_client_ip.enabled, Value: 'true' }]", true)]
    public void S69_ClientAddresses_ArePreservedAsTheAttributeSays(string attributes, bool? preserved)
    {
        var group = Templates.ReadInVpc($"  G: {{ Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: {{ Port: 80, Protocol: TCP, TargetType: ip, VpcId: !Ref Vpc{attributes} }} }}")
            .Get<TargetGroup>("G");

        group.TargetType.ShouldBe(TargetType.Ip);
        group.PreserveClientIp.ShouldBe(preserved is { } value ? value : default(Maybe<bool>?));
    }

    [Fact]
    public void S70_NetworkLoadBalancer_IsFilteredOnlyIfMadeWithGroups()
    {
        Nlb("").Interface("Nlb.Interface1").HasGroups.ShouldBeFalse();

        var filtered = Templates.ReadInVpc(
            "  Nlb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: network, Subnets: [!Ref A], SecurityGroups: [sg-1], EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off' } }");
        filtered.Interface("Nlb.Interface1").HasGroups.ShouldBeTrue();
        filtered.Get<LoadBalancer>("Nlb").FiltersPrivateLink.ShouldBe(false);
    }

    [Fact]
    public void SubnetMappings_FixAddresses()
    {
        var it = Templates.ReadInVpc("""
              Ip: { Type: 'AWS::EC2::EIP' }
              Nlb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: network, SubnetMappings: [{ SubnetId: !Ref B, AllocationId: !GetAtt Ip.AllocationId, PrivateIPv4Address: 10.0.1.9 }] } }
            """).Interface("Nlb.Interface1");

        it.Subnet.Value.ShouldBe(Templates.Id("B"));
        it.Addresses[0].Fixed.ShouldBe(IPAddress.Parse("10.0.1.9"));
        it.Addresses[0].ElasticIp!.Id.ShouldBe(Templates.Id("Ip"));
    }

    [Fact]
    public void S74_Targets_OfEveryShape()
    {
        var reading = Templates.ReadInVpc("""
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
              G:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties: { Port: 80, Protocol: TCP, VpcId: !Ref Vpc, Targets: [{ Id: !Ref I, Port: 8080 }, { Id: !GetAtt I.PrivateIp }, { Id: 10.0.1.20 }, { Id: i-123 }] }
              Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { MinSize: '1', MaxSize: '1', VPCZoneIdentifier: [!Ref A, !Ref B], TargetGroupARNs: [!Ref G], LaunchTemplate: { LaunchTemplateId: lt-1, Version: '1' } } }
              Service: { Type: 'AWS::ECS::Service', Properties: { LoadBalancers: [{ TargetGroupArn: !Ref G, ContainerName: c, ContainerPort: 3000 }], NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A] } } } }
              Alb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Subnets: [!Ref A] } }
              ToAlb: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { TargetType: alb, Port: 80, Protocol: TCP, VpcId: !Ref Vpc, Targets: [{ Id: !Ref Alb }] } }
              ToLambda: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { TargetType: lambda, Targets: [{ Id: !GetAtt F.Arn }] } }
              F: { Type: 'AWS::Lambda::Function', Properties: { Role: r, Code: {} } }
            """);

        var group = reading.Get<TargetGroup>("G");
        group.Targets.Select(target => target.Owner?.ToString() ?? target.Address!.Value.Value.ToString()).ShouldBe(["I", "I", "10.0.1.20", "Group", "Service"]);
        group.Targets[0].Port!.Value.Value.ShouldBe(8080);
        group.Targets[4].Port!.Value.Value.ShouldBe(3000);
        group.MayHaveMoreTargets.ShouldHaveSingleItem().Reason.ShouldContain("i-123");
        reading.Get<TargetGroup>("ToAlb").Targets.ShouldHaveSingleItem().Owner.ShouldBe(Templates.Id("Alb"));
        reading.Get<TargetGroup>("ToLambda").Targets.ShouldBeEmpty();
        reading.Model.All<NetworkInterface>().ShouldNotContain(part => part.Owner.Id == Templates.Id("F"), "a function outside any VPC has no interface");
    }

    [Fact]
    public void ClassicLoadBalancer_ImpliesATargetGroupForEachListener()
    {
        var reading = Templates.ReadInVpc("""
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
              Elb: { Type: 'AWS::ElasticLoadBalancing::LoadBalancer', Properties: { Subnets: [!Ref A], Instances: [!Ref I], CrossZone: true, Listeners: [{ LoadBalancerPort: '80', InstancePort: '8080', Protocol: HTTP }] } }
            """);

        var balancer = reading.Get<LoadBalancer>("Elb");
        (balancer.Type, balancer.CrossZone.Value).ShouldBe((LoadBalancerType.Classic, true));
        var listener = balancer.Listeners.ShouldHaveSingleItem();
        listener.Traffic.ShouldBe(Traffic.Tcp(80));
        var group = reading.Get<TargetGroup>("Elb.Targets1");
        listener.TargetGroups.ShouldBe([group.Id]);
        group.Traffic.ShouldBe(Traffic.Tcp(8080));
        group.Targets.ShouldHaveSingleItem().Owner.ShouldBe(Templates.Id("I"));
    }

    private static Network.Reading.NetworkReading Nlb(string more) =>
        Templates.ReadInVpc($"  Nlb: {{ Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: {{ Type: network, Subnets: [!Ref A] }} }}\n{more}");
}
