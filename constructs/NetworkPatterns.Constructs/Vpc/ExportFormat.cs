using System.Globalization;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>How an export is written, and what a reader looks for: entries of a key and values, of which each names its tier, slot and zone.</summary>
/// <remarks>
/// A reader splits the text at the key that it wants. Where the key is not there, because the tier has another slot, the
/// zone is missing or the version is another, the split has no second part, and the deployment fails instead of taking
/// something else. Tiers and zones that come later change nothing for a reader.
/// </remarks>
internal static class ExportFormat
{
    public const string Version = "np1:";
    public const string EntryMark = "|";
    public const string ValueMark = ",";
    public const string VpcKey = "vpc";

    /// <summary>Places of the values of the VPC.</summary>
    public const int VpcIdPlace = 0;
    public const int VpcCidrPlace = 1;

    /// <summary>Places of the values of a subnet.</summary>
    public const int SubnetIdPlace = 0;
    public const int RouteTableIdPlace = 1;
    public const int ZoneNamePlace = 2;

    /// <summary>The key of a tier, whose value is its security group.</summary>
    public static string KeyOf(string tier, int slot) => string.Create(CultureInfo.InvariantCulture, $"{tier}@{slot}");

    /// <summary>The key of a subnet.</summary>
    public static string KeyOf(string tier, int slot, string zoneLabel) => $"{KeyOf(tier, slot)}/{zoneLabel}";

    /// <summary>What stands before the values of a key.</summary>
    public static string Before(string key) => $"{EntryMark}{key}=";
}
