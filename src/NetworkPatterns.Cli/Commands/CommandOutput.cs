using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Cli.Commands;

/// <summary>Where a command writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Problems.</param>
/// <param name="IsRedirected">Whether the results go to a file or another program: no colour then.</param>
internal sealed record CommandOutput(TextWriter Out, TextWriter Error, bool IsRedirected)
{
    /// <summary>Whether problems go to a file or another program: no progress then.</summary>
    public bool IsErrorRedirected { get; init; } = true;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A line that says how far long work is, on a terminal only.</summary>
    public ProgressLine Progress(string what) => new(IsErrorRedirected ? null : Error, what);

    /// <summary>Writes problems and gives the exit code for bad input.</summary>
    public int Fail(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Error.WriteLine(problem.ToString());
        }

        return ExitCode.BadInput;
    }
}
