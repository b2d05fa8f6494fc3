using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Endpoints;

/// <summary>N37. Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html#vpc-dns-support</summary>
public sealed class DnsAttributesRule() : ResourceRule(
    "N37", "A VPC with private DNS names, of an endpoint or a zone, has DNS support and DNS hostnames.", "AWS::EC2::VPC")
{
    protected override bool Applies(Resource vpc) =>
        vpc.Referring("AWS::EC2::VPCEndpoint", "VpcId").Any(endpoint => endpoint["PrivateDnsEnabled"] is { Exists: true } value && value.Flag != false)
        || vpc.Template.Resources.Any(zone =>
            zone.Type == "AWS::Route53::HostedZone" && zone["VPCs"].Items.Any(entry => ReferenceEquals(entry["VPCId"].Target, vpc)));

    protected override IEnumerable<string> Problems(Resource vpc)
    {
        // EnableDnsSupport is on unless said otherwise; EnableDnsHostnames is off.
        if (vpc["EnableDnsSupport"] is { Exists: true } support && support.Flag != true)
        {
            yield return "has no DNS support";
        }

        if (vpc["EnableDnsHostnames"].Flag != true)
        {
            yield return "has no DNS hostnames";
        }
    }
}
