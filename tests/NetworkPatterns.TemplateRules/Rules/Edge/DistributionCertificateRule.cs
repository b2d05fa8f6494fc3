using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E04. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html</summary>
public sealed class DistributionCertificateRule() : TemplateRule(
    "E04", "The stack of every distribution, and so of its certificate, is in us-east-1; the certificate is proved by DNS in a zone for each name.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var distribution in templates.OfType(EdgeView.Distribution))
        {
            findings.Examined();
            var region = RegionOf(distribution.Template, templates);
            if (region != "us-east-1")
            {
                findings.Violation(distribution, $"is in {region ?? "a Region that no manifest tells"}");
            }

            if (distribution.Config()["ViewerCertificate"]["AcmCertificateArn"].Target is not { Type: "AWS::CertificateManager::Certificate" } certificate)
            {
                continue;
            }

            var proved = certificate["DomainValidationOptions"].Items.Where(option => option["HostedZoneId"].Exists).Select(option => option["DomainName"].Key).ToHashSet(StringComparer.Ordinal);
            foreach (var name in certificate["SubjectAlternativeNames"].Items.Prepend(certificate["DomainName"]).Where(name => certificate["ValidationMethod"].Text != "DNS" || !proved.Contains(name.Key)))
            {
                findings.Violation(distribution, $"has a certificate on which {name.Key} is not proved by DNS");
            }
        }
    }

    // A manifest says of each stack's template where it goes: aws://account/region.
    private static string? RegionOf(Template template, TemplateSet templates) => templates.Manifests
        .SelectMany(manifest => Template.Members(manifest.Root, "artifacts"))
        .Where(artifact => artifact.Value.TryGetProperty("properties", out var properties)
            && properties.TryGetProperty("templateFile", out var file) && file.GetString() == $"{template.Name}.template.json")
        .Select(artifact => artifact.Value.TryGetProperty("environment", out var environment) && environment.ValueKind == JsonValueKind.String ? environment.GetString()!.Split('/')[^1] : null)
        .FirstOrDefault();
}
