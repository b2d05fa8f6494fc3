using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E01 and E02. Source: https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html</summary>
public sealed class DistributionWebAclRule() : ResourceRule(
    "E01", "Every distribution names a WebACL of scope CLOUDFRONT of its own template; nothing associates one.", EdgeView.Distribution)
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        var acl = resource.Config()["WebACLId"];
        if (acl.Target is not { Type: "AWS::WAFv2::WebACL" } target || target["Scope"].Text != "CLOUDFRONT")
        {
            yield return $"has the WebACL {(acl.Exists ? acl.Key : "none")}, which is not one of scope CLOUDFRONT here";
        }

        if (resource.Template.Resources.Any(other => other.Type == "AWS::WAFv2::WebACLAssociation" && other["ResourceArn"].Json is { } arn && References.In(arn).Any(reference => reference.LogicalId == resource.LogicalId)))
        {
            yield return "is associated with a WebACL as if it were a Region's";
        }
    }
}

/// <summary>E03. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html</summary>
public sealed class ViewerCertificateRule() : ResourceRule(
    "E03", "Every distribution has names and a certificate for them, and asks for TLS 1.2 or newer.", EdgeView.Distribution)
{
    private static readonly string[] Protocols = ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"];

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var certificate = resource.Config()["ViewerCertificate"];
        if (!certificate["AcmCertificateArn"].Exists || certificate["SslSupportMethod"].Text != "sni-only")
        {
            yield return "has no certificate of its own, or not by SNI";
        }

        if (!Protocols.Contains(certificate["MinimumProtocolVersion"].Text, StringComparer.Ordinal))
        {
            yield return $"lets clients speak {certificate["MinimumProtocolVersion"].Text ?? "anything"}";
        }

        if (resource.Config()["Aliases"].Items.IsEmpty != resource.IsStaging())
        {
            yield return resource.IsStaging() ? "is for staging, and has names of its own" : "has no name of its own";
        }
    }
}
