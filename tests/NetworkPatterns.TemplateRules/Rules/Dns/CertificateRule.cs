using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N50. Source: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html</summary>
public sealed class CertificateRule() : ResourceRule(
    "N50", "Each name of a certificate is proved by DNS in a public zone that it belongs to.", "AWS::CertificateManager::Certificate")
{
    protected override bool Applies(Resource certificate) => !certificate["CertificateAuthorityArn"].Exists;

    protected override IEnumerable<string> Problems(Resource certificate)
    {
        if (certificate["ValidationMethod"].Text != "DNS")
        {
            yield return "is not validated by DNS";
        }

        var options = certificate["DomainValidationOptions"].Items;
        foreach (var name in certificate["SubjectAlternativeNames"].Items.Prepend(certificate["DomainName"]).DistinctBy(name => name.Key))
        {
            var option = options.FirstOrDefault(option => option["DomainName"].Key == name.Key);
            if (!option["HostedZoneId"].Exists)
            {
                yield return $"has no zone that proves {name.Key}";
            }
            else if (option["HostedZoneId"].Target is { Type: "AWS::Route53::HostedZone" } zone)
            {
                if (zone["VPCs"].Exists)
                {
                    yield return $"proves {name.Key} in the private zone {zone.LogicalId}";
                }

                if (!$".{name.Key.Replace("*.", "", StringComparison.Ordinal)}.".EndsWith($".{zone["Name"].Key.TrimEnd('.')}.", StringComparison.Ordinal))
                {
                    yield return $"proves {name.Key} in the zone {zone["Name"].Key}";
                }
            }
        }
    }
}
