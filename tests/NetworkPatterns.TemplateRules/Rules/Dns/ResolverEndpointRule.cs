using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N44, for endpoints. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries-values.html</summary>
public sealed class ResolverEndpointRule() : ResourceRule(
    "N44", "A resolver endpoint has addresses in two subnets of two zones, and its security group opens port 53 over TCP and UDP its way.", "AWS::Route53Resolver::ResolverEndpoint")
{
    protected override IEnumerable<string> Problems(Resource endpoint)
    {
        var subnets = endpoint["IpAddresses"].Items.Select(address => address["SubnetId"]).ToList();
        if (subnets.Count < 2)
        {
            yield return $"has {subnets.Count} addresses";
        }

        if (subnets.Select(ZoneOf).Distinct(StringComparer.Ordinal).Count() < Math.Min(2, subnets.Count))
        {
            yield return "has all its addresses in one zone";
        }

        var direction = endpoint["Direction"].Text == "OUTBOUND" ? "Egress" : "Ingress";
        foreach (var group in endpoint["SecurityGroupIds"].Items.Select(group => group.Target).OfType<Resource>().Where(group => group.Type == "AWS::EC2::SecurityGroup"))
        {
            var rules = group[$"SecurityGroup{direction}"].Items
                .Concat(group.Template.Resources
                    .Where(rule => rule.Type == $"AWS::EC2::SecurityGroup{direction}" && ReferenceEquals(rule["GroupId"].Target, group))
                    .Select(rule => rule.Properties))
                .ToList();
            foreach (var protocol in new[] { "tcp", "udp" })
            {
                if (!rules.Exists(rule => rule["IpProtocol"].Text == "-1" || (rule["IpProtocol"].Text == protocol && rule["FromPort"].Number <= 53 && rule["ToPort"].Number >= 53)))
                {
                    yield return $"{group.LogicalId} does not open {protocol} 53 for {direction.ToLowerInvariant()}";
                }
            }
        }
    }

    private static string ZoneOf(Value subnet) => subnet.Target is { } resource
        ? (resource["AvailabilityZone"].Exists ? resource["AvailabilityZone"] : resource["AvailabilityZoneId"]).Key
        : subnet.Key;
}
