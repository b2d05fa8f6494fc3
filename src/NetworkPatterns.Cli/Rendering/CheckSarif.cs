using NetworkPatterns.Cli.Input;
using NetworkPatterns.Network.Checking;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>A check for code scanning: a result for each guarantee that does not hold, at the resource that the evidence names first.</summary>
internal static class CheckSarif
{
    public static void Write(TextWriter output, CheckReport report, TemplateFiles files) => Sarif.Write(output,
    [
        .. report.Guarantees.Select(item => Result(item, files)).OfType<SarifResult>(),
        .. report.NotModelled.Select(problem => new SarifResult(problem.Code, problem.Diagnostic.Title, "warning", problem.What, File: null, Line: 1, problem.Where)),
    ]);

    private static SarifResult? Result(CheckedGuarantee item, TemplateFiles files)
    {
        if (CheckWords.Code(item) is not { } code)
        {
            return null;
        }

        var (file, line, name) = files.Blamed(item).Select(blamed => (blamed.File, files.LineOf(blamed.File, blamed.LogicalId), blamed.Name))
            .Append(Declared(item, files))
            .First();
        var lines = CheckWords.Notes(item).Concat(EvidenceText.Lines(item.Result)).Prepend(CheckWords.Title(item));
        return new(code.Code, code.Title, item.Status == CheckStatus.Undecided ? "warning" : "error", string.Join('\n', lines), file, line, name);
    }

    private static (string File, int Line, string Name) Declared(CheckedGuarantee item, TemplateFiles files)
    {
        var file = files.Locate(item.Place.File);
        return (file, item.Place.Line ?? files.LineOf(file, item.Place.LogicalId), item.Place.ConstructPath ?? item.Place.LogicalId ?? item.Id);
    }
}
