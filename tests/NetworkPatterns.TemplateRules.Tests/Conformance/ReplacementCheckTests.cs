using NetworkPatterns.TemplateRules.Conformance;

namespace NetworkPatterns.TemplateRules.Tests.Conformance;

public sealed class ReplacementCheckTests(SpecificationFixture fixture) : IClassFixture<SpecificationFixture>
{
    private static readonly Fragment Before = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/16", "Tags": [{"Key": "Name", "Value": "one"}]}
        A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-west-1a"}
        Log AWS::EC2::FlowLog {"ResourceType": "VPC", "ResourceId": "=Vpc", "DestinationOptions": {"FileFormat": "parquet", "HiveCompatiblePartitions": true, "PerHourPartition": true}}
        Group AWS::EC2::SecurityGroup {"GroupDescription": "web", "SecurityGroupIngress": []}
        """);

    [Fact]
    public void Check_NewResourcesAndChangesInPlace_FindNothing() => Problems(Before.With(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/16", "Tags": [{"Key": "Name", "Value": "two"}]}
        B AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "eu-west-1b"}
        Group AWS::EC2::SecurityGroup {"GroupDescription": "web", "SecurityGroupIngress": [{"IpProtocol": "-1", "CidrIp": "10.0.0.0/16"}]}
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "eu-west-1a"}""", "A", "a change of CidrBlock replaces it")]
    [InlineData("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.0.0.0/24"}""", "A", "a change of AvailabilityZone replaces it")]
    [InlineData("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-west-1a", "Ipv6CidrBlock": "2001:db8::/64"}""", "A", "a change of Ipv6CidrBlock may replace it")]
    [InlineData("""Group AWS::EC2::SecurityGroup {"GroupDescription": "the web", "SecurityGroupIngress": []}""", "Group", "a change of GroupDescription replaces it")]
    [InlineData("""Log AWS::EC2::FlowLog {"ResourceType": "VPC", "ResourceId": "=Vpc", "DestinationOptions": {"FileFormat": "plain-text", "HiveCompatiblePartitions": true, "PerHourPartition": true}}""", "Log", "a change of DestinationOptions replaces it")]
    [InlineData("""A AWS::EC2::RouteTable {"VpcId": "=Vpc"}""", "A", "becomes AWS::EC2::RouteTable, and was AWS::EC2::Subnet")]
    public void Check_ChangeThatReplaces_NamesResourceAndProperty(string resource, string logicalId, string problem)
    {
        var violation = new ReplacementCheck(fixture.Specification).Check(Before.ToTemplate(), Before.With(resource).ToTemplate()).Single();

        (violation.LogicalId, violation.Text).ShouldBe((logicalId, problem));
    }

    [Fact]
    public void Check_ResourceThatDisappears_IsNamed() => Problems(Before.Without("A")).ShouldBe(["is deleted"]);

    [Fact]
    public void Check_NestedPropertyThatReplaces_IsNamedByItsPath()
    {
        var specification = ServiceSpecification.Parse(
            """
            {"AWS::X::Y": {"attributes": {}, "replacementPaths": [["Tags", "Kind"]],
              "properties": {"Tags": {"value": {"kind": "json"}}, "Disks": {"value": {"kind": "list", "element": {"kind": "type", "type": "1"}}}},
              "types": {"1": {"properties": {"Name": {"value": {"kind": "string"}, "replacement": "yes"}, "Size": {"value": {"kind": "integer"}}}}}}}
            """);
        var before = Fragment.Of("""R AWS::X::Y {"Disks": [{"Name": "a", "Size": 1}], "Tags": {"Kind": "x"}}""").ToTemplate();
        var after = Fragment.Of("""R AWS::X::Y {"Disks": [{"Name": "b", "Size": 2}], "Tags": {"Kind": "y"}}""").ToTemplate();

        new ReplacementCheck(specification).Check(before, after).Select(violation => violation.Text)
            .ShouldBe(["a change of Disks.0.Name replaces it", "a change of Tags.Kind replaces it"]);
    }

    [Fact]
    public void ThrowIfFailed_NothingToGrowFrom_Throws() => Should.Throw<RuleRunException>(() =>
        new ReplacementCheck(fixture.Specification).ThrowIfFailed(Fragment.Of("").ToTemplate(), Before.ToTemplate()));

    [Theory]
    [InlineData("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-west-1a", "MapPublicIpOnLaunch": true}""")]
    [InlineData("""A AWS::EC2::RouteTable {"VpcId": "=Vpc"}""")]
    public void ChangedSubnets_SubnetWithAnyChange_IsNamed(string resource) =>
        Growth.ChangedSubnets(Before.ToTemplate(), Before.With(resource).ToTemplate()).Single().LogicalId.ShouldBe("A");

    [Fact]
    public void ChangedSubnets_MoreSubnets_FindsNothing() =>
        Growth.ChangedSubnets(Before.ToTemplate(), Before.With("B AWS::EC2::Subnet").ToTemplate()).ShouldBeEmpty();

    private IEnumerable<string> Problems(Fragment after) =>
        new ReplacementCheck(fixture.Specification).Check(Before.ToTemplate(), after.ToTemplate()).Select(violation => violation.Text);
}
