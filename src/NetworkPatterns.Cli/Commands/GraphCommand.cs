using System.CommandLine;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Cli.Rendering.Graph;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Commands;

/// <summary><c>netpatterns graph</c>: VPCs, subnets, gateways and routes as a picture.</summary>
internal sealed class GraphCommand
{
    private const string Description = """
        Draws VPCs with their subnets, gateways and routes, and what connects them.

        Examples:
          netpatterns graph cdk.out --format svg > network.svg
          netpatterns graph network.yaml --format mermaid

        Exit codes: 0 done, 2 bad input.
        """;

    private readonly Argument<string[]> _paths = EstateArguments.Paths();
    private readonly Option<string> _format = new("--format") { Description = "svg, mermaid or dot.", DefaultValueFactory = _ => "svg" };
    private readonly EstateArguments _estate = new();

    private GraphCommand() => _format.AcceptOnlyFromAmong("svg", "mermaid", "dot");

    public static Command Create(CommandOutput output)
    {
        var graph = new GraphCommand();
        var command = new Command("graph", Description) { graph._paths, graph._format };
        graph._estate.AddTo(command);
        command.SetAction(parse => graph.Run(parse, output));
        return command;
    }

    private int Run(ParseResult parse, CommandOutput output)
    {
        var problems = new ProblemList();
        var options = _estate.Read(parse, problems);
        var paths = parse.GetRequiredValue(_paths);
        EstateArguments.RefuseOptions(paths, "graph", problems);
        if (!problems.IsEmpty || EstateSources.Load(paths, options, problems) is not { } estate)
        {
            return output.Fail(problems.ToSorted());
        }

        var picture = PictureMaker.Of(estate);
        switch (parse.GetValue(_format))
        {
            case "mermaid":
                MermaidGraph.Write(output.Out, picture);
                break;
            case "dot":
                DotGraph.Write(output.Out, picture);
                break;
            default:
                SvgGraph.Write(output.Out, picture);
                break;
        }

        return ExitCode.Reachable;
    }
}
