using NetworkPatterns.Core.Addressing;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Connectivity;

/// <summary>N65. Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html</summary>
public sealed class VpnConnectionRule() : ResourceRule(
    "N65",
    "A VPN connection has one gateway on AWS's side, acceleration only at a Transit Gateway, inside ranges of /30 that AWS does not keep, each once, and no pre-shared key in clear text.",
    "AWS::EC2::VPNConnection")
{
    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");
    private static readonly string[] Kept = ["169.254.0.0/30", "169.254.1.0/30", "169.254.2.0/30", "169.254.3.0/30", "169.254.4.0/30", "169.254.5.0/30", "169.254.169.252/30"];

    protected override IEnumerable<string> Problems(Resource connection)
    {
        if (connection["TransitGatewayId"].Exists == connection["VpnGatewayId"].Exists)
        {
            yield return connection["TransitGatewayId"].Exists ? "has gateways of both kinds" : "has no gateway";
        }

        if (connection["EnableAcceleration"].Flag == true && !connection["TransitGatewayId"].Exists)
        {
            yield return "is accelerated, and not at a Transit Gateway";
        }

        foreach (var tunnel in connection["VpnTunnelOptionsSpecifications"].Items)
        {
            if (tunnel["PreSharedKey"] is { Exists: true } key && !key.Key.Contains("{{resolve:secretsmanager:", StringComparison.Ordinal))
            {
                yield return "has a pre-shared key that is no reference to a secret";
            }

            if (tunnel["TunnelInsideCidr"].Text is { } inside && (!Cidr.TryParse(inside, out var range) || range.PrefixLength != 30 || !LinkLocal.Contains(range) || Kept.Contains(inside, StringComparer.Ordinal)))
            {
                yield return $"has {inside} inside a tunnel";
            }
        }

        var all = connection.Template.Resources.Where(other => other.Type == connection.Type && SameGateway(other, connection)).SelectMany(InsideOf).ToList();
        foreach (var inside in InsideOf(connection).Where(inside => all.Count(other => other == inside) > 1).Distinct(StringComparer.Ordinal))
        {
            yield return $"{inside} is inside two tunnels of one gateway";
        }
    }

    private static bool SameGateway(Resource one, Resource other) =>
        one["TransitGatewayId"].Key == other["TransitGatewayId"].Key && one["VpnGatewayId"].Key == other["VpnGatewayId"].Key;

    private static IEnumerable<string> InsideOf(Resource connection) =>
        connection["VpnTunnelOptionsSpecifications"].Items.Select(tunnel => tunnel["TunnelInsideCidr"].Text).OfType<string>();
}
