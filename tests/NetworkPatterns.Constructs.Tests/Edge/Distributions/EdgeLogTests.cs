using System.Collections.Immutable;
using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.TemplateRules.Snapshots;
using static NetworkPatterns.Constructs.Tests.Edge.Distributions.EdgeDistributionSamples;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>Access logs in every place, and real-time logs.</summary>
[Collection(CdkCollection.Name)]
public sealed class EdgeLogTests
{
    private const string LogType = "AWS::Logs::";

    [Fact]
    public void AccessLogs_Default_AreStandardOnly()
    {
        var resources = Resources(Props());
        resources["Distribution"].At("DistributionConfig", "Logging").ShouldNotBeNull();
        resources.Values.ShouldNotContain(resource => resource.Type.StartsWith(LogType, StringComparison.Ordinal));
    }

    [Fact]
    public void AccessLogs_DeliveredOnly_AreNotStandardToo()
    {
        var resources = Resources(Props(EdgeAccessLogs.DeliveredOnly(EdgeLogDelivery.ToCloudWatch())));
        resources["Distribution"].At("DistributionConfig", "Logging").ShouldBeNull();
        resources.Keys.ShouldNotContain("LogBucket");
        resources.Keys.ShouldContain("DistributionLogToLogGroup");
    }

    [Fact]
    public void AccessLogs_StandardAndDelivered_AreBoth()
    {
        var resources = Resources(Props(EdgeAccessLogs.StandardAndDelivered(EdgeLogDelivery.ToS3())));
        resources["Distribution"].At("DistributionConfig", "Logging").ShouldNotBeNull();
        resources["DistributionLogToBucket"].DependsOn.ShouldBe(["DeliveredLogBucketPolicy"]);
    }

    [Fact]
    public void AccessLogs_SeveralPlaces_AreDeliveredOneAfterTheOther()
    {
        var resources = Resources(Props(EdgeAccessLogs.DeliveredOnly(EdgeLogDelivery.ToCloudWatch(), EdgeLogDelivery.ToS3())));
        resources["DistributionLogToLogGroup"].DependsOn.ShouldBe(["DistributionLogToBucket"]);
    }

    [Fact]
    public void AccessLogs_OnePlaceMore_ChangesNoOther()
    {
        var one = Resources(Props(EdgeAccessLogs.DeliveredOnly(EdgeLogDelivery.ToS3())));
        var two = Resources(Props(EdgeAccessLogs.DeliveredOnly(EdgeLogDelivery.ToCloudWatch(), EdgeLogDelivery.ToS3())));
        one.Keys.Except(two.Keys, StringComparer.Ordinal).ShouldBeEmpty();
        two["DistributionLogToBucket"].Properties.ShouldBe(one["DistributionLogToBucket"].Properties, "a delivery whose source or destination changes is another one");
    }

    [Fact]
    public void AccessLogs_InAnotherFormat_AreAnotherDestination()
    {
        Value? NameIn(EdgeLogFormat format) => Resources(Props(EdgeAccessLogs.DeliveredOnly(EdgeLogDelivery.ToS3() with { Format = format })))["BucketLogDestination"].At("Name");
        NameIn(EdgeLogFormat.Json).ShouldNotBe(NameIn(EdgeLogFormat.Parquet), "CloudFormation makes the new one before it deletes the old one");
    }

    [Fact]
    public void RealtimeLogs_OfTwoBehaviors_AreOneStream()
    {
        var live = new EdgeRealtimeLogs("live", 25);
        var resources = Resources(Props(behaviors: [EdgeBehavior.Files("/a/*", "site") with { RealtimeLogs = live }, ToSite with { RealtimeLogs = live }]));
        resources.Values.Count(resource => resource.Type == "AWS::Kinesis::Stream").ShouldBe(1);
        resources["RealtimeLogsLive"].At("SamplingRate").ShouldBe((Value)25);
        resources["Distribution"].At("DistributionConfig", "DefaultCacheBehavior", "RealtimeLogConfigArn").ShouldBe(Value.GetAtt("RealtimeLogsLive", "Arn"));
    }

    [Fact]
    public void RealtimeLogs_ByDefault_HaveNoCookieAndNoHeaderOfTheClients() =>
        EdgeRealtimeLogs.UsualFields.ShouldNotContain(field => field.Contains("cookie", StringComparison.Ordinal) || field.StartsWith("cs-header", StringComparison.Ordinal) || field == "cs-uri-query");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AdditionalMetrics_Choice_IsASubscription(bool has)
    {
        var resources = Resources(new EdgeDistributionProps
        {
            DomainNames = ["www.example.com"],
            Zone = null!,
            CertificateArn = EdgeDistributionPlanTests.CertificateArn,
            WebAclArn = EdgeDistributionPlanTests.WebAclArn,
            Origins = [Site],
            Behaviors = [ToSite],
            Countries = EdgeCountries.Only("NL"),
            HasAdditionalMetrics = has,
        });
        resources.ContainsKey("Metrics").ShouldBe(has);
    }

    [Fact]
    public void AllLogs_InOneDistribution_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack();
        _ = new EdgeDistribution(stack, "Door", new EdgeDistributionProps
        {
            DomainNames = ["www.example.com"],
            Zone = DnsStacks.Zone(stack),
            CertificateArn = $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1",
            WebAclArn = new WebAcl(stack, "WebAcl").WebAclArn,
            Origins = [Site],
            Behaviors =
            [
                EdgeBehavior.Files("/live/*", "site") with { RealtimeLogs = new("live", 100) { StreamArn = new CfnParameter(stack, "Stream").ValueAsString, StreamKeyArn = new CfnParameter(stack, "Key").ValueAsString } },
                ToSite with { RealtimeLogs = new("sample", 1) { Fields = ["timestamp", "c-ip", "sc-status"] } },
            ],
            Countries = EdgeCountries.All("The site is for the whole world."),
            AccessLogs = EdgeAccessLogs.DeliveredOnly(
                EdgeLogDelivery.ToS3() with { Format = EdgeLogFormat.Parquet, SuffixPath = "{DistributionId}/{yyyy}/{MM}/{dd}/{HH}", HasHivePaths = true },
                EdgeLogDelivery.ToCloudWatch(30) with { Fields = ["timestamp(ms)", "c-ip", "cs(Host)", "sc-status"] },
                EdgeLogDelivery.ToFirehose(new CfnParameter(stack, "Delivery").ValueAsString) with { Format = EdgeLogFormat.Plain }),
        });
        Snapshot.Matches(TemplateText.Canonical(stack.Template()["Resources"]!.ToJsonString()), "EdgeDistribution.AllLogs");
    }
}
