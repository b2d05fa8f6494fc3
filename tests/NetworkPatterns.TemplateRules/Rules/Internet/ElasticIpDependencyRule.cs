using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N13. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html</summary>
public sealed class ElasticIpDependencyRule() : ResourceRule(
    "N13", "An Elastic IP of a NAT gateway or instance depends on the VPC's internet gateway attachment.", "AWS::EC2::EIP")
{
    protected override bool Applies(Resource eip) => VpcsOf(eip).Any();

    protected override IEnumerable<string> Problems(Resource eip) =>
        VpcsOf(eip).Where(vpc => !vpc.InternetGatewayAttachments().Any(eip.DependsOn))
            .Select(vpc => $"does not depend on the internet gateway attachment of {vpc.LogicalId}");

    private static IEnumerable<Resource> VpcsOf(Resource eip) => eip.Template.Resources
        .Where(resource => resource.Type == "AWS::EC2::NatGateway" && Uses(resource, eip))
        .Select(nat => nat["VpcId"].Target ?? nat["SubnetId"].Target?["VpcId"].Target)
        .Append(eip["InstanceId"].Target?["SubnetId"].Target?["VpcId"].Target)
        .Concat(eip.Referring("AWS::EC2::EIPAssociation", "AllocationId")
            .Select(association => association["InstanceId"].Target?["SubnetId"].Target?["VpcId"].Target
                ?? association["NetworkInterfaceId"].Target?["SubnetId"].Target?["VpcId"].Target))
        .OfType<Resource>()
        .Distinct();

    private static bool Uses(Resource nat, Resource eip) =>
        nat.Properties.Json is { } properties && References.In(properties).Any(reference => reference.LogicalId == eip.LogicalId);
}
