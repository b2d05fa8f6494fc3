using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Tests.Selection;

public sealed class SelectorResolverTests
{
    private const string Network = $$"""
        Resources:
        {{Reading.Templates.Vpc}}
          Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: !Ref Vpc, GroupDescription: g }, Metadata: { 'NetworkPatterns::Tiers': [{ network: Dev/Network, tier: web }] } }
          Empty: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: !Ref Vpc, GroupDescription: g } }
          DatabaseGroup: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: !Ref Vpc, GroupDescription: g }, Metadata: { 'NetworkPatterns::Tiers': [{ network: Dev/Network, tier: data }] } }
          Reserved: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.9.0/24 }, Metadata: { 'NetworkPatterns::Tiers': [{ network: Dev/Network, tier: data }] } }
          Passing: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.8.0/24 }, Metadata: { 'NetworkPatterns::Tiers': [{ network: Dev/Network, tier: transit }] } }
          PassingGroup: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: !Ref Vpc, GroupDescription: g }, Metadata: { 'NetworkPatterns::Tiers': [{ network: Dev/Network, tier: transit }] } }
          Stranger: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref Passing, SecurityGroupIds: [!Ref StrangersGroup] } }
          StrangersGroup: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: !Ref Vpc, GroupDescription: g } }
          ServerA1B2C3D4:
            Type: AWS::EC2::Instance
            Properties: { SubnetId: !Ref A, SecurityGroupIds: [!Ref Group], Tags: [{ Key: Team, Value: Shop }] }
            Metadata: { 'aws:cdk:path': Dev/App/Server/Resource }
          Other:
            Type: AWS::EC2::Instance
            Properties: { SubnetId: !Ref B, SecurityGroupIds: [!Ref Group], Tags: [{ Key: 'networkpatterns:tier', Value: tagged }] }
            Metadata: { 'aws:cdk:path': Dev/App/Other/Resource }
          Bucket: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcId: !Ref Vpc, ServiceName: com.amazonaws.eu-west-1.s3 } }
        """;

    [Theory]
    [InlineData("ServerA1B2C3D4", "ServerA1B2C3D4")]
    [InlineData("Net/ServerA1B2C3D4", "ServerA1B2C3D4")]
    [InlineData("Dev/App/Server", "ServerA1B2C3D4")]
    [InlineData("Dev/App/Server/Resource", "ServerA1B2C3D4")]
    [InlineData("Dev/App", "Other ServerA1B2C3D4")]
    [InlineData("subnet:A", "ServerA1B2C3D4")]
    [InlineData("sg:Group", "Other ServerA1B2C3D4")]
    [InlineData("vpc:Vpc", "Other ServerA1B2C3D4 Stranger")]
    [InlineData("tier:web", "Other ServerA1B2C3D4")]
    [InlineData("tier:Dev/Network/web", "Other ServerA1B2C3D4")]
    [InlineData("tier:tagged", "Other")]
    [InlineData("tier:data", "Reserved.AssumedInterface(data) Reserved.AssumedPublicInterface(data)")]
    [InlineData("tag:Team=Shop", "ServerA1B2C3D4")]
    [InlineData("tier:transit", "Passing.AssumedInterface(transit) Passing.AssumedPublicInterface(transit) Stranger")]
    public void Resolve_OfOneTemplate_FindsTheInterfaces(string selector, string expected)
    {
        var (end, problems) = Resolve(selector, ("Net", Network));

        problems.ShouldBeEmpty();
        string.Join(' ', end.ShouldBeOfType<EndpointSelector.Interfaces>().Ids).ShouldBe(expected);
    }

    [Fact]
    public void Resolve_WhatIsOutside_NeedsNoTemplate()
    {
        Resolve("internet", ("Net", Network)).End.ShouldBe(EndpointSelector.TheInternet);
        Resolve("cidr:192.168.0.0/16", ("Net", Network)).End.ShouldBeOfType<EndpointSelector.Outside>().Cidr.ToString().ShouldBe("192.168.0.0/16");
        Resolve("Bucket", ("Net", Network)).End.ShouldBeOfType<EndpointSelector.Service>().Id.ToString().ShouldBe("Bucket");
    }

    [Theory]
    [InlineData("Server", "NP2102", "ServerA1B2C3D4")]
    [InlineData("Othr", "NP2102", "Other")]
    [InlineData("subnet:Reservd", "NP2102", "Reserved")]
    [InlineData("subnet:Group", "NP2102", "A, B, Passing")]
    [InlineData("tier:wbe", "NP2102", "web")]
    [InlineData("tag:Team=Shops", "NP2102", "compared exactly")]
    [InlineData("tag:Team", "NP2101", "tag:KEY=VALUE")]
    [InlineData("cidr:10.0.0.1/8", "NP2101", "cidr:10.0.0.0/8")]
    [InlineData("cidr:everything", "NP2101", "cidr:10.1.0.0/16")]
    [InlineData("sg:Empty", "NP2104", "an instance, function, database")]
    public void Resolve_WhatMeansNothing_NamesTheNearest(string selector, string code, string advice)
    {
        var (end, problems) = Resolve(selector, ("Net", Network));

        end.ShouldBeNull();
        var problem = problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Where.ShouldBe(selector);
        problem.Fix.ShouldContain(advice);
    }

    [Fact]
    public void Resolve_ALogicalIdOfTwoStacks_AsksWhich()
    {
        var (end, problems) = Resolve("Other", ("One", Network), ("Two", Network));

        end.ShouldBeNull();
        problems.ShouldHaveSingleItem().Code.ShouldBe("NP2103");
        problems[0].Fix.ShouldBe("write one of One/Other, Two/Other");
        Resolve("Two/Other", ("One", Network), ("Two", Network)).End.ShouldBeOfType<EndpointSelector.Interfaces>().Ids.ShouldHaveSingleItem().ToString().ShouldBe("Two/Other");
    }

    private static (EndpointSelector? End, IReadOnlyList<Problem> Problems) Resolve(string selector, params (string Stack, string Template)[] templates)
    {
        var estate = Reading.Templates.Estate(templates);
        var problems = new ProblemList();
        var end = new SelectorResolver(estate, NetworkModelReader.Read(estate).Model, DeclaredGuarantees.Read(estate)).Resolve(selector, problems);
        return (end, problems.ToSorted());
    }
}
