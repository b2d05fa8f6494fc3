using System.Globalization;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reading;

/// <summary>Protocols and ports as rules write them: names or numbers, ports or ICMP type and code.</summary>
internal static class TrafficReader
{
    private const int LastPort = 65535;

    /// <summary>The traffic of a security group rule: <c>IpProtocol</c>, <c>FromPort</c>, <c>ToPort</c>.</summary>
    /// <remarks>For ICMP the ports are type and code. Source:
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html</remarks>
    public static Traffic OfGroupRule(View rule)
    {
        var protocol = Protocol(rule, "IpProtocol");
        var from = rule.Integer("FromPort");
        var to = rule.Integer("ToPort");
        return protocol is { IsKnown: true, Value: 1 or 58 }
            ? new Traffic { Protocol = protocol, IcmpType = Icmp(from, rule), IcmpCode = Icmp(to, rule) }
            : new Traffic { Protocol = protocol, Ports = Ports(from, to, rule) };
    }

    /// <summary>The traffic of a network ACL entry: <c>Protocol</c>, <c>PortRange</c>, <c>Icmp</c>.</summary>
    public static Traffic OfAclEntry(View entry)
    {
        var ports = entry.Inner("PortRange");
        var icmp = entry.Inner("Icmp");
        return new Traffic
        {
            Protocol = Protocol(entry, "Protocol"),
            Ports = ports is not { } range ? PortRange.All
                : range.IsKnown ? Ports(range.Value.Integer("From"), range.Value.Integer("To"), entry)
                : range.Unknown!,
            IcmpType = icmp is not { } type ? Traffic.Any : type.IsKnown ? Icmp(type.Value.Integer("Type"), entry) : type.Unknown!,
            IcmpCode = icmp is not { } code ? Traffic.Any : code.IsKnown ? Icmp(code.Value.Integer("Code"), entry) : code.Unknown!,
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

    /// <summary>One port: of a listener, a target, a database.</summary>
    public static Maybe<PortRange> Port(Maybe<int> port, View view) =>
        !port.IsKnown ? port.Unknown!
        : port.Value is >= 0 and <= LastPort ? new PortRange(port.Value, port.Value)
        : view.Unknown($"{port.Value} is not a port");

    // -1, and a port that is left out, mean all of them.
    private static Maybe<PortRange> Ports(Maybe<int>? from, Maybe<int>? to, View view)
    {
        var first = from ?? -1;
        var last = to ?? -1;
        return (first.Unknown ?? last.Unknown) is { } unknown ? unknown
            : first.Value < 0 || last.Value < 0 ? PortRange.All
            : Range(first.Value, last.Value, view);
    }

    /// <summary>Ports from first to last.</summary>
    public static Maybe<PortRange> Range(int first, int last, View view) =>
        first >= 0 && first <= last && last <= LastPort
            ? new PortRange(first, last)
            : view.Unknown($"{first} to {last} is not a range of ports");

    // Type and code are a byte each, and -1 is any.
    private static Maybe<int> Icmp(Maybe<int>? number, View view) =>
        number is not { } written ? Traffic.Any
        : written is { IsKnown: true, Value: < Traffic.Any or > byte.MaxValue } ? view.Unknown($"{written.Value} is not an ICMP type or code")
        : written;
}
