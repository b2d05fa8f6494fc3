namespace NetworkPatterns.Cli.Rendering.Graph;

/// <summary>A rectangle of a picture, in pixels, with its class in the style sheet.</summary>
internal sealed record SvgBox(int X, int Y, int Width, int Height, string Style)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public bool Overlaps(SvgBox other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(SvgBox other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;
}

/// <summary>A line of text on its base line; with the whole text where what is shown had to be cut.</summary>
internal sealed record SvgText(int X, int Y, string Shown, string Style, string? Full = null)
{
    // Every letter of a monospaced font is 0.6 of its size wide; the size is 12.
    private const double LetterWidth = 7.3;

    public double Width => Shown.Length * LetterWidth;

    /// <summary>The text, cut to what fits.</summary>
    public static SvgText Fit(int x, int y, int width, string text, string style)
    {
        var most = (int)(width / LetterWidth);
        return text.Length <= most ? new(x, y, text, style) : new(x, y, string.Concat(text.AsSpan(0, most - 1), "…"), style, text);
    }
}

/// <summary>A line made of horizontal and vertical parts.</summary>
internal sealed record SvgLine(string Style, params (int X, int Y)[] Points);
