using NetworkPatterns.TemplateRules.Conformance;

namespace NetworkPatterns.TemplateRules.Tests.Conformance;

public sealed class ConformanceCheckTests(SpecificationFixture fixture) : IClassFixture<SpecificationFixture>
{
    private static readonly Fragment Network = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": {"Fn::If": ["Large", "10.0.0.0/16", "=Range"]}, "EnableDnsSupport": true, "Tags": [{"Key": "Name", "Value": {"Fn::Sub": "${AWS::StackName}/vpc"}}]}
        Subnet AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": {"Fn::Select": [0, {"Fn::Cidr": ["=Vpc.CidrBlock", 4, 8]}]}, "AvailabilityZone": {"Fn::Select": [0, {"Fn::GetAZs": ""}]}, "MapPublicIpOnLaunch": "=Public"}
        Regional AWS::EC2::NatGateway {"AvailabilityMode": "regional", "VpcId": "=Vpc"}
        Endpoint AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "ServiceName": "com.amazonaws.vpce.x", "SubnetIds": "=Subnets", "PolicyDocument": {"Statement": [{"Any": 1}]}, "SecurityGroupIds": {"Fn::Split": [",", "sg-1,sg-2"]}}
        Group AWS::EC2::SecurityGroup {"GroupDescription": "db", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": "=Db.Endpoint.Port", "ToPort": "=Db.Endpoint.Port", "CidrIp": "10.0.0.0/16"}]}
        Db AWS::RDS::DBInstance {"AllocatedStorage": "20", "VPCSecurityGroups": []}
        Log AWS::EC2::FlowLog {"ResourceType": "VPC", "ResourceId": "=Vpc", "DestinationOptions": {"FileFormat": "parquet", "HiveCompatiblePartitions": true, "PerHourPartition": true}}
        """);

    private const string Sections =
        """
        {"Parameters": {"Range": {"Type": "String"}, "Public": {"Type": "String"}, "Subnets": {"Type": "List<AWS::EC2::Subnet::Id>"}},
         "Conditions": {"Large": {"Fn::Equals": ["a", "b"]}}}
        """;

    [Fact]
    public void Check_TemplateThatCloudFormationUnderstands_FindsNothing() => Problems(Network).ShouldBeEmpty();

    [Theory]
    [InlineData("""Vpc AWS::EC2::Vpc""", "AWS::EC2::Vpc is not a resource type")]
    [InlineData("""Vpc AWS::EC2::VPC {"Cidr": "10.0.0.0/16"}""", "Cidr is not a property")]
    [InlineData("""Vpc AWS::EC2::VPC {"CidrBlock": 10}""", "CidrBlock takes string, not 10")]
    [InlineData("""Vpc AWS::EC2::VPC {"CidrBlock": ["10.0.0.0/16"]}""", "CidrBlock takes string, not [\"10.0.0.0/16\"]")]
    [InlineData("""Vpc AWS::EC2::VPC {"CidrBlock": {"Fn::GetAZs": ""}}""", "CidrBlock takes string, not {\"Fn::GetAZs\":\"\"}")]
    [InlineData("""Vpc AWS::EC2::VPC {"CidrBlock": {"Fn::If": ["Large", "10.0.0.0/16", 16]}}""", "CidrBlock takes string, not 16")]
    [InlineData("""Vpc AWS::EC2::VPC {"CidrBlock": {"Fn::If": ["Large", ["10.0.0.0/16"], "10.0.0.0/16"]}}""", "CidrBlock takes string, not [\"10.0.0.0/16\"]")]
    [InlineData("""Vpc AWS::EC2::VPC {"EnableDnsSupport": "yes"}""", "EnableDnsSupport takes boolean, not \"yes\"")]
    [InlineData("""Vpc AWS::EC2::VPC {"Tags": [{"Key": "Name"}]}""", "Tags[0].Value is required")]
    [InlineData("""Vpc AWS::EC2::VPC {"Tags": [{"key": "Name", "Key": "Name", "Value": "x"}]}""", "Tags[0].key is not a property")]
    [InlineData("""Subnet AWS::EC2::Subnet {"CidrBlock": "10.0.0.0/24"}""", "VpcId is required")]
    [InlineData("""Subnet AWS::EC2::Subnet {"VpcId": {"Ref": "AWS::NoValue"}}""", "VpcId is required")]
    [InlineData("""Subnet AWS::EC2::Subnet {"VpcId": "=Vpx"}""", "refers to Vpx, which is not in the template")]
    [InlineData("""Subnet AWS::EC2::Subnet {"VpcId": "=Vpc.Cidr"}""", "AWS::EC2::VPC has no attribute Cidr")]
    [InlineData("""Subnet AWS::EC2::Subnet {"VpcId": {"Fn::Sub": "${Vpc.Cidr}"}}""", "AWS::EC2::VPC has no attribute Cidr")]
    [InlineData("""Subnet AWS::EC2::Subnet {"VpcId": "=Vpc.CidrBlockAssociations"}""", "VpcId takes string, not {\"Fn::GetAtt\":[\"Vpc\",\"CidrBlockAssociations\"]}")]
    [InlineData("""Subnet AWS::EC2::Subnet {"VpcId": {"Fn::Upper": "x"}}""", "Fn::Upper is not an intrinsic function")]
    [InlineData("""Subnet AWS::EC2::Subnet {"VpcId": "=Subnets"}""", "VpcId takes string, not {\"Ref\":\"Subnets\"}")]
    [InlineData("""Subnet AWS::EC2::Subnet {"VpcId": "=Vpc"} < Gone""", "depends on Gone, which is not in the template")]
    [InlineData("""Group AWS::EC2::SecurityGroup {"GroupDescription": "x", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": "443"}]}""", "SecurityGroupIngress[0].FromPort takes integer, not \"443\"")]
    [InlineData("""Group AWS::EC2::SecurityGroup {"GroupDescription": "x", "SecurityGroupIngress": [{"FromPort": 443}]}""", "SecurityGroupIngress[0].IpProtocol is required")]
    [InlineData("""Group AWS::EC2::SecurityGroup {"GroupDescription": "x", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": "=Vpc"}]}""", "SecurityGroupIngress[0].FromPort takes integer, not {\"Ref\":\"Vpc\"}")]
    [InlineData("""Log AWS::EC2::FlowLog {"ResourceType": "VPC", "ResourceId": "=Vpc", "DestinationOptions": {"fileFormat": "parquet"}}""", "DestinationOptions.fileFormat is not a property")]
    [InlineData("""Log AWS::EC2::FlowLog {"ResourceType": "VPC", "ResourceId": "=Vpc", "TrafficType": "EVERYTHING"}""", "TrafficType is 'EVERYTHING', not one of ACCEPT, ALL, REJECT")]
    [InlineData("""Nat AWS::EC2::NatGateway {"ConnectivityKind": "private"}""", "ConnectivityKind is not a property")]
    public void Check_ResourceThatCloudFormationDoesNotUnderstand_SaysWhy(string resource, string problem) =>
        Problems(Network.With(resource)).ShouldContain(problem);

    [Fact]
    public void Check_UnknownResourceAttributeOrCondition_SaysSo()
    {
        var template = TemplateRules.Reading.Template.Parse("Stack", """{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Condition": "Large", "Dependson": []}}}""");

        new ConformanceCheck(fixture.Specification).Check(template).Select(violation => violation.Text)
            .ShouldBe(["Dependson is not an attribute of resources", "the condition Large is not in the template"]);
    }

    [Fact]
    public void Check_OutputOfAnUnknownAttribute_NamesTheOutput()
    {
        var template = TemplateRules.Reading.Template.Parse("Stack", """{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}}, "Outputs": {"Range": {"Value": {"Fn::GetAtt": ["Vpc", "Cidr"]}}}}""");

        new ConformanceCheck(fixture.Specification).Check(template).Single().LogicalId.ShouldBe("Range");
    }

    [Fact]
    public void ThrowIfFailed_NoResourceAtAll_Throws() =>
        Should.Throw<RuleRunException>(() => new ConformanceCheck(fixture.Specification).ThrowIfFailed([]));

    private IEnumerable<string> Problems(Fragment fragment) =>
        new ConformanceCheck(fixture.Specification)
            .Check(TemplateRules.Reading.Template.Parse("Stack", fragment.ToJson(Sections)))
            .Select(violation => violation.Text);
}

/// <summary>The specification, read once for the tests of a class.</summary>
public sealed class SpecificationFixture
{
    public ServiceSpecification Specification { get; } = ServiceSpecification.Load();
}
