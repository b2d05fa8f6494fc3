using System.Text.RegularExpressions;

namespace NetworkPatterns.Core.Addressing;

/// <summary>What the code of an AWS Region, such as <c>eu-west-1</c>, says about its zones.</summary>
/// <remarks>
/// Nothing here is a list of Regions: a Region that opens next year works without an update.
/// <para>Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html</para>
/// </remarks>
public static partial class RegionCode
{
    /// <summary>Whether a text has the shape of a Region code: <c>eu-west-1</c>, <c>us-gov-west-1</c>.</summary>
    public static bool IsValid(string? text) => text is not null && Shape().IsMatch(text);

    /// <summary>
    /// What the IDs of a Region's zones begin with: <c>euw1</c> for <c>eu-west-1</c>, <c>apne1</c> for
    /// <c>ap-northeast-1</c>, <c>usgw1</c> for <c>us-gov-west-1</c>; null where it is not known.
    /// </summary>
    /// <remarks>
    /// Two letters of the area (<c>g</c> more for GovCloud), the initials of the direction, the number: this reproduces
    /// the IDs of every Region that AWS documents, China and GovCloud included. Isolated and sovereign partitions
    /// (<c>us-iso-east-1</c>, <c>eusc-de-east-1</c>) document none, so theirs are not checked.
    /// </remarks>
    public static string? FindZoneIdPrefix(string region)
    {
        if (!IsValid(region))
        {
            return null;
        }

        var parts = region.Split('-');
        var area = parts.Length switch
        {
            3 when parts[0].Length == 2 => parts[0],
            4 when parts[0].Length == 2 && parts[1] == "gov" => parts[0] + "g",
            _ => null,
        };

        return area is not null && Initials(parts[^2]) is { } direction ? area + direction + parts[^1] : null;
    }

    private static string? Initials(string direction) => direction switch
    {
        "north" => "n",
        "south" => "s",
        "east" => "e",
        "west" => "w",
        "central" => "c",
        "northeast" => "ne",
        "northwest" => "nw",
        "southeast" => "se",
        "southwest" => "sw",
        _ => null,
    };

    [GeneratedRegex("^[a-z]{2,4}(-[a-z]+){1,2}-[1-9][0-9]?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
