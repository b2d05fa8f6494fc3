using System.Globalization;
using System.Security;
using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Rendering.Graph;

/// <summary>A picture as SVG, drawn by us: the same network gives the same file.</summary>
internal static class SvgGraph
{
    private const string Style = """
        <style>
          svg { --ground: #ffffff; --ink: #1b1f24; --dim: #57606a; --line: #7a828c; --vpc: #f6f8fa; --public: #ddf4e4; --private: #dbeafe; --isolated: #eceef1; --outside: #fff3d6; --hub: #f3e8ff; --hub0: #7c3aed; --hub1: #c2410c; --hub2: #0f766e; --hub3: #be185d; }
          @media (prefers-color-scheme: dark) {
            svg { --ground: #0d1117; --ink: #e6edf3; --dim: #a5afb9; --line: #7d8590; --vpc: #161b22; --public: #12361f; --private: #132f4f; --isolated: #262c35; --outside: #3d2e00; --hub: #2a1f47; --hub0: #a78bfa; --hub1: #fb923c; --hub2: #2dd4bf; --hub3: #f472b6; }
          }
          rect { stroke: var(--line); rx: 4px; } .ground { fill: var(--ground); stroke: none; } .vpc { fill: var(--vpc); } .public { fill: var(--public); } .private { fill: var(--private); } .isolated { fill: var(--isolated); } .outside { fill: var(--outside); }
          rect.hub0, rect.hub1, rect.hub2, rect.hub3 { fill: var(--hub); stroke-width: 2; } .hub0 { stroke: var(--hub0); } .hub1 { stroke: var(--hub1); } .hub2 { stroke: var(--hub2); } .hub3 { stroke: var(--hub3); }
          polyline { fill: none; stroke-width: 2; } text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: var(--ink); } .name { font-weight: bold; } .tier { font-weight: bold; } .route { fill: var(--dim); }
        </style>
        """;

    public static void Write(TextWriter output, NetworkPicture picture)
    {
        var layout = new SvgLayout(picture);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{layout.Width}\" height=\"{layout.Height}\" viewBox=\"0 0 {layout.Width} {layout.Height}\" role=\"img\" aria-label=\"network\">"));
        output.WriteLine(Style);
        output.WriteLine("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>");
        foreach (var line in layout.Lines)
        {
            output.WriteLine($"<polyline class=\"{line.Style}\" points=\"{string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}")))}\"/>");
        }

        foreach (var box in layout.Outer.Concat(layout.Inner))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"{box.Style}\" x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\"/>"));
        }

        foreach (var text in layout.Texts)
        {
            var title = text.Full is { } full ? $"<title>{Escape(full)}</title>" : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<text class=\"{text.Style}\" x=\"{text.X}\" y=\"{text.Y}\">{title}{Escape(text.Shown)}</text>"));
        }

        output.WriteLine("</svg>");
    }

    // Control characters have no place in XML at all.
    private static string Escape(string text) => SecurityElement.Escape(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)))!;
}
