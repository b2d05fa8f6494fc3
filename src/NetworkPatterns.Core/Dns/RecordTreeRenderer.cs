using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NetworkPatterns.Core.Dns;

/// <summary>Draws a tree of records as text, one record a line.</summary>
public static class RecordTreeRenderer
{
    /// <summary>The drawing, lines ended by <c>\n</c>.</summary>
    public static string Render(RecordTree tree)
    {
        var text = new StringBuilder();
        var types = string.Join('+', tree.Types);
        text.Append(CultureInfo.InvariantCulture, $"{tree.Root.Name} {types} {Describe(tree.Root.Policy)}\n");
        WriteRecords(text, tree.Root, indent: "");
        return text.ToString();
    }

    private static void WriteRecords(StringBuilder text, RecordGroup group, string indent)
    {
        for (var index = 0; index < group.Records.Length; index++)
        {
            var record = group.Records[index];
            var isLast = index == group.Records.Length - 1;
            var name = record.Path[(record.Path.LastIndexOf('/') + 1)..];
            text.Append(CultureInfo.InvariantCulture, $"{indent}{(isLast ? "└─ " : "├─ ")}{name}{Describe(record.Selector, group)}: {Describe(record)}\n");
            if (record.Group is not null)
            {
                WriteRecords(text, record.Group, indent + (isLast ? "   " : "│  "));
            }
        }
    }

    private static string Describe(RecordSet record)
    {
        var target = record switch
        {
            { Group: { } group } => $"{group.Name} {Describe(group.Policy)}",
            { Target: AliasTarget alias } => $"{Describe(alias.Kind)} {alias.DnsName}",
            { Target: ValuesTarget values } => string.Join(", ", values.Items),
            _ => "",
        };
        var health = (record.EvaluateTargetHealth, record.HealthCheckId) switch
        {
            (true, null) => "target health evaluated",
            (true, _) => "target health evaluated, health check",
            (_, { }) => "health check",
            (_, null) => record.Selector is RoutingSelector.Simple ? null : "always healthy",
        };
        return health is null ? target : $"{target} [{health}]";
    }

    private static string Describe(RoutingSelector selector, RecordGroup group) => selector switch
    {
        RoutingSelector.Weighted weighted => string.Create(CultureInfo.InvariantCulture, $" (weight {weighted.Weight}, {Share(weighted, group):P1})"),
        RoutingSelector.Geolocation { Location.IsDefault: false } geolocation => $" ({geolocation.Location})",
        RoutingSelector.Geoproximity { Bias: 0 } geoproximity => $" ({geoproximity.Place})",
        RoutingSelector.Geoproximity geoproximity => string.Create(CultureInfo.InvariantCulture, $" ({geoproximity.Place}, bias {geoproximity.Bias:+0;-0})"),
        RoutingSelector.IpBased { IsDefault: false } ipBased => $" ({string.Join(", ", ipBased.CidrBlocks)})",
        _ => "",
    };

    private static double Share(RoutingSelector.Weighted weighted, RecordGroup group)
    {
        var total = group.Records.Sum(record => ((RoutingSelector.Weighted)record.Selector).Weight);
        return total == 0 ? 1.0 / group.Records.Length : (double)weighted.Weight / total;
    }

    private static string Describe(RoutingPolicy policy) => policy switch
    {
        RoutingPolicy.MultivalueAnswer => "multivalue answer",
        RoutingPolicy.IpBased => "IP-based",
        _ => policy.ToString().ToLowerInvariant(),
    };

    private static string Describe(AliasTargetKind kind) => kind switch
    {
        AliasTargetKind.ApiGateway => "API Gateway",
        AliasTargetKind.GlobalAccelerator => "Global Accelerator",
        AliasTargetKind.LoadBalancer => "load balancer",
        AliasTargetKind.Record => "record",
        AliasTargetKind.S3Website => "S3 website",
        AliasTargetKind.VpcEndpoint => "VPC endpoint",
        _ => kind.ToString(),
    };
}
