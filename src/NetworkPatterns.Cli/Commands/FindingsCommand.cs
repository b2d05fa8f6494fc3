using System.CommandLine;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Findings;

namespace NetworkPatterns.Cli.Commands;

/// <summary><c>netpatterns findings</c>: network mistakes that no guarantee is needed to name.</summary>
internal sealed class FindingsCommand
{
    private const string Description = """
        Finds network mistakes: ports open to the internet, one-sided network ACLs, routes without a way back or to nothing,
        rules that never decide, overlapping networks, inspections that are avoided, endpoints out of reach.

        Examples:
          netpatterns findings cdk.out
          netpatterns findings network.yaml --fail-on warning --format sarif > findings.sarif

        Exit codes: 0 nothing of --fail-on found, 1 something found, 2 bad input.
        """;

    private readonly Argument<string[]> _paths = EstateArguments.Paths();
    private readonly Option<string> _failOn = new("--fail-on") { Description = "error (default), warning (errors too) or never.", DefaultValueFactory = _ => "error" };
    private readonly Option<string> _format = new("--format") { Description = "text, json, sarif or markdown.", DefaultValueFactory = _ => "text" };
    private readonly EstateArguments _estate = new();

    private FindingsCommand()
    {
        _failOn.AcceptOnlyFromAmong("error", "warning", "never");
        _format.AcceptOnlyFromAmong("text", "json", "sarif", "markdown");
    }

    public static Command Create(CommandOutput output)
    {
        var findings = new FindingsCommand();
        var command = new Command("findings", Description) { findings._paths, findings._failOn, findings._format };
        findings._estate.AddTo(command);
        command.SetAction(parse => findings.Run(parse, output));
        return command;
    }

    private int Run(ParseResult parse, CommandOutput output)
    {
        var problems = new ProblemList();
        var options = _estate.Read(parse, problems);
        var paths = parse.GetRequiredValue(_paths);
        EstateArguments.RefuseOptions(paths, "findings", problems);
        if (!problems.IsEmpty || EstateSources.Load(paths, options, problems) is not { } estate)
        {
            return output.Fail(problems.ToSorted());
        }

        var findings = NetworkFindings.Of(estate);
        switch (parse.GetValue(_format))
        {
            case "json":
                FindingsReport.WriteJson(output.Out, findings);
                break;
            case "sarif":
                FindingsReport.WriteSarif(output.Out, findings, new(paths, estate));
                break;
            case "markdown":
                FindingsReport.WriteMarkdown(output.Out, findings);
                break;
            default:
                FindingsReport.WriteText(output, findings);
                break;
        }

        return parse.GetValue(_failOn) switch
        {
            "warning" => findings.Any(finding => finding.Severity >= FindingSeverity.Warning),
            "never" => false,
            _ => findings.Any(finding => finding.Severity == FindingSeverity.Error),
        } ? ExitCode.NotReachable : ExitCode.Reachable;
    }
}
