using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N49. Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html</summary>
public sealed class HealthCheckRule() : ResourceRule(
    "N49", "A health check has what its type needs, within Route 53's ranges.", "AWS::Route53::HealthCheck")
{
    private const int MostChildren = 256;

    protected override IEnumerable<string> Problems(Resource check)
    {
        var config = check["HealthCheckConfig"];
        var type = config["Type"].Text;
        var children = config["ChildHealthChecks"].Items.Length;
        if (type == "CALCULATED")
        {
            if (children is < 1 or > MostChildren)
            {
                yield return $"counts {children} children";
            }

            if (config["HealthThreshold"].Number is not { } threshold || threshold < 1 || threshold > children)
            {
                yield return $"needs {config["HealthThreshold"].Key} of {children} children";
            }

            yield break;
        }

        if (type is "CLOUDWATCH_METRIC" or "RECOVERY_CONTROL")
        {
            var needed = type == "RECOVERY_CONTROL" ? "RoutingControlArn" : "AlarmIdentifier";
            if (!config[needed].Exists)
            {
                yield return $"is {type} and has no {needed}";
            }

            yield break;
        }

        if (config["RequestInterval"] is { Exists: true } interval && interval.Number is not (10 or 30))
        {
            yield return $"asks every {interval.Key} seconds";
        }

        if (config["FailureThreshold"] is { Exists: true } failures && failures.Number is not (>= 1 and <= 10))
        {
            yield return $"has the failure threshold {failures.Key}";
        }

        if (type?.EndsWith("_STR_MATCH", StringComparison.Ordinal) == true && !config["SearchString"].Exists)
        {
            yield return "matches a text and has no SearchString";
        }

        if (!config["FullyQualifiedDomainName"].Exists && !config["IPAddress"].Exists)
        {
            yield return "has neither a name nor an address to ask";
        }
    }
}
