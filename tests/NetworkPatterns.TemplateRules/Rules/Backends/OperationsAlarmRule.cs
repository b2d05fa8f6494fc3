using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E57, for load balancers behind VPC links and for databases.</summary>
public sealed class OperationsAlarmRule() : TemplateRule("E57", "Load balancers behind VPC links and databases have alarms, and each of those has an action.")
{
    private const string Alarm = "AWS::CloudWatch::Alarm";

    private static readonly string[] DatabaseMetrics = ["CPUUtilization", "DatabaseConnections", "FreeStorageSpace"];

    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var group in templates.OfType(LoadBalancerView.TargetGroup).Where(group => group.BalancersOf().Any(balancer => balancer.IsBehindVpcLink())))
        {
            Check(group, ["UnHealthyHostCount"], templates, findings);
        }

        foreach (var balancer in templates.OfType(LoadBalancerView.LoadBalancer).Where(balancer => balancer.IsBehindVpcLink()))
        {
            Check(balancer, ["TCP_Target_Reset_Count"], templates, findings);
        }

        foreach (var database in templates.OfType("AWS::RDS::DBInstance").Where(database => !database["DBClusterIdentifier"].Exists))
        {
            Check(database, DatabaseMetrics, templates, findings);
        }
    }

    private static void Check(Resource watched, string[] metrics, TemplateSet templates, RuleFindings findings)
    {
        findings.Examined();
        foreach (var metric in metrics)
        {
            var alarms = templates.OfType(Alarm)
                .Where(alarm => alarm["MetricName"].Text == metric && alarm["Dimensions"].Items.Any(dimension => ReferenceEquals(dimension["Value"].Target, watched)))
                .ToArray();
            if (alarms.Length == 0)
            {
                findings.Violation(watched, $"has no alarm on {metric}");
            }

            foreach (var alarm in alarms.Where(alarm => alarm["AlarmActions"].Items.IsEmpty))
            {
                findings.Violation(alarm, "tells nobody");
            }
        }
    }
}
