using System.CommandLine;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Cli.Commands;

/// <summary><c>netpatterns matrix</c>: what every part of the network can open to every other.</summary>
internal sealed class MatrixCommand
{
    private const string Description = """
        Prints what every tier (or segment, or VPC) can open to every other, and to and from the internet.

        Examples:
          netpatterns matrix cdk.out
          netpatterns matrix network.yaml app.yaml --by vpc --format markdown

        Exit codes: 0 done, 2 bad input.
        """;

    private readonly Argument<string[]> _paths = EstateArguments.Paths();
    private readonly Option<string> _by = Groupings.Option();
    private readonly Option<string> _format = new("--format") { Description = "text, json, markdown or csv.", DefaultValueFactory = _ => "text" };
    private readonly EstateArguments _estate = new();

    private MatrixCommand() => _format.AcceptOnlyFromAmong("text", "json", "markdown", "csv");

    public static Command Create(CommandOutput output)
    {
        var matrix = new MatrixCommand();
        var command = new Command("matrix", Description) { matrix._paths, matrix._by, matrix._format };
        matrix._estate.AddTo(command);
        command.SetAction(parse => matrix.Run(parse, output));
        return command;
    }

    private int Run(ParseResult parse, CommandOutput output)
    {
        var problems = new ProblemList();
        var options = _estate.Read(parse, problems);
        var paths = parse.GetRequiredValue(_paths);
        EstateArguments.RefuseOptions(paths, "matrix", problems);
        if (!problems.IsEmpty || EstateSources.Load(paths, options, problems) is not { } estate)
        {
            return output.Fail(problems.ToSorted());
        }

        var matrix = SurveyMatrix.Of(NetworkSurvey.Of(estate, Groupings.Parse(parse.GetRequiredValue(_by))));
        switch (parse.GetValue(_format))
        {
            case "json":
                MatrixTables.WriteJson(output.Out, matrix);
                break;
            case "markdown":
                MatrixTables.WriteMarkdown(output.Out, matrix);
                break;
            case "csv":
                MatrixTables.WriteCsv(output.Out, matrix);
                break;
            default:
                new MatrixText(output).Write(matrix);
                break;
        }

        return ExitCode.Reachable;
    }
}
