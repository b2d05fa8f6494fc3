using System.Collections.Immutable;

namespace NetworkPatterns.Network.Reading;

/// <summary>One rule: <c>pass tcp $HOME_NET any -> 10.0.0.0/8 443 (sid:1;)</c>.</summary>
/// <remarks>Source: https://docs.suricata.io/en/latest/rules/intro.html</remarks>
internal sealed record SuricataRule(
    string Action,
    string Protocol,
    string Source,
    string SourcePort,
    bool BothDirections,
    string Destination,
    string DestinationPort,
    ImmutableArray<SuricataOption> Options)
{
    /// <summary>The rule of a line; null where it has another shape.</summary>
    public static SuricataRule? Parse(string line)
    {
        var open = line.IndexOf('(', StringComparison.Ordinal);
        var header = Fields(open < 0 ? line : line[..open]);
        return header is [var action, var protocol, var source, var sourcePort, "->" or "<>", var destination, var destinationPort]
            ? new(action, protocol, source, sourcePort, header[4] == "<>", destination, destinationPort, ReadOptions(open < 0 ? "" : line[(open + 1)..].TrimEnd().TrimEnd(')')))
            : null;
    }

    // Lists in brackets may hold blanks.
    private static List<string> Fields(string header)
    {
        var fields = new List<string>();
        var depth = 0;
        var start = -1;
        for (var i = 0; i <= header.Length; i++)
        {
            var isBlank = i == header.Length || (char.IsWhiteSpace(header[i]) && depth == 0);
            if (isBlank && start >= 0)
            {
                fields.Add(header[start..i]);
                start = -1;
            }
            else if (!isBlank)
            {
                depth += header[i] switch { '[' => 1, ']' => -1, _ => 0 };
                start = start < 0 ? i : start;
            }
        }

        return fields;
    }

    // msg:"..."; sid:1; flow:established,to_server. Text in quotes may hold semicolons.
    private static ImmutableArray<SuricataOption> ReadOptions(string text)
    {
        var options = ImmutableArray.CreateBuilder<SuricataOption>();
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"' && (i == 0 || text[i - 1] != '\\'))
            {
                quoted = !quoted;
            }

            if (i == text.Length || (text[i] == ';' && !quoted))
            {
                var parts = text[start..i].Split(':', 2);
                if (parts[0].Trim() is { Length: > 0 } name)
                {
                    options.Add(new(name, parts.Length > 1 ? [.. parts[1].Split(',', StringSplitOptions.TrimEntries)] : []));
                }

                start = i + 1;
            }
        }

        return options.ToImmutable();
    }
}

/// <summary>An option of a rule: its name, and what it is set to.</summary>
internal sealed record SuricataOption(string Name, ImmutableArray<string> Settings);
