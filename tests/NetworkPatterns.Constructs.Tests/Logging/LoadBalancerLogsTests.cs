using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Logging;

[Collection(CdkCollection.Name)]
public sealed class LoadBalancerLogsTests
{
    [Fact]
    public void Buckets_Snapshot()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        _ = new LoadBalancerLogs(stack, "Logs", new LoadBalancerLogsProps { RetentionDays = 30 });

        Snapshot.Matches(TemplateText.Canonical(stack.Template()["Resources"]!.ToJsonString()), "LoadBalancerLogs");
    }

    [Fact]
    public void LogAccessOf_LoadBalancer_WaitsForThePolicyAndHasItsPrefix()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var logs = new LoadBalancerLogs(stack, "Logs");
        var vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes { VpcId = "vpc-1", AvailabilityZones = ["eu-west-1a"], PrivateSubnetIds = ["subnet-1"] });
        logs.LogAccessOf(new NetworkLoadBalancer(stack, "Balancer", new NetworkLoadBalancerProps { Vpc = vpc }), "api");

        var balancer = stack.UncheckedTemplate().Single("AWS::ElasticLoadBalancingV2::LoadBalancer");
        balancer["DependsOn"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldContain(id => id.StartsWith("LogsLogBucketPolicy", StringComparison.Ordinal));
        var attributes = balancer["Properties"]!["LoadBalancerAttributes"]!.AsArray().ToDictionary(item => item!["Key"]!.GetValue<string>(), item => item!["Value"]!);
        attributes["access_logs.s3.enabled"].GetValue<string>().ShouldBe("true");
        attributes["access_logs.s3.prefix"].GetValue<string>().ShouldBe("api");
        attributes["access_logs.s3.bucket"]["Ref"]!.GetValue<string>().ShouldStartWith("LogsLogBucket");
    }

    [Fact]
    public void From_NoRetention_IsAnError()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());

        Should.Throw<PlanException>(() => new LoadBalancerLogs(stack, "Logs", new LoadBalancerLogsProps { RetentionDays = 0 }))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1700");
    }
}
