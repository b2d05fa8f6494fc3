using System.Collections.Immutable;
using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Rendering.Graph;

/// <summary>Where everything of a picture goes: what connects VPCs at the top, VPCs in columns below, a line down each column to those attached.</summary>
/// <remarks>No line crosses a box, whatever the number of VPCs: routes are written into the box they start from.</remarks>
internal sealed class SvgLayout
{
    private const int Margin = 16;
    private const int ColumnWidth = 340;
    private const int Gutter = 44;
    private const int Gap = 16;
    private const int LineHeight = 17;
    private const int Padding = 8;
    private const int MostColumns = 8;

    private readonly List<SvgBox> _outer = [];
    private readonly List<SvgBox> _inner = [];
    private readonly List<SvgText> _texts = [];
    private readonly List<SvgLine> _lines = [];

    public SvgLayout(NetworkPicture picture)
    {
        var columns = Math.Clamp((int)Math.Ceiling(Math.Sqrt(picture.Vpcs.Length * 0.8)), 1, MostColumns);
        Width = (Margin * 2) + (columns * (ColumnWidth + Gutter));
        var top = Connections(picture);
        var bottom = Vpcs(picture, columns, top);
        Height = Legend(bottom);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>VPCs, hubs, networks on premises, the internet.</summary>
    public IReadOnlyList<SvgBox> Outer => _outer;

    /// <summary>Subnets, inside VPCs.</summary>
    public IReadOnlyList<SvgBox> Inner => _inner;

    public IReadOnlyList<SvgText> Texts => _texts;

    public IReadOnlyList<SvgLine> Lines => _lines;

    private int Connections(NetworkPicture picture)
    {
        List<(ImmutableArray<string> Lines, string Style)> boxes =
        [
            .. picture.Hubs.Select((hub, place) => ((ImmutableArray<string>)[hub.Id, .. hub.Tables.Select(table => $"{table.Name}: {(table.Attachments == 1 ? "1 attachment" : $"{table.Attachments} attachments")}")], HubStyle(place))),
            .. picture.OnPremises.Select(network => ((ImmutableArray<string>)[network.Id, network.Ranges.IsEmpty ? "ranges not known" : GraphWords.List(network.Ranges), .. network.ConnectedTo is null ? [] : new[] { $"ends at {network.ConnectedTo}" }], "outside")),
        ];
        var (x, y, rowHeight) = (Margin + Gutter, Margin, 0);
        foreach (var (lines, style) in boxes)
        {
            if (x > Margin + Gutter && x + ColumnWidth > Width - Margin)
            {
                (x, y, rowHeight) = (Margin + Gutter, y + rowHeight + Gap, 0);
            }

            var height = (Padding * 2) + (lines.Length * LineHeight);
            _outer.Add(new(x, y, ColumnWidth, height, style));
            Write(lines, x, y, ColumnWidth, "name");
            x += ColumnWidth + Gutter;
            rowHeight = Math.Max(rowHeight, height);
        }

        return y + (rowHeight == 0 ? 0 : rowHeight + (Gap * 2));
    }

    private int Vpcs(NetworkPicture picture, int columns, int top)
    {
        var hubs = picture.Hubs.Select((hub, place) => (hub.Id, Style: HubStyle(place))).ToDictionary(pair => pair.Id, pair => pair.Style, StringComparer.Ordinal);
        var heights = picture.Vpcs.Select(HeightOf).ToList();
        var target = heights.Sum(height => height + Gap) / (double)columns;
        var (column, next, bottom) = (0, top, top);
        var attached = new List<(int Column, int Y, string Style)>();
        for (var place = 0; place < picture.Vpcs.Length; place++)
        {
            // Column by column, so that VPCs of one segment stay together.
            if (next > top && column < columns - 1 && next - top + (heights[place] / 2.0) > target)
            {
                (column, next) = (column + 1, top);
            }

            Draw(picture.Vpcs[place], XOf(column), next, heights[place]);
            attached.AddRange(picture.Vpcs[place].Hubs.Where(hubs.ContainsKey).Select((hub, offset) => (column, next + 14 + (offset * 8), hubs[hub])));
            next += heights[place] + Gap;
            bottom = Math.Max(bottom, next);
        }

        foreach (var bus in attached.GroupBy(each => (each.Column, each.Style)))
        {
            var x = XOf(bus.Key.Column) - Gutter + 10 + (8 * (StyleNumber(bus.Key.Style)));
            _lines.Add(new(bus.Key.Style, (x, RailOf(bus.Key.Style, top)), (x, bus.Max(each => each.Y))));
            _lines.AddRange(bus.Select(each => new SvgLine(bus.Key.Style, (x, each.Y), (XOf(bus.Key.Column), each.Y))));
        }

        // A rail above the columns joins the lines of one hub and ends at its box.
        foreach (var rail in attached.GroupBy(each => each.Style, StringComparer.Ordinal))
        {
            var number = StyleNumber(rail.Key);
            var box = _outer.Find(each => each.Style == rail.Key)!;
            var first = box.X - Gutter + 10 + (8 * number);
            var last = rail.Max(each => XOf(each.Column)) - Gutter + 10 + (8 * number);
            var start = rail.Min(each => XOf(each.Column)) - Gutter + 10 + (8 * number);
            var y = RailOf(rail.Key, top);
            _lines.Add(new(rail.Key, (Math.Min(first, start), y), (Math.Max(first, last), y)));
            _lines.Add(new(rail.Key, (first, y), (first, box.Y + 14), (box.X, box.Y + 14)));
        }

        return bottom;
    }

    private static int RailOf(string style, int top) => top - 24 + (6 * StyleNumber(style));

    private static int XOf(int column) => Margin + Gutter + (column * (ColumnWidth + Gutter));

    private static int HeightOf(PictureVpc vpc) =>
        (Padding * 2) + (Head(vpc).Length * LineHeight) + vpc.Groups.Sum(group => HeightOf(group) + Padding);

    private static int HeightOf(PictureSubnets group) => (Padding * 2) + ((1 + group.Routes.Length) * LineHeight);

    private static ImmutableArray<string> Head(PictureVpc vpc) =>
    [
        vpc.Id,
        GraphWords.List(vpc.Ranges),
        .. vpc.Segment is null ? [] : new[] { $"segment {vpc.Segment}" },
        .. vpc.Gateways.Select(GraphWords.Of).Chunk(2).Select(line => string.Join(", ", line)),
        .. vpc.Peers.Select(peer => $"peered with {peer}"),
    ];

    private void Draw(PictureVpc vpc, int x, int y, int height)
    {
        _outer.Add(new(x, y, ColumnWidth, height, "vpc"));
        Write(Head(vpc), x, y, ColumnWidth, "name");
        var top = y + Padding + (Head(vpc).Length * LineHeight);
        foreach (var group in vpc.Groups)
        {
            var style = group.Routes.Any(route => route.Target == "internet gateway") ? "public" : group.Routes.Any(route => route.Destinations.Any(range => range.EndsWith("/0", StringComparison.Ordinal))) ? "private" : "isolated";
            var width = ColumnWidth - (Padding * 2);
            _inner.Add(new(x + Padding, top, width, HeightOf(group), style));
            Write([$"{GraphWords.Of(group)}  {GraphWords.List(group.Ranges)}", .. group.Routes.Select(GraphWords.Of)], x + Padding, top, width, "tier");
            top += HeightOf(group) + Padding;
        }
    }

    private int Legend(int top)
    {
        var y = top + LineHeight;
        foreach (var (text, style) in new[]
        {
            ("public: a route to the internet gateway", "public"),
            ("private: a default route elsewhere", "private"),
            ("isolated: no default route", "isolated"),
        })
        {
            _inner.Add(new(Margin + Gutter, y - 12, 14, 14, style));
            _texts.Add(SvgText.Fit(Margin + Gutter + 22, y, ColumnWidth - 22, text, "route"));
            y += LineHeight;
        }

        foreach (var text in new[] { "x3: subnets of one tier with the same", "routes, or gateways of one kind.", "Coloured lines: Transit Gateway attachments." })
        {
            _texts.Add(SvgText.Fit(Margin + Gutter, y, ColumnWidth, text, "route"));
            y += LineHeight;
        }

        return y + Margin;
    }

    private void Write(ImmutableArray<string> lines, int x, int y, int width, string firstStyle)
    {
        for (var line = 0; line < lines.Length; line++)
        {
            _texts.Add(SvgText.Fit(x + Padding, y + Padding + 12 + (line * LineHeight), width - (Padding * 2), lines[line], line == 0 ? firstStyle : "route"));
        }
    }

    private static string HubStyle(int place) => place switch { 0 => "hub0", 1 => "hub1", 2 => "hub2", _ => "hub3" };

    private static int StyleNumber(string style) => style[^1] - '0';
}
