using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N23. A NAT instance is one that a default route points at. Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html</summary>
public sealed class NatInstanceRule() : ResourceRule(
    "N23", "A NAT instance has no source/destination check, an Elastic IP, ingress from its VPC only, IMDSv2, and depends on the internet gateway attachment.", "AWS::EC2::Instance")
{
    protected override bool Applies(Resource instance) =>
        instance.Referring("AWS::EC2::Route", "InstanceId").Any(route => route.IsDefaultRoute());

    protected override IEnumerable<string> Problems(Resource instance)
    {
        if (instance["SourceDestCheck"].Flag != false)
        {
            yield return "checks source and destination of packets";
        }

        if (!instance.Referring("AWS::EC2::EIP", "InstanceId").Concat(instance.Referring("AWS::EC2::EIPAssociation", "InstanceId")).Any())
        {
            yield return "has no Elastic IP";
        }

        var tokens = instance["MetadataOptions"]["HttpTokens"].Text
            ?? instance["LaunchTemplate"]["LaunchTemplateId"].Target?["LaunchTemplateData"]["MetadataOptions"]["HttpTokens"].Text;
        if (tokens != "required")
        {
            yield return "does not require IMDSv2 tokens";
        }

        if (instance["SubnetId"].Target?["VpcId"].Target is not { } vpc)
        {
            yield return Unknown("SubnetId", instance["SubnetId"]);
            yield break;
        }

        if (!vpc.InternetGatewayAttachments().Any(instance.DependsOn))
        {
            yield return $"does not depend on the internet gateway attachment of {vpc.LogicalId}";
        }

        foreach (var rule in instance["SecurityGroupIds"].Items.Select(id => id.Target).OfType<Resource>()
            .SelectMany(SecurityGroupRule.Ingress)
            .Where(rule => rule.Peers.Length != 1 || !IsOfVpc(rule, vpc)))
        {
            yield return $"its group lets in {rule.Peers.FirstOrDefault().Key}, which is not an address range of the VPC";
        }
    }

    private static bool IsOfVpc(SecurityGroupRule rule, Resource vpc) =>
        rule.PeerGroup is not null
        || (rule.PeerRange is { } range && vpc.Blocks().Any(block => block.Range?.Contains(range) == true));
}
