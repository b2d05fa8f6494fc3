using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Endpoints;

/// <summary>N36. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html</summary>
public sealed class InterfaceEndpointRule() : ResourceRule(
    "N36", "An interface endpoint has security groups and at most one subnet per zone; those of an AWS service let 443 in from every block of the VPC of a family that its subnets have, or from declared clients only.", "AWS::EC2::VPCEndpoint")
{
    protected override bool Applies(Resource endpoint) => endpoint.EndpointType() == "Interface";

    protected override IEnumerable<string> Problems(Resource endpoint)
    {
        if (endpoint["SubnetIds"].IsUnknownList)
        {
            yield return Unknown("SubnetIds", endpoint["SubnetIds"]);
        }

        foreach (var zone in endpoint["SubnetIds"].Items.GroupBy(subnet => subnet.Target?.Zone(), StringComparer.Ordinal))
        {
            if (zone.Key is null)
            {
                yield return $"the zone of a subnet can't be decided from the template: {zone.First().Key}";
            }
            else if (zone.Count() > 1)
            {
                yield return $"has {zone.Count()} subnets in {zone.Key}";
            }
        }

        var groups = endpoint["SecurityGroupIds"].Items;
        if (groups.IsEmpty)
        {
            yield return "has no security groups, and would get the VPC's default one";
            yield break;
        }

        if (groups.Any(group => group.Target is null))
        {
            yield return Unknown("SecurityGroupIds", endpoint["SecurityGroupIds"]);
            yield break;
        }

        // A private service has ports of its own.
        foreach (var problem in endpoint["ServiceName"].Key.Contains(".vpce", StringComparison.Ordinal) ? [] : Ingress(endpoint, [.. groups.SelectMany(group => SecurityGroupRule.Ingress(group.Target!))]))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Ingress(Resource endpoint, SecurityGroupRule[] rules)
    {
        var https = rules.Where(rule => rule.Protocol is "tcp" or "6" && rule.Json["FromPort"].Number == 443 && rule.Json["ToPort"].Number == 443).ToArray();
        if (https.Length == 0)
        {
            yield return "its groups don't let 443 in";
        }

        if (https.Length < rules.Length)
        {
            yield return "its groups let in more than TCP 443";
        }

        var subnets = endpoint["SubnetIds"].Items.Select(subnet => subnet.Target).OfType<Resource>().ToArray();
        var blocks = endpoint["VpcId"].Target?.Blocks().Where(block => subnets.Any(subnet => block.IsIPv6 ? subnet["Ipv6CidrBlock"].Exists : subnet["Ipv6Native"].Flag != true)).ToArray() ?? [];
        var ranges = https.Select(rule => rule.PeerRange).OfType<AddressRange>().ToArray();
        if (blocks.Any(block => block.Range is { } range && ranges.Contains(range)))
        {
            foreach (var block in blocks.Where(block => block.Range is not { } range || !ranges.Any(peer => peer.Contains(range) == true)))
            {
                yield return $"its groups let 443 in from a block of the VPC, but not from {block.Source.LogicalId}";
            }
        }

        if (ranges.Any(range => range.IsEverything))
        {
            yield return "its groups let 443 in from anywhere";
        }
    }
}
