using System.CommandLine;
using System.Globalization;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Checking;

namespace NetworkPatterns.Cli.Commands;

/// <summary><c>netpatterns check</c>: does everything hold that the templates, their access scopes and a rule file promise.</summary>
internal sealed class CheckCommand
{
    private const string Description = """
        Proves or refutes what the templates promise: the guarantees that patterns declare, Network Access Scopes, and the
        rules of a YAML file.

        Examples:
          netpatterns check cdk.out
          netpatterns check cdk.out --rules network-rules.yaml --format junit > guarantees.xml
          netpatterns check vpc.yaml app.yaml --rules network-rules.yaml --format markdown

        Exit codes: 0 all hold, 1 at least one fails, 2 bad input, 3 none fails and at least one is undecided.
        """;

    private readonly Argument<string[]> _paths = EstateArguments.Paths();
    private readonly Option<string?> _rules = new("--rules") { Description = "Rules and suppressions; see docs/guarantees.md.", HelpName = "FILE.yaml" };
    private readonly Option<string> _format = new("--format") { Description = "text, json, sarif, junit or markdown.", DefaultValueFactory = _ => "text" };
    private readonly Option<string?> _today = new("--today") { Description = "The day that suppressions are compared with. Default: today, in UTC.", HelpName = "YYYY-MM-DD" };
    private readonly EstateArguments _estate = new();

    private CheckCommand() => _format.AcceptOnlyFromAmong("text", "json", "sarif", "junit", "markdown");

    public static Command Create(CommandOutput output)
    {
        var check = new CheckCommand();
        var command = new Command("check", Description) { check._paths, check._rules, check._format, check._today };
        check._estate.AddTo(command);
        command.SetAction(parse => check.Run(parse, output));
        return command;
    }

    private int Run(ParseResult parse, CommandOutput output)
    {
        var problems = new ProblemList();
        var options = _estate.Read(parse, problems);
        var paths = parse.GetRequiredValue(_paths);
        EstateArguments.RefuseOptions(paths, "check", problems);
        var today = ReadToday(parse, output, problems);
        var rulesPath = parse.GetValue(_rules);
        var rules = rulesPath is null ? null : RuleFiles.Read(rulesPath, problems);
        if (!problems.IsEmpty || EstateSources.Load(paths, options, problems) is not { } estate)
        {
            return output.Fail(problems.ToSorted());
        }

        CheckReport report;
        using (var progress = output.Progress("proving"))
        {
            report = EstateCheck.Run(estate, rules, today, progress);
        }

        if (report.Outcome == CheckOutcome.BadInput)
        {
            return output.Fail(report.Problems);
        }

        Write(report, new(paths, estate), parse.GetRequiredValue(_format), output);
        return report.Outcome switch
        {
            CheckOutcome.Holds => ExitCode.Reachable,
            CheckOutcome.Fails => ExitCode.NotReachable,
            _ => ExitCode.Unknown,
        };
    }

    private static void Write(CheckReport report, TemplateFiles files, string format, CommandOutput output)
    {
        switch (format)
        {
            case "json":
                CheckJson.Write(output.Out, report, files);
                break;
            case "sarif":
                CheckSarif.Write(output.Out, report, files);
                break;
            case "junit":
                CheckJUnit.Write(output.Out, report);
                break;
            case "markdown":
                CheckMarkdown.Write(output.Out, report);
                break;
            default:
                new CheckText(output).Write(report);
                break;
        }
    }

    private DateOnly ReadToday(ParseResult parse, CommandOutput output, ProblemList problems)
    {
        if (parse.GetValue(_today) is not { } text)
        {
            return DateOnly.FromDateTime(output.Clock.GetUtcNow().UtcDateTime);
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problems.Add(DiagnosticCatalogue.NotADate.At(_today.Name, $"'{text}' is not a date", "write the day as 2030-12-31"));
        }

        return day;
    }
}
