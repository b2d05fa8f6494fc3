using System.Text.RegularExpressions;

namespace NetworkPatterns.Core.Dns;

/// <summary>Names of zones and records: labels of letters, digits, hyphens and underscores, in lower case, without the final dot.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html</remarks>
public static partial class DnsName
{
    private const int LongestName = 255;

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name, with or without the final dot; a first label <c>*</c> is a wildcard.</param>
    /// <param name="name">The name in lower case, without the final dot.</param>
    public static bool TryParse(string? text, out string name)
    {
        name = (text ?? "").TrimEnd('.').ToLowerInvariant();
        return name.Length is > 0 and <= LongestName
            && text!.Length - name.Length <= 1
            && name.Split('.') is var labels
            && labels.Select((label, index) => Label().IsMatch(label) || (index == 0 && label == "*" && labels.Length > 1)).All(isLabel => isLabel);
    }

    /// <summary>Whether a name is a zone's own or lies in the zone; both as <see cref="TryParse"/> gives them.</summary>
    public static bool IsIn(string name, string zone) => name == zone || name.EndsWith($".{zone}", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
