using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Cli.Commands;

/// <summary>Where a command writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Problems.</param>
/// <param name="IsRedirected">Whether the results go to a file or another program: no colour then.</param>
internal sealed record CommandOutput(TextWriter Out, TextWriter Error, bool IsRedirected)
{
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
