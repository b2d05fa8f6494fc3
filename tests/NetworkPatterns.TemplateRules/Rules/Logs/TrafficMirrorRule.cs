using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.NetworkAcls;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

/// <summary>N75. Source: https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-targets.html</summary>
public sealed class TrafficMirrorRule() : ResourceRule(
    "N75", "A traffic mirror target is one interface, load balancer or endpoint, into which group and network ACL let UDP 4789; a session's filter has rules.",
    "AWS::EC2::TrafficMirrorTarget", "AWS::EC2::TrafficMirrorSession")
{
    private const int Vxlan = 4789;
    private static readonly string[] Targets = ["NetworkInterfaceId", "NetworkLoadBalancerArn", "GatewayLoadBalancerEndpointId"];

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource.Type == "AWS::EC2::TrafficMirrorTarget")
        {
            if (Targets.Count(property => resource[property].Exists) is not 1 and var count)
            {
                yield return $"has {count} targets";
            }

            foreach (var problem in resource["NetworkInterfaceId"].Target is { Type: "AWS::EC2::NetworkInterface" } target ? Closed(target) : [])
            {
                yield return problem;
            }

            yield break;
        }

        if (resource["TrafficMirrorFilterId"].Target is not { } filter)
        {
            yield return Unknown("TrafficMirrorFilterId", resource["TrafficMirrorFilterId"]);
        }
        else if (!filter.Referring("AWS::EC2::TrafficMirrorFilterRule", "TrafficMirrorFilterId").Any())
        {
            yield return $"its filter {filter.LogicalId} has no rule, so nothing is mirrored";
        }
    }

    // What the template has of the way to the interface.
    private static IEnumerable<string> Closed(Resource target)
    {
        Resource[] groups = [.. target["GroupSet"].Items.Select(group => group.Target).OfType<Resource>()];
        if (groups.Length > 0 && !groups.SelectMany(SecurityGroupRule.Ingress).Any(IsVxlan))
        {
            yield return $"no group of {target.LogicalId} lets UDP {Vxlan} in";
        }

        foreach (var acl in target["SubnetId"].Target?.NetworkAcls() ?? [])
        {
            var entries = acl.Referring(NetworkAclEntry.ResourceType, "NetworkAclId").Select(NetworkAclEntry.TryRead);
            if (!entries.Any(entry => entry is { IsEgress: false, IsAllow: true, FromPort: <= Vxlan, ToPort: >= Vxlan } && entry.IsFor(NetworkAclEntry.Udp)))
            {
                yield return $"{acl.LogicalId} of {target.LogicalId}'s subnet lets no UDP {Vxlan} in";
            }
        }
    }

    private static bool IsVxlan(SecurityGroupRule rule) =>
        rule.Protocol == "-1" || (rule.Protocol is "udp" or "17" && rule.Json["FromPort"].Number <= Vxlan && rule.Json["ToPort"].Number >= Vxlan);
}
