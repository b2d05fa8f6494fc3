using NetworkPatterns.Cli.Commands;
using NetworkPatterns.Network.Checking;
using Spectre.Console;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>A check for people: one line for each guarantee, with the evidence where it does not hold.</summary>
internal sealed class CheckText(CommandOutput output)
{
    private readonly IAnsiConsole _console = OutputConsole.Of(output);

    public void Write(CheckReport report)
    {
        foreach (var item in report.Guarantees)
        {
            Write(item);
        }

        foreach (var problem in report.NotModelled)
        {
            _console.MarkupLine($"[yellow]undecided[/]   {Markup.Escape($"{problem.Where}: {problem.What} ({problem.Code})")}");
        }

        _console.MarkupLine($"[bold]{Markup.Escape(CheckWords.Summary(report))}[/]");
    }

    private void Write(CheckedGuarantee item)
    {
        var colour = item.Status switch
        {
            CheckStatus.Holds => "green",
            CheckStatus.Fails or CheckStatus.Expired => "red",
            _ => "yellow",
        };
        var code = CheckWords.Code(item) is { } found ? $" ({found.Code})" : "";
        var tree = new Tree($"[{colour}]{CheckWords.Status(item),-11}[/] {Markup.Escape(CheckWords.Title(item))}{code}") { Guide = TreeGuide.Line };
        if (item.Status != CheckStatus.Holds)
        {
            tree.AddNode(Markup.Escape($"declared: {item.Place}"));
            tree.AddNodes(CheckWords.Notes(item).Concat(EvidenceText.Lines(item.Result)).Select(Markup.Escape));
        }

        _console.Write(tree);
    }
}
