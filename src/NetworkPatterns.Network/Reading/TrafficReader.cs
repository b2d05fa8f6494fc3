using System.Globalization;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reading;

/// <summary>Protocols and ports as rules write them: names or numbers, ports or ICMP type and code.</summary>
internal static class TrafficReader
{
    /// <summary>The traffic of a security group rule: <c>IpProtocol</c>, <c>FromPort</c>, <c>ToPort</c>.</summary>
    /// <remarks>For ICMP the ports are type and code. Source:
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html</remarks>
    public static Traffic OfGroupRule(View rule)
    {
        var protocol = Protocol(rule, "IpProtocol");
        var from = rule.Integer("FromPort");
        var to = rule.Integer("ToPort");
        return new Traffic
        {
            Protocol = protocol,
            Ports = Ports(from, to),
            IcmpType = from ?? Traffic.Any,
            IcmpCode = to ?? Traffic.Any,
        };
    }

    /// <summary>The traffic of a network ACL entry: <c>Protocol</c>, <c>PortRange</c>, <c>Icmp</c>.</summary>
    public static Traffic OfAclEntry(View entry)
    {
        var ports = Inner(entry, "PortRange");
        var icmp = Inner(entry, "Icmp");
        return new Traffic
        {
            Protocol = Protocol(entry, "Protocol"),
            Ports = ports is not { } range ? PortRange.All
                : range.IsKnown ? Ports(range.Value.Integer("From"), range.Value.Integer("To"))
                : range.Unknown!,
            IcmpType = icmp is not { } type ? Traffic.Any : type.IsKnown ? type.Value.Integer("Type") ?? Traffic.Any : type.Unknown!,
            IcmpCode = icmp is not { } code ? Traffic.Any : code.IsKnown ? code.Value.Integer("Code") ?? Traffic.Any : code.Unknown!,
        };
    }

    private static Maybe<int> Protocol(View view, string name)
    {
        var text = view.Text(name);
        return text is not { } written ? view.Unknown($"{name} is missing")
            : !written.IsKnown ? written.Unknown!
            : TryParseProtocol(written.Value, out var number) ? number
            : view.Unknown($"{name} '{written.Value}' is not a protocol");
    }

    /// <summary>A protocol's number by name or number.</summary>
    public static bool TryParseProtocol(string text, out int number)
    {
        int? known = text.Trim().ToUpperInvariant() switch
        {
            "ALL" or "-1" => Traffic.AllProtocols,
            "TCP" => 6,
            "UDP" => 17,
            "ICMP" => 1,
            "ICMPV6" => 58,
            _ => null,
        };
        number = known ?? 0;
        return known is not null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 0 and <= 255);
    }

    // -1, and a port that is left out, mean all of them.
    private static Maybe<PortRange> Ports(Maybe<int>? from, Maybe<int>? to)
    {
        var first = from ?? -1;
        var last = to ?? -1;
        return first.Unknown ?? last.Unknown ?? (Maybe<PortRange>)(first.Value < 0 || last.Value < 0
            ? PortRange.All
            : new PortRange(first.Value, last.Value));
    }

    private static Maybe<View>? Inner(View view, string name) => view.Inner(name);
}
