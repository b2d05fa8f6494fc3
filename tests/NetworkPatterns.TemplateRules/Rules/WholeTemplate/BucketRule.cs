using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.Logs;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>E61, for buckets. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html</summary>
public sealed class BucketRule() : ResourceRule(
    "E61", "Every bucket is encrypted, closed to the public, reached over TLS only, and logs its accesses or holds such logs.", "AWS::S3::Bucket")
{
    private static readonly string[] Blocks = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    protected override IEnumerable<string> Problems(Resource bucket)
    {
        if (!bucket["BucketEncryption"].Exists)
        {
            yield return "does not say how it is encrypted";
        }

        foreach (var block in Blocks.Where(block => bucket["PublicAccessBlockConfiguration"][block].Flag != true))
        {
            yield return $"has no {block}";
        }

        var policies = bucket.Referring("AWS::S3::BucketPolicy", "Bucket").SelectMany(policy => policy["PolicyDocument"].Statements()).ToArray();
        var denied = policies
            .Where(statement => statement["Effect"].Text == "Deny" && statement["Condition"]["Bool"]["aws:SecureTransport"].Text == "false")
            .SelectMany(statement => statement["Resource"].Texts())
            .ToHashSet(StringComparer.Ordinal);
        var arn = $"${{{bucket.LogicalId}.Arn}}";
        if (!denied.Contains(arn) || !denied.Contains(arn + "/*"))
        {
            yield return "does not refuse requests without TLS, of the bucket and its objects";
        }

        var holdsLogs = bucket.Template.Resources.Any(other =>
                other.Type == bucket.Type && ReferenceEquals(other["LoggingConfiguration"]["DestinationBucketName"].Target, bucket))
            || policies.Any(statement => statement.IsFor("logging.s3.amazonaws.com"));
        if (!bucket["LoggingConfiguration"].Exists && !holdsLogs)
        {
            yield return "neither logs its accesses nor holds such logs";
        }
    }
}
