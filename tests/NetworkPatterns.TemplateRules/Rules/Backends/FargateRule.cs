using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E31a. Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-fargate.html</summary>
public sealed class FargateRule() : ResourceRule(
    "E31a",
    "A Fargate service has no public address, rolls failed deployments back, runs in a cluster with Container Insights, and its containers log and have no plain environment.",
    "AWS::ECS::Service")
{
    protected override IEnumerable<string> Problems(Resource service)
    {
        if (service["NetworkConfiguration"]["AwsvpcConfiguration"]["AssignPublicIp"].Text != "DISABLED")
        {
            yield return "may have public addresses";
        }

        var breaker = service["DeploymentConfiguration"]["DeploymentCircuitBreaker"];
        if (breaker["Enable"].Flag != true || breaker["Rollback"].Flag != true)
        {
            yield return "does not roll a failed deployment back";
        }

        if (service["Cluster"].Target is not { } cluster
            || !cluster["ClusterSettings"].Items.Any(setting => setting["Name"].Text == "containerInsights" && setting["Value"].Text is "enabled" or "enhanced"))
        {
            yield return "runs in a cluster without Container Insights";
        }

        foreach (var container in service["TaskDefinition"].Target?["ContainerDefinitions"].Items ?? [])
        {
            if (!container["LogConfiguration"]["LogDriver"].Exists)
            {
                yield return $"container {container["Name"].Key} does not log";
            }

            if (!container["Environment"].Items.IsEmpty)
            {
                yield return $"container {container["Name"].Key} has a plain environment";
            }
        }
    }
}
