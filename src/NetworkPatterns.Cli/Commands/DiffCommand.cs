using System.CommandLine;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Comparing;
using NetworkPatterns.Network.Survey;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Cli.Commands;

/// <summary><c>netpatterns diff</c>: what became reachable and what no longer is.</summary>
internal sealed class DiffCommand
{
    private const string Description = """
        Says what became reachable and what no longer is, between two versions of a network.

        Examples:
          netpatterns diff main/cdk.out cdk.out
          netpatterns diff main/cdk.out cdk.out --fail-on opened --format markdown
          netpatterns diff old.yaml new.yaml --by interface --format json

        Exit codes: 0 done, 1 something of --fail-on happened, 2 bad input, 3 it may have happened: something that the templates
        leave open decides.
        """;

    private readonly Argument<string> _old = new("OLD") { Description = "The estate as it is: a cloud assembly (cdk.out), a folder of templates, or a template." };
    private readonly Argument<string> _new = new("NEW") { Description = "The estate as it will be." };
    private readonly Option<string> _by = Groupings.Option();
    private readonly Option<string> _failOn = new("--fail-on") { Description = "opened, closed, any or never.", DefaultValueFactory = _ => "never" };
    private readonly Option<string> _format = new("--format") { Description = "text, json or markdown.", DefaultValueFactory = _ => "text" };
    private readonly EstateArguments _estate = new();

    private DiffCommand()
    {
        _failOn.AcceptOnlyFromAmong("opened", "closed", "any", "never");
        _format.AcceptOnlyFromAmong("text", "json", "markdown");
    }

    public static Command Create(CommandOutput output)
    {
        var diff = new DiffCommand();
        var command = new Command("diff", Description) { diff._old, diff._new, diff._by, diff._failOn, diff._format };
        diff._estate.AddTo(command);
        command.SetAction(parse => diff.Run(parse, output));
        return command;
    }

    private int Run(ParseResult parse, CommandOutput output)
    {
        var problems = new ProblemList();
        var options = _estate.Read(parse, problems);
        var (old, now) = (parse.GetRequiredValue(_old), parse.GetRequiredValue(_new));
        var (before, after) = (EstateSources.Load([old], options, problems), EstateSources.Load([now], options, problems));
        if (before is null || after is null || !problems.IsEmpty)
        {
            return output.Fail(problems.ToSorted());
        }

        // Names say the stack only where there are several: say it in both, or in none.
        if (before.Stacks.Length > 1 != after.Stacks.Length > 1)
        {
            var named = options with { NamesEveryStack = true };
            before = before.Stacks.Length > 1 ? before : EstateSources.Load([old], named, problems)!;
            after = after.Stacks.Length > 1 ? after : EstateSources.Load([now], named, problems)!;
        }

        var comparison = Compare(before, after, Groupings.Parse(parse.GetRequiredValue(_by)));
        switch (parse.GetValue(_format))
        {
            case "json":
                DiffJson.Write(output.Out, comparison);
                break;
            case "markdown":
                DiffMarkdown.Write(output.Out, comparison);
                break;
            default:
                new DiffText(output).Write(comparison);
                break;
        }

        return ExitCodeFor(parse.GetRequiredValue(_failOn), comparison);
    }

    private static EstateComparison Compare(Estate before, Estate after, SurveyGrouping grouping) =>
        EstateComparer.Compare(NetworkSurvey.Of(before, grouping), NetworkSurvey.Of(after, grouping));

    private static int ExitCodeFor(string failOn, EstateComparison comparison)
    {
        (ChangeKind[] Certain, ChangeKind[] Possible) kinds = failOn switch
        {
            "opened" => ([ChangeKind.Opened], [ChangeKind.OpenedPerhaps, ChangeKind.DecidedOpen]),
            "closed" => ([ChangeKind.Closed], [ChangeKind.ClosedPerhaps, ChangeKind.DecidedClosed]),
            "any" => (Enum.GetValues<ChangeKind>(), []),
            _ => ([], []),
        };
        return comparison.Of(kinds.Certain).Any() ? ExitCode.NotReachable
            : comparison.Of(kinds.Possible).Any() ? ExitCode.Unknown
            : ExitCode.Reachable;
    }
}
