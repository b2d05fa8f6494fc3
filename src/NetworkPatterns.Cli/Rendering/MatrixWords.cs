using System.Collections.Immutable;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>A matrix in short words: names, cells, and a letter for each kind of cell where there is no room.</summary>
internal sealed class MatrixWords
{
    public const string Closed = "-";
    public const string Unknown = "?";
    public const string Legend = "rows open conversations, columns answer; - nothing gets through; ? depends on what the templates leave open";

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";

    private readonly SurveyMatrix _matrix;
    private readonly ShortNames _names;

    public MatrixWords(SurveyMatrix matrix)
    {
        (_matrix, _names) = (matrix, new(matrix.Parties));
        Letters = matrix.Open.Select(pair => Of(pair.Cell))
            .Where(text => text != Unknown)
            .GroupBy(text => text, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(Alphabet.Length)
            .Select((group, place) => (Text: group.Key, Letter: Alphabet[place]))
            .ToImmutableDictionary(pair => pair.Text, pair => pair.Letter, StringComparer.Ordinal);
        HasLetters = matrix.Open.Select(pair => Of(pair.Cell)).All(text => text == Unknown || Letters.ContainsKey(text));
    }

    public ImmutableArray<string> Parties => _matrix.Parties;

    /// <summary>A letter for each kind of traffic, the most frequent one first.</summary>
    public ImmutableDictionary<string, char> Letters { get; }

    /// <summary>Whether there are letters for all.</summary>
    public bool HasLetters { get; }

    public string Name(string party) => _names[party];

    public string Cell(string from, string to) => _matrix.Find(from, to) is { } cell ? Of(cell) : Closed;

    /// <summary>The cell in one character.</summary>
    public string Letter(string from, string to) => Cell(from, to) switch
    {
        Closed => ".",
        Unknown => Unknown,
        var text => Letters[text].ToString(),
    };

    /// <summary>What a party reaches, by kind of traffic.</summary>
    public IEnumerable<(string Traffic, IEnumerable<string> To)> Reached(string from) => Parties
        .Select(to => (To: to, Text: Cell(from, to)))
        .Where(cell => cell.Text != Closed)
        .GroupBy(cell => cell.Text, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Select(cell => Name(cell.To))));

    private static string Of(SurveyCell cell) => cell.Verdict == Verdict.Unknown ? Unknown : TrafficText.Of(cell.Traffic);
}
