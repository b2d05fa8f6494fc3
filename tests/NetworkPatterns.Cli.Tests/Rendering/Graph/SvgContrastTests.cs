using System.Globalization;
using System.Text.RegularExpressions;
using NetworkPatterns.Cli.Rendering.Graph;
using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Tests.Rendering.Graph;

/// <summary>The picture is readable in a light and in a dark scheme: contrasts of WCAG 2.1, 1.4.3 and 1.4.11.</summary>
public sealed partial class SvgContrastTests
{
    private const double OfText = 4.5;
    private const double OfLines = 3;

    private static readonly string[] Fills = ["ground", "vpc", "public", "private", "isolated", "outside", "hub"];
    private static readonly string[] Hubs = ["hub0", "hub1", "hub2", "hub3"];

    public static TheoryData<int, string, double> Inks => new()
    {
        { 0, "ink", OfText }, { 0, "dim", OfText }, { 0, "line", OfLines },
        { 1, "ink", OfText }, { 1, "dim", OfText }, { 1, "line", OfLines },
    };

    [Theory]
    [MemberData(nameof(Inks))]
    public void Inks_StandOutFromEveryFill(int scheme, string ink, double least)
    {
        var colours = Schemes()[scheme];

        Fills.ShouldAllBe(fill => Contrast(colours[ink], colours[fill]) >= least);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void LinesOfHubs_StandOutFromTheGround(int scheme)
    {
        var colours = Schemes()[scheme];

        Hubs.ShouldAllBe(hub => Contrast(colours[hub], colours["ground"]) >= OfLines);
    }

    // The colours of the light scheme, then those of the dark one.
    private static List<Dictionary<string, string>> Schemes()
    {
        using var output = new StringWriter();
        SvgGraph.Write(output, new NetworkPicture([], [], []));
        var schemes = Scheme().Matches(output.ToString())
            .Select(scheme => Colour().Matches(scheme.Value).ToDictionary(colour => colour.Groups["name"].Value, colour => colour.Groups["value"].Value, StringComparer.Ordinal))
            .ToList();
        schemes.Count.ShouldBe(2);
        return schemes;
    }

    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    // https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(part => int.Parse(colour.AsSpan(1 + (2 * part), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"svg \{ --[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"--(?<name>[a-z0-9]+): (?<value>#[0-9a-f]{6});", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();
}
