using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>E58. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-types.html</summary>
public sealed class AlarmHealthCheckRule() : ResourceRule(
    "E58", "The health check of what checkers cannot ask follows an alarm, by its name and Region; no check asks a private address.", "AWS::Route53::HealthCheck")
{
    private static readonly Cidr[] Private =
        [.. "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 169.254.0.0/16 fc00::/7".Split(' ').Select(Cidr.Parse)];

    protected override bool Applies(Resource check) =>
        check["HealthCheckConfig"]["Type"].Text == "CLOUDWATCH_METRIC" || check["HealthCheckConfig"]["IPAddress"].Exists;

    protected override IEnumerable<string> Problems(Resource check)
    {
        var config = check["HealthCheckConfig"];
        if (config["Type"].Text == "CLOUDWATCH_METRIC" && !(config["AlarmIdentifier"]["Name"].Exists && config["AlarmIdentifier"]["Region"].Exists))
        {
            yield return "follows an alarm without its name or Region";
        }

        if (IPAddress.TryParse(config["IPAddress"].Text, out var address) && Private.Any(block => block.Contains(address)))
        {
            yield return $"asks {address}, which checkers cannot reach";
        }
    }
}
