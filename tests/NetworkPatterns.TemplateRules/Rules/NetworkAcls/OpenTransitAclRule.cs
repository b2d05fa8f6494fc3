using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>N33. Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html</summary>
public sealed class OpenTransitAclRule() : ResourceRule(
    "N33", "The network ACL of a Transit Gateway, firewall or Gateway Load Balancer endpoint subnet lets everything through.", "AWS::EC2::Subnet")
{
    protected override bool Applies(Resource subnet) =>
        subnet.NetworkAcls().Any() && subnet.Template.Resources.Any(resource => Subnets(resource).Any(value => ReferenceEquals(value.Target, subnet)));

    protected override IEnumerable<string> Problems(Resource subnet) =>
        from acl in subnet.NetworkAcls()
        let entries = acl.Referring(NetworkAclEntry.ResourceType, "NetworkAclId").Select(NetworkAclEntry.TryRead).ToArray()
        from egress in new[] { false, true }
        where entries.Any(entry => entry is null or { IsAllow: false })
            || !entries.Any(entry => entry!.IsEgress == egress && entry.Protocol == NetworkAclEntry.AllProtocols && entry.Peer.IsEverything)
        select $"{acl.LogicalId} does not let every {(egress ? "egress" : "ingress")} through";

    private static IEnumerable<Value> Subnets(Resource resource) => resource.Type switch
    {
        "AWS::EC2::TransitGatewayAttachment" or "AWS::EC2::TransitGatewayVpcAttachment" => resource["SubnetIds"].Items,
        "AWS::NetworkFirewall::Firewall" => resource["SubnetMappings"].Items.Select(mapping => mapping["SubnetId"]),
        "AWS::EC2::VPCEndpoint" when resource["VpcEndpointType"].Text == "GatewayLoadBalancer" => resource["SubnetIds"].Items,
        _ => [],
    };
}
