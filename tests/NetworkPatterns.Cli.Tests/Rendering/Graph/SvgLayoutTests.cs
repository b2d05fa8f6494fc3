using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using NetworkPatterns.Cli.Rendering.Graph;
using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Tests.Rendering.Graph;

/// <summary>The picture is readable: nothing lies on anything else, and every text is inside its box.</summary>
public sealed class SvgLayoutTests
{
    public static TheoryData<int> Sizes => [0, 1, 2, 5, 13, 50, 200];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Boxes_OfVpcsAndHubs_DoNotOverlap(int vpcs)
    {
        var layout = new SvgLayout(Hybrid(vpcs));

        layout.Outer.Count.ShouldBe(vpcs + 3);
        foreach (var (one, other) in Pairs(layout.Outer))
        {
            one.Overlaps(other).ShouldBeFalse($"{one} and {other}");
        }

        layout.Outer.ShouldAllBe(box => box.X >= 0 && box.Y >= 0 && box.Right <= layout.Width && box.Bottom <= layout.Height);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Subnets_AreInsideTheirVpc_AndApart(int vpcs)
    {
        var layout = new SvgLayout(Hybrid(vpcs));

        var subnets = layout.Inner.Where(box => layout.Outer.Any(outer => outer.Overlaps(box))).ToList();
        subnets.Count.ShouldBe(vpcs * 3);
        subnets.ShouldAllBe(box => layout.Outer.Any(outer => outer.Contains(box)));
        foreach (var (one, other) in Pairs(subnets))
        {
            one.Overlaps(other).ShouldBeFalse($"{one} and {other}");
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Texts_AreInsideABox_AndOnLinesOfTheirOwn(int vpcs)
    {
        var layout = new SvgLayout(Hybrid(vpcs));
        var inABox = layout.Texts.Where(text => text.Y < layout.Outer.Max(box => box.Bottom)).ToList();

        inABox.ShouldAllBe(text => layout.Outer.Concat(layout.Inner).Any(box => text.X >= box.X && text.X + text.Width <= box.Right && text.Y - 12 >= box.Y && text.Y + 3 <= box.Bottom));
        layout.Texts.Select(text => (text.X, text.Y)).ShouldBeUnique();
        inABox.Where(text => text.Full is not null).ShouldAllBe(text => text.Shown.EndsWith('…'));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Lines_MeetBoxesOnlyWhereTheyEnd(int vpcs)
    {
        var layout = new SvgLayout(Hybrid(vpcs));

        layout.Lines.Count.ShouldBeGreaterThan(vpcs - 1);
        foreach (var line in layout.Lines)
        {
            for (var i = 1; i < line.Points.Length; i++)
            {
                var (from, to) = (line.Points[i - 1], line.Points[i]);
                var part = new SvgBox(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y), "");
                layout.Outer.ShouldAllBe(box => !(part.X < box.Right && box.X < part.Right && part.Y < box.Bottom && box.Y < part.Bottom));
            }
        }
    }

    [Fact]
    public void Write_AnyNames_IsWellFormedAndDeterministic()
    {
        var picture = Hybrid(3, name: "<a> & \"b\"\u0001'");

        var svg = Text(picture);
        XDocument.Parse(svg).Descendants().Count(element => element.Name.LocalName == "rect").ShouldBe(1 + 3 + 3 + 9 + 3);
        svg.ShouldContain("prefers-color-scheme: dark");
        svg.ShouldBe(Text(Hybrid(3, name: "<a> & \"b\"\u0001'")));
    }

    [Fact]
    public void Layout_OfFiftyVpcs_IsASheetAndNotARibbon()
    {
        var layout = new SvgLayout(Hybrid(50));

        (layout.Width / (double)layout.Height).ShouldBeInRange(0.5, 2.5);
    }

    private static string Text(NetworkPicture picture)
    {
        using var output = new StringWriter();
        SvgGraph.Write(output, picture);
        return output.ToString();
    }

    private static IEnumerable<(SvgBox One, SvgBox Other)> Pairs(IReadOnlyList<SvgBox> boxes) =>
        from i in Enumerable.Range(0, boxes.Count)
        from j in Enumerable.Range(i + 1, boxes.Count - i - 1)
        select (boxes[i], boxes[j]);

    private static NetworkPicture Hybrid(int vpcs, string name = "Spoke") => new(
        [.. Enumerable.Range(0, vpcs).Select(number => Vpc(string.Create(CultureInfo.InvariantCulture, $"{name}{number}"), number))],
        [new PictureHub("Hub", [("Production", 3), ("Development", 1)]), new PictureHub("OtherHub", [("default table", 1)])],
        [new PictureOnPremises("Vpn", ["192.168.0.0/16"], "Hub")]);

    private static PictureVpc Vpc(string id, int number) => new(
        id,
        ["10.0.0.0/16", "100.64.0.0/16", "10.99.0.0/16", "10.98.0.0/16"],
        [new("NAT gateway", 3), new("internet gateway", 1), new("a gateway with a name that is much too long for a box of this width", 12)],
        [
            Subnets("web", 1 + (number % 3), new PictureRoute(["0.0.0.0/0"], "internet gateway", PictureTarget.Gateway)),
            Subnets("app", 3, new PictureRoute(["0.0.0.0/0"], "NAT gateway", PictureTarget.Gateway), new PictureRoute(["10.0.0.0/8"], "Hub", PictureTarget.Hub)),
            Subnets("a tier with a name that is much too long for a box of this width", 3),
        ])
    {
        Hubs = number % 4 == 3 ? ["Hub", "OtherHub"] : ["Hub"],
        Segment = number % 2 == 0 ? "Production" : null,
        Peers = number % 5 == 4 ? ["Spoke0"] : [],
        HasInternet = true,
    };

    private static PictureSubnets Subnets(string name, int count, params ImmutableArray<PictureRoute> routes) =>
        new(name, count, [.. Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"10.0.{number}.0/24"))], routes);
}
