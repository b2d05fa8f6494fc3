using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NetworkPatterns.Core.Addressing;

/// <summary>
/// A zone that subnets live in: an Availability Zone, Local Zone or Wavelength Zone, written by name
/// (<c>eu-west-1a</c>, <c>us-west-2-lax-1a</c>), by ID (<c>euw1-az1</c>, <c>usw2-lax1-az1</c>), or by index.
/// </summary>
/// <remarks>
/// In older accounts a name maps to different buildings from account to account; an ID never does, so teams that share
/// subnets or peer accounts want IDs.
/// <para>Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html</para>
/// </remarks>
public sealed partial record Zone
{
    private Zone(string text, ZoneKind kind, ZoneType type, string region, string label, int? naturalSlot)
    {
        Text = text;
        Kind = kind;
        Type = type;
        RegionPart = region;
        Label = label;
        NaturalSlot = naturalSlot;
    }

    /// <summary>The zone as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it was written by name, by ID or by index.</summary>
    public ZoneKind Kind { get; }

    /// <summary>Availability, Local or Wavelength Zone. A zone by index counts as an Availability Zone.</summary>
    public ZoneType Type { get; }

    /// <summary>What stands for the Region: <c>eu-west-1</c> in a name, <c>euw1</c> in an ID, empty for an index.</summary>
    public string RegionPart { get; }

    /// <summary>
    /// Letters and digits that tell the zone from the others of its Region, for logical IDs: <c>a</c> for
    /// <c>eu-west-1a</c>, <c>az1</c> for <c>euw1-az1</c>, <c>lax1a</c> for <c>us-west-2-lax-1a</c>.
    /// </summary>
    public string Label { get; }

    /// <summary>
    /// The slot that the zone has unless one is pinned: its letter (a is 0), its AZ number (az1 is 0) or its index.
    /// Null for Local and Wavelength Zones, whose letters and numbers repeat those of Availability Zones.
    /// </summary>
    public int? NaturalSlot { get; }

    /// <summary>The value of a subnet's <c>AvailabilityZone</c>; null when the zone is not written by name.</summary>
    public string? AvailabilityZone => Kind == ZoneKind.Name ? Text : null;

    /// <summary>The value of a subnet's <c>AvailabilityZoneId</c>; null when the zone is not written by ID.</summary>
    public string? AvailabilityZoneId => Kind == ZoneKind.Id ? Text : null;

    /// <summary>The zone at a place of <c>Fn::GetAZs</c>, from 0, for a stack that does not know its Region.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above 25.</exception>
    public static Zone AtIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 25);
        var digits = index.ToString(CultureInfo.InvariantCulture);
        return new($"#{digits}", ZoneKind.Index, ZoneType.AvailabilityZone, "", digits, index);
    }

    /// <summary>Parses a zone; throws where <see cref="TryParse"/> says no.</summary>
    /// <exception cref="FormatException">Neither a zone name nor an AZ ID.</exception>
    public static Zone Parse(string text) =>
        TryParse(text, out var zone) ? zone : throw new FormatException($"'{text}' is neither a zone name nor an AZ ID");

    /// <summary>Parses a zone name, a zone ID, or <c>#0</c> for the zone at an index.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Zone? zone)
    {
        zone = text is null ? null : Read(text);
        return zone is not null;
    }

    /// <summary>Whether the zone belongs to a Region, as far as its text tells.</summary>
    /// <remarks>An ID of a Region whose IDs AWS does not document belongs; so does a zone by index.</remarks>
    public bool IsIn(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Kind switch
        {
            ZoneKind.Name => string.Equals(RegionPart, region, StringComparison.Ordinal),
            ZoneKind.Id => RegionCode.FindZoneIdPrefix(region) is not { } prefix
                || string.Equals(RegionPart, prefix, StringComparison.Ordinal),
            _ => true,
        };
    }

    /// <summary>The zone as it was written.</summary>
    public override string ToString() => Text;

    private static Zone? Read(string text)
    {
        if (AvailabilityZoneName().Match(text) is { Success: true } name)
        {
            var letter = name.Groups["letter"].Value;
            return new(text, ZoneKind.Name, ZoneType.AvailabilityZone, Region(name), letter, letter[0] - 'a');
        }

        if (AvailabilityZoneIdentifier().Match(text) is { Success: true } id)
        {
            return new(text, ZoneKind.Id, ZoneType.AvailabilityZone, Region(id), $"az{id.Groups["number"].Value}", Number(id) - 1);
        }

        if (EdgeZoneName().Match(text) is { Success: true } edgeName)
        {
            return new(text, ZoneKind.Name, EdgeType(edgeName), Region(edgeName), EdgeLabel(edgeName), naturalSlot: null);
        }

        if (EdgeZoneIdentifier().Match(text) is { Success: true } edgeId)
        {
            return new(text, ZoneKind.Id, EdgeType(edgeId), Region(edgeId), EdgeLabel(edgeId), naturalSlot: null);
        }

        return ZoneIndex().Match(text) is { Success: true } index && Number(index) <= 25 ? AtIndex(Number(index)) : null;
    }

    private static string Region(Match match) => match.Groups["region"].Value;

    private static int Number(Match match) => int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static ZoneType EdgeType(Match match) =>
        match.Groups["wavelength"].Success ? ZoneType.WavelengthZone : ZoneType.LocalZone;

    private static string EdgeLabel(Match match) =>
        match.Groups["place"].Value.Replace("-", "", StringComparison.Ordinal);

    private const string RegionName = "(?<region>[a-z]{2,4}(-[a-z]+){1,2}-[1-9][0-9]?)";
    private const string RegionAbbreviation = "(?<region>[a-z]{3,7}[1-9][0-9]?)";

    [GeneratedRegex("^" + RegionName + "(?<letter>[a-z])\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AvailabilityZoneName();

    [GeneratedRegex("^" + RegionAbbreviation + "-az(?<number>[1-9][0-9]?)\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AvailabilityZoneIdentifier();

    [GeneratedRegex(
        "^" + RegionName + "-(?<place>[a-z]{3,4}-[1-9][0-9]?[a-z]|(?<wavelength>wl[1-9][0-9]?-[a-z]{3,4}-wlz-[1-9][0-9]?))\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EdgeZoneName();

    [GeneratedRegex(
        "^" + RegionAbbreviation + "-(?<place>[a-z]{3,4}[1-9][0-9]?-az[1-9][0-9]?|(?<wavelength>wl[1-9][0-9]?-[a-z]{3,4}-wlz[1-9][0-9]?))\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EdgeZoneIdentifier();

    [GeneratedRegex("^#(?<number>0|[1-9][0-9]?)\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneIndex();
}
