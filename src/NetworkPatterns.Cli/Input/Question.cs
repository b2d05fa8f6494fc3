using System.Globalization;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Input;

/// <summary>A question as the user wrote it: the ends are still text.</summary>
internal sealed record Question(string From, string To, QueryProtocol Protocol, PortRange? Ports, IpVersion? IpVersion)
{
    /// <summary>Reads the parts of a question; null where one of them cannot be understood.</summary>
    /// <param name="from">Who opens the conversation.</param>
    /// <param name="to">Who answers.</param>
    /// <param name="protocol">tcp, udp, icmp or any.</param>
    /// <param name="port">A port or a range.</param>
    /// <param name="ipVersion">4 or 6.</param>
    /// <param name="prefix">What stands before the name of a part in the user's words: <c>--</c> for options.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Question? Read(
        string from, string to, string? protocol, string? port, string? ipVersion, string prefix, ProblemList problems)
    {
        var found = new ProblemList();
        var ports = ReadPorts(port, prefix, found);
        var query = (protocol, port) switch
        {
            (null, null) or ("any", _) => QueryProtocol.Any,
            (null, _) or ("tcp", _) => QueryProtocol.Tcp,
            ("udp", _) => QueryProtocol.Udp,
            ("icmp", _) => QueryProtocol.Icmp,
            _ => Unknown(found, $"{prefix}protocol", protocol!, "tcp, udp, icmp or any"),
        };
        if (ports is not null && protocol is "icmp" or "any" && port is not null)
        {
            found.Add(DiagnosticCatalogue.ContradictoryArguments.At(
                $"{prefix}port", $"{protocol} has no ports", $"leave {prefix}port out, or ask for tcp or udp"));
        }

        IpVersion? version = ipVersion switch
        {
            null => null,
            "4" => Network.Reachability.IpVersion.V4,
            "6" => Network.Reachability.IpVersion.V6,
            _ => UnknownVersion(found, prefix, ipVersion),
        };
        problems.AddRange(found.ToSorted());
        return found.IsEmpty ? new(from, to, query, ports, version) : null;
    }

    private static PortRange? ReadPorts(string? text, string prefix, ProblemList problems)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split('-');
        if (parts.Length <= 2
            && TryReadPort(parts[0], out var first)
            && TryReadPort(parts[^1], out var last)
            && first <= last)
        {
            return new(first, last);
        }

        problems.Add(DiagnosticCatalogue.NotAPort.At($"{prefix}port", $"'{text}' is neither a port nor a range of ports", "write 443 or 8000-8080, from 0 to 65535"));
        return null;
    }

    private static bool TryReadPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;

    private static QueryProtocol Unknown(ProblemList problems, string where, string text, string choice)
    {
        problems.Add(DiagnosticCatalogue.UnknownChoice.At(where, $"'{text}' is not a choice", $"write {choice}"));
        return QueryProtocol.Any;
    }

    private static IpVersion? UnknownVersion(ProblemList problems, string prefix, string text)
    {
        problems.Add(DiagnosticCatalogue.UnknownChoice.At(prefix == "--" ? "--ip-version" : "ipVersion", $"'{text}' is not a choice", "write 4 or 6"));
        return null;
    }
}
