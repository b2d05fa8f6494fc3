using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reading;

/// <summary>The packets that a rule's header matches.</summary>
internal sealed class SuricataMatch(ComponentId group, FirewallVariables variables)
{
    public FirewallMatch Read(SuricataRule rule)
    {
        try
        {
            return new FirewallMatch
            {
                Protocols = rule.Protocol.ToUpperInvariant() switch
                {
                    "IP" => [],
                    "UDP" => [17],
                    "ICMP" => [1, 58],
                    "DNS" or "NTP" or "DHCP" or "TFTP" or "SNMP" or "KRB5" or "SIP" or "QUIC" => [6, 17],
                    "?" => throw new FormatException("its protocol is not known"),
                    _ => [6],
                },
                Sources = Addresses(rule.Source, depth: 0),
                SourcePorts = Ports(rule.SourcePort, depth: 0),
                Destinations = Addresses(rule.Destination, depth: 0),
                DestinationPorts = Ports(rule.DestinationPort, depth: 0),
            };
        }
        catch (FormatException reason)
        {
            return new FirewallMatch { Unknown = new UnknownValue(group, $"what a rule matches: {reason.Message}") };
        }
    }

    private ImmutableArray<Maybe<Cidr>> Addresses(string text, int depth)
    {
        if (text.Equals("any", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        if (text.StartsWith('$') && depth < 5)
        {
            return variables.Addresses.TryGetValue(text[1..], out var set)
                ? Union(set, member => Addresses(member, depth + 1))
                : throw new FormatException($"{text} is not set in the rule group");
        }

        if (text is ['[', .. var inner, ']'])
        {
            return Union(inner.Split(',', StringSplitOptions.TrimEntries), member => Addresses(member, depth + 1));
        }

        return CidrText.TryParse(text, out var cidr) ? [cidr]
            : IPAddress.TryParse(text, out var address) ? [Cidr.Covering(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? 128 : 32)]
            : throw new FormatException($"'{text}' is not read as addresses");
    }

    private ImmutableArray<PortRange> Ports(string text, int depth)
    {
        if (text.Equals("any", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        if (text.StartsWith('$') && depth < 5)
        {
            return variables.Ports.TryGetValue(text[1..], out var set)
                ? Union(set, member => Ports(member, depth + 1))
                : throw new FormatException($"{text} is not set in the rule group");
        }

        if (text is ['[', .. var inner, ']'])
        {
            return Union(inner.Split(',', StringSplitOptions.TrimEntries), member => Ports(member, depth + 1));
        }

        var ends = text.Split(':');
        return ends switch
        {
            [var one] when Port(one) is { } port => [new PortRange(port, port)],
            [var first, ""] when Port(first) is { } port => [new PortRange(port, 65535)],
            ["", var last] when Port(last) is { } port => [new PortRange(0, port)],
            [var first, var last] when Port(first) is { } low && Port(last) is { } high => [new PortRange(low, high)],
            _ => throw new FormatException($"'{text}' is not read as ports"),
        };
    }

    // An empty list means any: one such member makes the whole any.
    private static ImmutableArray<T> Union<T>(IEnumerable<string> members, Func<string, ImmutableArray<T>> read)
    {
        var all = members.Select(read).ToList();
        return all.Exists(part => part.IsEmpty) ? [] : [.. all.SelectMany(part => part)];
    }

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : null;
}
