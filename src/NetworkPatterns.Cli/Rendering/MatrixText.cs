using System.Globalization;
using NetworkPatterns.Cli.Commands;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>A matrix as text: a table while it fits, then a grid of letters, then a list.</summary>
internal sealed class MatrixText(CommandOutput output)
{
    private const int MostNumbered = 99;
    private const int LongestName = 40;

    private readonly int _width = OutputConsole.Of(output).Profile.Width;

    public void Write(SurveyMatrix matrix)
    {
        var words = new MatrixWords(matrix);
        var nameWidth = Math.Min(LongestName, words.Parties.Max(party => words.Name(party).Length));
        var widths = words.Parties.ToDictionary(
            to => to, to => words.Parties.Max(from => words.Cell(from, to).Length) is var cell && cell > words.Name(to).Length ? cell : words.Name(to).Length, StringComparer.Ordinal);
        if (nameWidth + widths.Values.Sum(width => width + 2) <= _width)
        {
            WriteTable(words, nameWidth, widths);
        }
        else if (words.HasLetters && words.Parties.Length <= MostNumbered && nameWidth + 4 + (words.Parties.Length * 3) <= _width)
        {
            WriteGrid(words, nameWidth);
        }
        else
        {
            WriteList(words);
        }
    }

    private void WriteTable(MatrixWords words, int nameWidth, Dictionary<string, int> widths)
    {
        output.Out.WriteLine((new string(' ', nameWidth) + string.Concat(words.Parties.Select(to => "  " + words.Name(to).PadRight(widths[to])))).TrimEnd());
        foreach (var from in words.Parties)
        {
            output.Out.WriteLine((Cut(words.Name(from), nameWidth) + string.Concat(words.Parties.Select(to => "  " + words.Cell(from, to).PadRight(widths[to])))).TrimEnd());
        }

        output.Out.WriteLine();
        output.Out.WriteLine(MatrixWords.Legend);
    }

    private void WriteGrid(MatrixWords words, int nameWidth)
    {
        output.Out.WriteLine(new string(' ', nameWidth + 4) + string.Concat(Enumerable.Range(1, words.Parties.Length).Select(Number)));
        for (var row = 0; row < words.Parties.Length; row++)
        {
            var from = words.Parties[row];
            output.Out.WriteLine(Number(row + 1) + " " + Cut(words.Name(from), nameWidth) + string.Concat(words.Parties.Select(to => words.Letter(from, to).PadLeft(3))));
        }

        output.Out.WriteLine();
        foreach (var (text, letter) in words.Letters.OrderBy(pair => pair.Value))
        {
            output.Out.WriteLine($"  {letter}  {text}");
        }

        output.Out.WriteLine(MatrixWords.Legend.Replace("- nothing", ". nothing", StringComparison.Ordinal));
    }

    private void WriteList(MatrixWords words)
    {
        foreach (var from in words.Parties)
        {
            output.Out.WriteLine(words.Name(from));
            foreach (var (traffic, to) in words.Reached(from))
            {
                output.Out.WriteLine($"  {traffic}  {string.Join(", ", to)}");
            }
        }

        output.Out.WriteLine();
        output.Out.WriteLine("a party, and below it what it opens to whom; ? depends on what the templates leave open");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(3);

    private static string Cut(string name, int width) => name.Length > width ? string.Concat(name.AsSpan(0, width - 1), "~") : name.PadRight(width);
}
