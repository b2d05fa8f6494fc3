using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Cli.Input;

/// <summary>The tiers, zones and blocks of <c>netpatterns plan</c>, as they are written on a command line.</summary>
internal static partial class PlanArguments
{
    public static AddressPlanInput Read(string cidr, string zones, string tiers, IEnumerable<string> secondary, ProblemList problems) => new()
    {
        Path = "netpatterns plan",
        PropsType = "option",
        Names = new AddressPropertyNames { CidrBlock = "cidr", Zones = "zones", Tiers = "tiers", SecondaryCidrs = "secondary", MaxZones = "max-zones", MaxTiers = "max-tiers" },
        CidrBlock = cidr,
        Zones = [.. Zones(zones)],
        Tiers = [.. Split(tiers).Select((text, place) => Tier(text, place, problems)).OfType<TierInput>()],
        SecondaryCidrs = [.. secondary.SelectMany(text => Split(text)).Select(text => Block(text, problems)).OfType<VpcCidrInput>()],
    };

    private static IEnumerable<ZoneInput> Zones(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? Enumerable.Range(0, count).Select(index => new ZoneInput(string.Create(CultureInfo.InvariantCulture, $"#{index}")))
        : Split(text).Select(zone => new ZoneInput(zone));

    private static TierInput? Tier(string text, int place, ProblemList problems)
    {
        if (TierText().Match(text) is { Success: true } match && Size(match.Groups["size"].Value) is { } size)
        {
            var slot = match.Groups["slot"].Value;
            return new(match.Groups["name"].Value, slot.Length == 0 ? place : int.Parse(slot, CultureInfo.InvariantCulture))
            {
                Size = size,
                CidrName = match.Groups["block"] is { Success: true } block ? block.Value : null,
            };
        }

        problems.Add(DiagnosticCatalogue.UnknownChoice.At("--tiers", $"'{text}' is not a tier", "write NAME, or NAME:SLOT=SIZE@BLOCK, such as pods:8=/20@pods; a size is a prefix of /16 to /28 or a number of addresses"));
        return null;
    }

    private static SubnetSize? Size(string text)
    {
        if (text.Length == 0)
        {
            return SubnetSize.Whole;
        }

        var number = int.Parse(text.TrimStart('/'), CultureInfo.InvariantCulture);
        return text[0] == '/'
            ? number is >= SubnetSize.ShortestPrefix and <= SubnetSize.LongestPrefix ? SubnetSize.Prefix(number) : null
            : number > 0 ? SubnetSize.Addresses(number) : null;
    }

    private static VpcCidrInput? Block(string text, ProblemList problems)
    {
        if (text.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } block])
        {
            return new(name, block);
        }

        problems.Add(DiagnosticCatalogue.NotAPair.At("--secondary", $"'{text}' has no name and block", "write --secondary pods=100.64.0.0/16"));
        return null;
    }

    private static ImmutableArray<string> Split(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [GeneratedRegex("^(?<name>[^:=@]+)(:(?<slot>[0-9]{1,3}))?(=(?<size>/?[0-9]{1,7}))?(@(?<block>[^:=@]+))?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TierText();
}
