using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates.Rules;

namespace NetworkPatterns.Cli.Input;

/// <summary>Rule files on disk.</summary>
internal static class RuleFiles
{
    /// <summary>Reads a rule file; null, with every problem in the list, where it cannot be read.</summary>
    public static RuleFile? Read(string path, ProblemList problems)
    {
        try
        {
            return RuleFile.Read(path, File.ReadAllText(path), problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(DiagnosticCatalogue.RulesUnreadable.At(path, exception.Message, "name a file that exists and can be read"));
            return null;
        }
    }
}
