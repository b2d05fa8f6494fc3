using System.Globalization;
using System.Text.Json.Nodes;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Network.Checking;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>A check as JSON, for programs.</summary>
internal static class CheckJson
{
    public static void Write(TextWriter output, CheckReport report, TemplateFiles files) => output.WriteLine(new JsonObject
    {
        ["outcome"] = report.Outcome switch { CheckOutcome.Holds => "holds", CheckOutcome.Fails => "fails", _ => "undecided" },
        ["guarantees"] = new JsonArray([.. report.Guarantees.Select(item => ToJson(item, files))]),
        ["notModelled"] = new JsonArray([.. report.NotModelled.Select(problem => new JsonObject
        {
            ["code"] = problem.Code, ["where"] = problem.Where, ["what"] = problem.What,
        })]),
    }.ToJsonString(AnswerJson.Indented));

    private static JsonObject ToJson(CheckedGuarantee item, TemplateFiles files) => new()
    {
        ["id"] = item.Id,
        ["status"] = CheckWords.Status(item),
        ["code"] = CheckWords.Code(item)?.Code,
        ["network"] = item.Result.Network.Length == 0 ? null : item.Result.Network,
        ["guarantee"] = item.Result.Guarantee.ToString(),
        ["declared"] = new JsonObject
        {
            ["file"] = files.Locate(item.Place.File),
            ["line"] = item.Place.Line,
            ["column"] = item.Place.Column,
            ["logicalId"] = item.Place.LogicalId,
            ["constructPath"] = item.Place.ConstructPath,
        },
        ["reason"] = item.Reason.Length == 0 ? null : item.Reason,
        ["suppressedUntil"] = item.Suppression?.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["suppressionReason"] = item.Suppression?.Reason,
        ["evidence"] = new JsonArray([.. EvidenceText.Lines(item.Result).Select(line => JsonValue.Create(line))]),
        ["resources"] = new JsonArray([.. files.Blamed(item).Select(blamed => new JsonObject { ["file"] = blamed.File, ["name"] = blamed.Name })]),
        ["answer"] = item.Result.Evidence is { } answer ? AnswerJson.ToJson(answer) : null,
    };
}
