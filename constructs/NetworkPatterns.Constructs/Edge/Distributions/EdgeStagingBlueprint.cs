using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>The policy that gives a staging distribution some of the requests.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-continuousdeploymentpolicy.html</remarks>
internal static class EdgeStagingBlueprint
{
    public const string PolicyId = "StagingPolicy";

    public static BlueprintResource PolicyOf(EdgeStaging staging) => new(PolicyId, "AWS::CloudFront::ContinuousDeploymentPolicy", Value.Map(
        ("ContinuousDeploymentPolicyConfig", Value.Map(
            ("Enabled", staging.IsEnabled),
            ("StagingDistributionDnsNames", Value.List(Value.GetAtt(EdgeDistributionBlueprint.StagingId, "DomainName"))),
            ("TrafficConfig", staging.Header is var (header, value)
                ? Value.Map(("Type", "SingleHeader"), ("SingleHeaderConfig", Value.Map(("Header", header), ("Value", value))))
                : Value.Map(("Type", "SingleWeight"), ("SingleWeightConfig", Value.Map(
                    ("Weight", Value.FromDecimal(staging.Percent!.Value / 100)),
                    ("SessionStickinessConfig", staging.Session is { } session
                        ? Value.Map(("IdleTTL", (int)session.Idle.TotalSeconds), ("MaximumTTL", (int)session.Longest.TotalSeconds))
                        : null)))))))));
}
