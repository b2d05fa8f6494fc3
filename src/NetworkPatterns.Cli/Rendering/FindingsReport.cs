using System.Text.Json.Nodes;
using NetworkPatterns.Cli.Commands;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Network.Findings;
using NetworkPatterns.Network.Model;
using Spectre.Console;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Findings for people and programs.</summary>
internal static class FindingsReport
{
    public static void WriteText(CommandOutput output, IReadOnlyCollection<Finding> findings)
    {
        var console = OutputConsole.Of(output);
        foreach (var finding in findings)
        {
            var colour = finding.Severity switch { FindingSeverity.Error => "red", FindingSeverity.Warning => "yellow", _ => "dim" };
            var tree = new Tree($"[{colour} bold]{Word(finding.Severity)}[/]  {finding.Diagnostic.Code} {Markup.Escape($"{finding.Diagnostic.Title}: {NameOf(finding.Component)}")}") { Guide = TreeGuide.Line };
            foreach (var line in Lines(finding))
            {
                tree.AddNode(Markup.Escape(line));
            }

            console.Write(tree);
        }

        console.WriteLine(Summary(findings));
    }

    public static void WriteMarkdown(TextWriter output, IReadOnlyCollection<Finding> findings)
    {
        output.WriteLine("### Findings");
        output.WriteLine();
        output.WriteLine(Summary(findings));
        if (findings.Count > 0)
        {
            output.WriteLine();
            Markdown.WriteTable(output, ["Severity", "Code", "Where", "What", "Fix"], findings.Select(finding => (IReadOnlyCollection<string>)
            [
                finding.Severity == FindingSeverity.Information ? "information" : $"**{Word(finding.Severity)}**",
                $"{finding.Diagnostic.Code} {Markdown.Escape(finding.Diagnostic.Title)}",
                Markdown.Escape(NameOf(finding.Component)),
                Markdown.Escape(finding.Detail),
                Markdown.Escape(finding.Fix),
            ]));
        }
    }

    public static void WriteJson(TextWriter output, IEnumerable<Finding> findings) =>
        output.WriteLine(new JsonArray([.. findings.Select(finding => new JsonObject
        {
            ["code"] = finding.Diagnostic.Code,
            ["title"] = finding.Diagnostic.Title,
            ["severity"] = Word(finding.Severity),
            ["component"] = finding.Component.ToString(),
            ["type"] = finding.Component.Type,
            ["constructPath"] = finding.Component.ConstructPath,
            ["template"] = finding.Component.Origin,
            ["detail"] = finding.Detail,
            ["fix"] = finding.Fix,
            ["related"] = new JsonArray([.. finding.Related.Select(related => JsonValue.Create(related.ToString()))]),
        })]).ToJsonString(AnswerJson.Indented));

    public static void WriteSarif(TextWriter output, IEnumerable<Finding> findings, TemplateFiles files) => Sarif.Write(output, [.. findings.Select(finding => Result(finding, files))]);

    private static SarifResult Result(Finding finding, TemplateFiles files)
    {
        var file = finding.Component.Origin is { } template ? files.Locate(template) : null;
        return new(
            finding.Diagnostic.Code,
            finding.Diagnostic.Title,
            finding.Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "note" },
            $"{finding.Component}: {finding.Detail}. To fix: {finding.Fix}.",
            file,
            file is null ? 1 : files.LineOf(file, finding.Component.Id.LogicalId),
            NameOf(finding.Component));
    }

    private static IEnumerable<string> Lines(Finding finding)
    {
        yield return finding.Detail;
        if (!finding.Related.IsEmpty)
        {
            yield return $"see {string.Join(", ", finding.Related.Select(related => related.ToString()))}";
        }

        yield return $"fix: {finding.Fix}";
    }

    private static string Summary(IReadOnlyCollection<Finding> findings) => findings.Count == 0
        ? "nothing found"
        : string.Join(", ", findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {Plural(group.Key, group.Count())}"));

    private static string Plural(FindingSeverity severity, int count) => severity switch
    {
        FindingSeverity.Error => count == 1 ? "error" : "errors",
        FindingSeverity.Warning => count == 1 ? "warning" : "warnings",
        _ => "for information",
    };

    private static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "information",
    };

    private static string NameOf(Component component) => component.ConstructPath ?? component.ToString();
}
