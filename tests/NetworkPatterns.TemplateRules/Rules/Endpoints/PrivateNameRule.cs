using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Endpoints;

/// <summary>N38. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html</summary>
public sealed class PrivateNameRule() : ResourceRule(
    "N38", "A VPC has no private zone of the name that an endpoint with private DNS answers for.", "AWS::EC2::VPCEndpoint")
{
    protected override bool Applies(Resource endpoint) => endpoint["PrivateDnsEnabled"].Flag == true && endpoint.AwsService() is not null;

    protected override IEnumerable<string> Problems(Resource endpoint)
    {
        // The usual name, reversed: com.amazonaws.REGION.ecr.api answers for api.ecr.REGION.amazonaws.com.
        var service = string.Join('.', endpoint.AwsService()!.Split('.').Reverse());
        return endpoint.Template.Resources
            .Where(zone => zone.Type == "AWS::Route53::HostedZone"
                && zone["VPCs"].Items.Any(entry => entry["VPCId"].Key == endpoint["VpcId"].Key)
                && zone["Name"].Key.StartsWith(service + ".", StringComparison.Ordinal)
                && zone["Name"].Key.Contains("amazonaws.com", StringComparison.Ordinal))
            .Select(zone => $"{zone.LogicalId} is a private zone of its name");
    }
}
