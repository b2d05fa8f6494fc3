using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Addressing;

/// <summary>N8. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html</summary>
public sealed class IPv6FlagsRule() : ResourceRule(
    "N8", "An IPv6-only subnet has no IPv4 block; one that assigns IPv6 addresses has an IPv6 block.", "AWS::EC2::Subnet")
{
    protected override bool Applies(Resource subnet) => subnet["Ipv6Native"].Exists || subnet["AssignIpv6AddressOnCreation"].Exists;

    protected override IEnumerable<string> Problems(Resource subnet)
    {
        foreach (var property in new[] { "Ipv6Native", "AssignIpv6AddressOnCreation" })
        {
            if (subnet[property] is { Exists: true, Flag: null } unknown)
            {
                yield return Unknown(property, unknown);
            }
        }

        if (subnet["Ipv6Native"].Flag == true && (subnet["CidrBlock"].Exists || subnet["Ipv4IpamPoolId"].Exists))
        {
            yield return "is IPv6-only but has an IPv4 block";
        }

        var hasBlock = subnet["Ipv6CidrBlock"].Exists || subnet["Ipv6IpamPoolId"].Exists;
        if (subnet["AssignIpv6AddressOnCreation"].Flag == true && !hasBlock)
        {
            yield return "assigns IPv6 addresses but has no IPv6 block";
        }
    }
}
