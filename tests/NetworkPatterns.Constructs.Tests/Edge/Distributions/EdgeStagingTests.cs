using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.TemplateRules.Snapshots;
using static NetworkPatterns.Constructs.Tests.Edge.Distributions.EdgeDistributionSamples;
using Match = Amazon.CDK.Assertions.Match;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>Continuous deployment in its phases, error pages and field-level encryption.</summary>
[Collection(CdkCollection.Name)]
public sealed class EdgeStagingTests
{
    private static readonly EdgeStaging Tenth = EdgeStaging.ByWeight(2.5m, EdgeBehavior.Files("/new/*", "site"), ToSite) with { Session = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)) };

    [Fact]
    public void Staging_FirstPhase_HasPolicyThatNobodyUses()
    {
        var resources = Resources(Props(staging: Tenth, hasHttp3: false));
        resources.Keys.ShouldContain("StagingPolicy");
        resources["Distribution"].At("DistributionConfig", "ContinuousDeploymentPolicyId").ShouldBeNull();
        resources["Distribution"].At("DistributionConfig", "HttpVersion").ShouldBe((Value)"http2");
    }

    [Fact]
    public void Staging_SecondPhase_AddsThePolicyOnly()
    {
        var first = Resources(Props(staging: Tenth, hasHttp3: false));
        var second = Resources(Props(staging: Tenth with { IsAttached = true }, hasHttp3: false));
        second["Distribution"].At("DistributionConfig", "ContinuousDeploymentPolicyId").ShouldBe(Value.GetAtt("StagingPolicy", "Id"));
        second.Remove("Distribution").ShouldBe(first.Remove("Distribution"), ignoreOrder: true);
    }

    [Fact]
    public void Staging_Promoted_LeavesTheDistributionInPlace()
    {
        var staged = Resources(Props(staging: Tenth, hasHttp3: false));
        var promoted = Resources(Props(behaviors: [EdgeBehavior.Files("/new/*", "site"), ToSite], hasHttp3: false));
        staged.Keys.Except(promoted.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(["Staging", "StagingMetrics", "StagingPolicy"]);
        promoted.Keys.ShouldContain("Distribution");
    }

    [Fact]
    public void Staging_Distribution_HasNoNamesAndReadsTheBucketToo()
    {
        var resources = Resources(Props(staging: Tenth, hasHttp3: false));
        resources["Staging"].At("DistributionConfig", "Staging").ShouldBe((Value)true);
        resources["Staging"].At("DistributionConfig", "Aliases").ShouldBeNull();
        var readers = resources["SiteBucketPolicy"].At("PolicyDocument", "Statement").ShouldBeOfType<ListValue>().Items[1].ShouldBeOfType<MapValue>()["Condition"];
        readers.ShouldBeOfType<MapValue>()["StringEquals"].ShouldBeOfType<MapValue>()["AWS:SourceArn"].ShouldBeOfType<ListValue>().Items.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(2.5, "0.025")]
    [InlineData(15.0, "0.15")]
    public void Staging_Weight_IsAFraction(double percent, string weight)
    {
        var staging = EdgeStaging.ByWeight((decimal)percent, ToSite);
        Resources(Props(staging: staging, hasHttp3: false))["StagingPolicy"]
            .At("ContinuousDeploymentPolicyConfig", "TrafficConfig", "SingleWeightConfig", "Weight").ShouldBe(Value.FromDecimal(decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Staging_NotAttached_SaysWhatIsNext()
    {
        var stack = EdgeStacks.NewStack();
        var distribution = Door(stack, Tenth);
        distribution.StagingDistributionId.ShouldNotBeNull();
        stack.Template()["Outputs"]!.ToJsonString().ShouldContain("aws cloudfront wait distribution-deployed");
        Amazon.CDK.Assertions.Annotations.FromStack(stack).FindInfo("*", Match.StringLikeRegexp("EdgeStaging.IsAttached")).Length.ShouldBe(1);
    }

    [Fact]
    public void Staging_Attached_IsAsApproved()
    {
        var stack = EdgeStacks.NewStack();
        Door(stack, EdgeStaging.ByHeader("aws-cf-cd-preview", "yes", ToSite with { Cache = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)) }) with { IsAttached = true });
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "EdgeDistribution.Staging");
        template["Outputs"].ShouldBeNull();
    }

    [Fact]
    public void ErrorPages_WhereNoApiAnswers_AreShown()
    {
        var pages = Resources(Props(errorPages: [new(404) { PagePath = "/404.html" }, new(503) { PagePath = "/sorry.html", ShownStatusCode = 200, RememberedFor = TimeSpan.Zero }, new(500)]))["Distribution"]
            .At("DistributionConfig", "CustomErrorResponses").ShouldBeOfType<ListValue>().Items;
        pages.ShouldBe(
        [
            Value.Map(("ErrorCode", 404), ("ResponsePagePath", "/404.html"), ("ResponseCode", 404), ("ErrorCachingMinTTL", 10)),
            Value.Map(("ErrorCode", 503), ("ResponsePagePath", "/sorry.html"), ("ResponseCode", 200), ("ErrorCachingMinTTL", 0)),
            Value.Map(("ErrorCode", 500), ("ErrorCachingMinTTL", 10)),
        ]);
    }

    [Fact]
    public void FieldLevelEncryption_OfAnApi_IsByItsId() =>
        Resources(Props(origins: [ApiOrigin, Site], behaviors: [EdgeBehavior.Api(EdgeBehavior.Everything, "api") with { FieldLevelEncryptionId = "C3KM2WVD605UAY" }, EdgeBehavior.Files("/a/*", "site")]))["Distribution"]
            .At("DistributionConfig", "DefaultCacheBehavior", "FieldLevelEncryptionId").ShouldBe((Value)"C3KM2WVD605UAY");

    private static EdgeDistribution Door(Stack stack, EdgeStaging staging) => new(stack, "Door", new EdgeDistributionProps
    {
        DomainNames = ["www.example.com"],
        Zone = DnsStacks.Zone(stack),
        CertificateArn = $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1",
        WebAclArn = new WebAcl(stack, "WebAcl").WebAclArn,
        Origins = [Site],
        Behaviors = [ToSite],
        Countries = EdgeCountries.Only("NL"),
        HasHttp3 = false,
        Staging = staging,
    });
}
