using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A VPC origin, and its ID where a distribution's stack finds it.</summary>
/// <remarks>
/// CloudFront makes the ID in the Region of the VPC, and the distribution's stack is in us-east-1. What AWS itself carries from Region to Region, and
/// CloudFormation reads by a name that is known before, is a secret: so the ID, which is none, is kept as one.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-vpcorigin.html</para>
/// <para>Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html</para>
/// </remarks>
internal static class VpcOriginBlueprint
{
    public const string VpcOriginId = "VpcOrigin";

    private const string IdSecretId = "VpcOriginIdSecret";
    private const int LongestName = 64;
    private const int LongestPath = 60;

    /// <summary>Adds the origin.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="context">Where the pattern stands.</param>
    /// <param name="endpointArn">The ARN of the load balancer or instance.</param>
    /// <param name="port">The port on which it speaks TLS.</param>
    public static void AddTo(BlueprintBuilder builder, PatternContext context, Value endpointArn, int port)
    {
        var tags = new ResourceTags(context.Path);
        builder.Add(
            VpcOriginId,
            "AWS::CloudFront::VpcOrigin",
            ("VpcOriginEndpointConfig", Value.Map(
                ("Name", UniqueName.Of(context.Path, LongestName)),
                ("Arn", endpointArn),
                ("HTTPSPort", port),
                ("OriginProtocolPolicy", "https-only"),
                ("OriginSSLProtocols", Value.List("TLSv1.2")))),
            ("Tags", tags.Of("vpc-origin")));
        builder.Add(new(IdSecretId, "AWS::SecretsManager::Secret", Value.Map(
            ("Name", SecretNameOf(context.Path)),
            ("Description", "The ID of a VPC origin, for the stack of its distribution"),
            ("SecretString", Value.GetAtt(VpcOriginId, "Id")),
            ("ReplicaRegions", context.Region == ZonePlan.GlobalRegion ? null : Value.List(Value.Map(("Region", ZonePlan.GlobalRegion)))),
            ("Tags", tags.Of("vpc-origin-id"))))
        {
            Metadata = CdkNag.Suppress("AwsSolutions-SMG4", "It holds the ID of a VPC origin, which is no secret and never changes."),
        });
    }

    /// <summary>The ID as a stack of us-east-1 resolves it.</summary>
    public static string ReferenceOf(string path) => Api.OriginSecrets.Reference(SecretNameOf(path));

    private static string SecretNameOf(string path) => $"{UniqueName.Of(path, LongestPath)}/vpc-origin";
}
