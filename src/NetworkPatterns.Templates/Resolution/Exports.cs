using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>The exports of all stacks. An export is seen only in its own account and Region.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html</remarks>
internal sealed class Exports
{
    private readonly Dictionary<string, List<(ResolvedStack Stack, string Output)>> _byName = new(StringComparer.Ordinal);

    public static Exports None { get; } = new();

    public static Exports Of(IEnumerable<ResolvedStack> stacks, ProblemList warnings)
    {
        var exports = new Exports();
        foreach (var stack in stacks)
        {
            foreach (var output in stack.OutputNames)
            {
                exports.Add(stack, output, warnings);
            }
        }

        return exports;
    }

    public ResolvedValue Import(Evaluation evaluation, string name, Origin at)
    {
        var stack = evaluation.Stack;
        var visible = (_byName.GetValueOrDefault(name) ?? []).FindAll(export => IsVisible(export.Stack, stack));
        return visible switch
        {
            [] => evaluation.Missing(
                at,
                $"import:{name}",
                _byName.TryGetValue(name, out var elsewhere)
                    ? $"export '{name}' is in {elsewhere[0].Stack.Name}, and exports are not seen from another account or Region"
                    : $"no template given exports '{name}'"),
            [var (exporter, output)] => exporter.Output(output, evaluation, at),
            _ => new UnknownValue(at, $"export '{name}' is made by {string.Join(" and ", visible.Select(export => export.Stack.Name))}"),
        };
    }

    private void Add(ResolvedStack stack, string output, ProblemList warnings)
    {
        if (stack.FindOutput(output) is not { Body: { ValueKind: System.Text.Json.JsonValueKind.Object } body } declared
            || !body.TryGetProperty("Export"u8, out var export)
            || export.ValueKind != System.Text.Json.JsonValueKind.Object
            || !export.TryGetProperty("Name"u8, out var written))
        {
            return;
        }

        var at = new Origin(stack, "Outputs", output).Property("Export");
        if (Conditions.Exists(stack, declared, at, caller: null) is { IsKnown: true, Value: false })
        {
            return;
        }

        var name = Evaluation.Enter(null, (stack, "Export." + output), stack, declared.Variables, at, inner => inner.Resolve(written, at));
        if (!name.AsText().TryGet(out var text))
        {
            return;
        }

        if (!_byName.TryGetValue(text, out var exporters))
        {
            _byName[text] = exporters = [];
        }

        if (exporters.Find(other => IsVisible(other.Stack, stack)) is { Stack: not null } rival)
        {
            warnings.Add(DiagnosticCatalogue.DuplicateExport.At(
                at.ToString(),
                $"export '{text}' is also made by {rival.Stack.Name}/Outputs.{rival.Output}",
                "give the two outputs different export names; who imports this one gets an unknown value"));
        }

        exporters.Add((stack, output));
    }

    private static bool IsVisible(ResolvedStack exporter, ResolvedStack importer) =>
        string.Equals(exporter.Region, importer.Region, StringComparison.Ordinal)
        && (exporter.Account is null || importer.Account is null
            || string.Equals(exporter.Account, importer.Account, StringComparison.Ordinal));
}
