using System.CommandLine;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Cli.Commands;

/// <summary><c>netpatterns plan</c>: the addresses that a VPC of some tiers and zones would have, without CDK.</summary>
internal sealed class PlanCommand
{
    private const string Description = """
        Plans the subnets of a VPC as the three-tier VPC does: by slots, so that a later tier or zone moves nothing.

        Tiers are NAME, in the order of their slots, each with what differs: NAME:SLOT=SIZE@BLOCK. SIZE is a prefix such as
        /24 or a number of addresses; BLOCK is a secondary block. Zones are names, AZ IDs, or how many there are.

        Examples:
          netpatterns plan --cidr 10.0.0.0/16
          netpatterns plan --cidr 10.0.0.0/16 --zones eu-west-1a,eu-west-1b --tiers web=/24,app,data
          netpatterns plan --cidr 10.0.0.0/20 --secondary pods=100.64.0.0/16 --tiers web,app,data,pods:8@pods --format markdown

        Exit codes: 0 planned, 2 it cannot be.
        """;

    private readonly Option<string?> _cidr = new("--cidr") { Description = "The VPC's primary block, /16 to /28.", HelpName = "CIDR" };
    private readonly Option<string> _zones = new("--zones") { Description = "Zones, or how many.", HelpName = "ZONE,...|N", DefaultValueFactory = _ => "3" };
    private readonly Option<string> _tiers = new("--tiers") { Description = "Tiers.", HelpName = "TIER,...", DefaultValueFactory = _ => "web,app,data" };
    private readonly Option<string[]> _secondary = new("--secondary") { Description = "Secondary blocks.", HelpName = "NAME=CIDR", AllowMultipleArgumentsPerToken = true };
    private readonly Option<int> _maxZones = new("--max-zones") { Description = "How many zones there may ever be, 1 to 16.", DefaultValueFactory = _ => new AddressPlanInput { Path = "" }.MaxZones };
    private readonly Option<int> _maxTiers = new("--max-tiers") { Description = "How many tiers the primary block may ever have, 1 to 16.", DefaultValueFactory = _ => new AddressPlanInput { Path = "" }.MaxTiers };
    private readonly Option<string> _format = new("--format") { Description = "text, json, markdown or csv.", DefaultValueFactory = _ => "text" };

    private PlanCommand() => _format.AcceptOnlyFromAmong("text", "json", "markdown", "csv");

    public static Command Create(CommandOutput output)
    {
        var plan = new PlanCommand();
        var command = new Command("plan", Description) { plan._cidr, plan._zones, plan._tiers, plan._secondary, plan._maxZones, plan._maxTiers, plan._format };
        command.SetAction(parse => plan.Run(parse, output));
        return command;
    }

    private int Run(ParseResult parse, CommandOutput output)
    {
        var problems = new ProblemList();
        if (parse.GetValue(_cidr) is not { Length: > 0 } cidr)
        {
            problems.Add(DiagnosticCatalogue.MissingArgument.At(_cidr.Name, $"{_cidr.Name} is not given", "name the VPC's block, such as 10.0.0.0/16"));
            return output.Fail(problems.ToSorted());
        }

        var input = PlanArguments.Read(cidr, parse.GetRequiredValue(_zones), parse.GetRequiredValue(_tiers), parse.GetValue(_secondary) ?? [], problems);
        if (!problems.IsEmpty || AddressPlan.From(input with { MaxZones = parse.GetValue(_maxZones), MaxTiers = parse.GetValue(_maxTiers) }, problems) is not { } plan)
        {
            return output.Fail(problems.ToSorted());
        }

        Write(plan, parse.GetRequiredValue(_format), output);
        foreach (var warning in plan.Warnings)
        {
            output.Error.WriteLine(warning.ToString());
        }

        return ExitCode.Reachable;
    }

    private static void Write(AddressPlan plan, string format, CommandOutput output)
    {
        switch (format)
        {
            case "json":
                PlanTables.WriteJson(output.Out, plan);
                break;
            case "markdown":
                Markdown.WriteTable(output.Out, PlanTables.Head, PlanTables.Rows(plan));
                break;
            case "csv":
                PlanTables.WriteCsv(output.Out, plan);
                break;
            default:
                PlanTables.WriteText(output, plan);
                break;
        }
    }
}
