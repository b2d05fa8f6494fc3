using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Policies of endpoints.</summary>
internal static class EndpointPolicyBlueprint
{
    /// <summary>A policy document.</summary>
    /// <param name="policy">What it lets through.</param>
    /// <param name="isS3">Whether the endpoint is S3's, through which AWS serves packages, container layers and agents.</param>
    public static MapValue Of(EndpointPolicy policy, bool isS3) => Value.Map(
        ("Version", "2012-10-17"),
        ("Statement", policy.OrganizationId is { } organization
            ? Value.List(isS3 ? [IdentitiesOf(organization), AwsServices(), AwsBuckets()] : [IdentitiesOf(organization), AwsServices()])
            : Value.List(Everything())));

    // What AWS takes where no policy is given, said in the template so that a reader sees it.
    private static MapValue Everything() => Value.Map(
        ("Effect", "Allow"),
        ("Principal", "*"),
        ("Action", "*"),
        ("Resource", "*"));

    private static MapValue IdentitiesOf(string organization) => Value.Map(
        ("Sid", "IdentitiesAndResourcesOfTheOrganization"),
        ("Effect", "Allow"),
        ("Principal", "*"),
        ("Action", "*"),
        ("Resource", "*"),
        ("Condition", Value.Map(("StringEquals", Value.Map(
            ("aws:PrincipalOrgID", organization),
            ("aws:ResourceOrgID", organization))))));

    private static MapValue AwsServices() => Value.Map(
        ("Sid", "ServicesOfAws"),
        ("Effect", "Allow"),
        ("Principal", "*"),
        ("Action", "*"),
        ("Resource", "*"),
        ("Condition", Value.Map(("Bool", Value.Map(("aws:PrincipalIsAWSService", "true"))))));

    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
    // https://docs.aws.amazon.com/linux/al2023/ug/deterministic-upgrades-usage.html
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html
    private static MapValue AwsBuckets() => Value.Map(
        ("Sid", "BucketsOfAws"),
        ("Effect", "Allow"),
        ("Principal", "*"),
        ("Action", "s3:GetObject"),
        ("Resource", Value.List(
            Value.Sub("arn:${AWS::Partition}:s3:::prod-${AWS::Region}-starport-layer-bucket/*"),
            Value.Sub("arn:${AWS::Partition}:s3:::al2023-repos-${AWS::Region}-*/*"),
            Value.Sub("arn:${AWS::Partition}:s3:::amazonlinux-2-repos-${AWS::Region}/*"),
            Value.Sub("arn:${AWS::Partition}:s3:::aws-ssm-${AWS::Region}/*"),
            Value.Sub("arn:${AWS::Partition}:s3:::aws-ssm-document-attachments-${AWS::Region}/*"),
            Value.Sub("arn:${AWS::Partition}:s3:::patch-baseline-snapshot-${AWS::Region}/*"))));
}
