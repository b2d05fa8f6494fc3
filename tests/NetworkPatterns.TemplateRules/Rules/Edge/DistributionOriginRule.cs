using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.Logs;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E06, E07 and E37. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html</summary>
public sealed class DistributionOriginRule() : ResourceRule(
    "E06", "Every server behind a distribution is reached over TLS 1.2 under a name that can be on a certificate and does not go around the distribution.", EdgeView.Distribution)
{
    protected override bool Applies(Resource resource) => Servers(resource).Any();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        foreach (var origin in Servers(resource))
        {
            var config = origin["CustomOriginConfig"];
            if (config["OriginProtocolPolicy"].Text != "https-only" || config["OriginSSLProtocols"].Items is not [{ Text: "TLSv1.2" }])
            {
                yield return $"reaches {origin["Id"].Key} by something else than TLS 1.2";
            }

            if (origin["DomainName"].Key is var name && (name.EndsWith(".elb.amazonaws.com", StringComparison.Ordinal) || name.Contains("execute-api", StringComparison.Ordinal) || name.Contains(".DNSName", StringComparison.Ordinal)))
            {
                yield return $"reaches {origin["Id"].Key} under the generated name {name}";
            }
        }
    }

    private static IEnumerable<Value> Servers(Resource distribution) => distribution.Config()["Origins"].Items.Where(origin => !origin["S3OriginConfig"].Exists && !origin["VpcOriginConfig"].Exists);
}

/// <summary>E16. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html</summary>
public sealed class BucketOriginRule() : ResourceRule(
    "E16", "Every bucket behind a distribution is read by origin access control only, by that distribution only.", EdgeView.Distribution)
{
    protected override bool Applies(Resource resource) => Buckets(resource).Any();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        foreach (var origin in Buckets(resource))
        {
            var control = origin["OriginAccessControlId"].Target;
            if (control?["OriginAccessControlConfig"]["SigningBehavior"].Text != "always" || control["OriginAccessControlConfig"]["SigningProtocol"].Text != "sigv4" || origin["S3OriginConfig"]["OriginAccessIdentity"].Text != "")
            {
                yield return $"reads {origin["Id"].Key} without origin access control";
            }

            if (origin["DomainName"].Target is not { Type: "AWS::S3::Bucket" } bucket)
            {
                continue;
            }

            var allowed = bucket.Template.Resources
                .Where(policy => policy.Type == "AWS::S3::BucketPolicy" && policy["Bucket"].Target == bucket)
                .SelectMany(policy => policy["PolicyDocument"]["Statement"].Items)
                .Where(statement => statement["Effect"].Text == "Allow")
                .ToList();
            if (allowed.Count != 1
                || allowed[0]["Action"].Key != "s3:GetObject"
                || allowed[0]["Principal"]["Service"].Text != "cloudfront.amazonaws.com"
                || !allowed[0]["Condition"]["StringEquals"]["AWS:SourceArn"].Texts().Any(arn => arn.EndsWith($"distribution/${{{resource.LogicalId}}}", StringComparison.Ordinal)))
            {
                yield return $"{bucket.LogicalId} lets in others than this distribution, or for more than reading";
            }

            if (bucket["WebsiteConfiguration"].Exists)
            {
                yield return $"{bucket.LogicalId} is a website, which everybody can read";
            }
        }
    }

    private static IEnumerable<Value> Buckets(Resource distribution) => distribution.Config()["Origins"].Items.Where(origin => origin["S3OriginConfig"].Exists);
}
