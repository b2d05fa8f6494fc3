using System.Globalization;

namespace NetworkPatterns.Cli.Commands;

/// <summary>One line on a terminal that says how far a long piece of work is; it is gone afterwards.</summary>
/// <param name="error">Where it is written; null for nowhere.</param>
/// <param name="what">What is being done, such as <c>proving</c>.</param>
internal sealed class ProgressLine(TextWriter? error, string what) : IProgress<(int Done, int Of)>, IDisposable
{
    private int _written;

    /// <inheritdoc/>
    public void Report((int Done, int Of) value)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{what} {value.Done + 1} of {value.Of}");
        error?.Write($"\r{line.PadRight(_written)}");
        _written = line.Length;
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (_written > 0)
        {
            error?.Write($"\r{new string(' ', _written)}\r");
        }
    }
}
