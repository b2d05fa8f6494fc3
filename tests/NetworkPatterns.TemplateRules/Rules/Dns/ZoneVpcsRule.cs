using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N43. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html</summary>
public sealed class ZoneVpcsRule() : ResourceRule(
    "N43", "A private zone is associated with VPCs, each once; a zone that logs queries or is signed is public.", "AWS::Route53::HostedZone")
{
    protected override IEnumerable<string> Problems(Resource zone)
    {
        var vpcs = zone["VPCs"];
        if (vpcs.Exists && vpcs.Items.IsEmpty && !vpcs.IsUnknownList)
        {
            yield return "has an empty list of VPCs";
        }

        if (vpcs.Items.GroupBy(vpc => vpc["VPCId"].Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
        {
            yield return $"has the VPC {repeated.Key} twice";
        }

        var isSigned = zone.Template.Resources.Any(resource => resource.Type == "AWS::Route53::DNSSEC" && ReferenceEquals(resource["HostedZoneId"].Target, zone));
        if (vpcs.Exists && (zone["QueryLoggingConfig"].Exists || isSigned))
        {
            yield return "is private, and logs queries or is signed";
        }
    }
}
