using System.Globalization;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Checking;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>What the reports of a check have in common.</summary>
internal static class CheckWords
{
    /// <summary>The status in a word.</summary>
    public static string Status(CheckedGuarantee item) => item.Status switch
    {
        CheckStatus.Holds => "holds",
        CheckStatus.Fails => "fails",
        CheckStatus.Undecided => "undecided",
        CheckStatus.Suppressed => "suppressed",
        _ => "expired",
    };

    /// <summary>The code of what is wrong; null where nothing is.</summary>
    public static Diagnostic? Code(CheckedGuarantee item) => item.Status switch
    {
        CheckStatus.Fails => DiagnosticCatalogue.GuaranteeFails,
        CheckStatus.Undecided => DiagnosticCatalogue.GuaranteeUndecided,
        CheckStatus.Expired => DiagnosticCatalogue.SuppressionExpired,
        _ => null,
    };

    /// <summary>The guarantee, with its network's name or its rule's id before it.</summary>
    public static string Title(CheckedGuarantee item)
    {
        var guarantee = item.Result.Guarantee.ToString()!;
        return item.Id.EndsWith(guarantee, StringComparison.Ordinal) ? item.Id : $"{item.Id}: {guarantee}";
    }

    /// <summary>What the rule's author and the suppression say.</summary>
    public static IEnumerable<string> Notes(CheckedGuarantee item)
    {
        if (item.Reason.Length > 0)
        {
            yield return $"reason: {item.Reason}";
        }

        if (item.Suppression is { } suppression)
        {
            var day = suppression.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return item.Status == CheckStatus.Expired
                ? $"the suppression of line {suppression.Line} expired on {day} ({suppression.Reason}); the guarantee itself {Outcome(item)}"
                : $"suppressed until {day}: {suppression.Reason}";
        }
    }

    /// <summary>How many came to what, and what is not modelled.</summary>
    public static string Summary(CheckReport report)
    {
        var counts = report.Guarantees
            .CountBy(Status)
            .OrderBy(count => Array.IndexOf(Order, count.Key))
            .Select(count => $"{count.Value} {count.Key}");
        var all = report.Guarantees.Length == 1 ? "1 guarantee" : $"{report.Guarantees.Length} guarantees";
        return report.Guarantees.IsEmpty ? "no guarantees are declared" : $"{all}: {string.Join(", ", counts)}";
    }

    private static readonly string[] Order = ["holds", "fails", "undecided", "suppressed", "expired"];

    private static string Outcome(CheckedGuarantee item) => item.Result.Outcome switch
    {
        Network.Proving.GuaranteeOutcome.Holds => "holds",
        Network.Proving.GuaranteeOutcome.Fails => "fails",
        _ => "is undecided",
    };
}
