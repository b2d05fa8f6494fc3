using System.Text.Json.Nodes;
using NetworkPatterns.Network.Comparing;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Changes of reachability as JSON, for programs.</summary>
internal static class DiffJson
{
    public static void Write(TextWriter output, EstateComparison comparison) => output.WriteLine(new JsonObject
    {
        ["changes"] = new JsonArray([.. comparison.Changes.Select(ToJson)]),
        ["added"] = new JsonArray([.. comparison.Added.Select(party => JsonValue.Create(party))]),
        ["removed"] = new JsonArray([.. comparison.Removed.Select(party => JsonValue.Create(party))]),
    }.ToJsonString(AnswerJson.Indented));

    private static JsonObject ToJson(ReachabilityChange change) => new()
    {
        ["kind"] = change.Kind switch
        {
            ChangeKind.Opened => "opened",
            ChangeKind.Closed => "closed",
            ChangeKind.OpenedPerhaps => "opened-perhaps",
            ChangeKind.ClosedPerhaps => "closed-perhaps",
            ChangeKind.DecidedOpen => "decided-open",
            _ => "decided-closed",
        },
        ["from"] = change.From,
        ["to"] = change.To,
        ["traffic"] = TrafficText.Of(TrafficSummary.Of(change.Packets)),
        ["packets"] = AnswerJson.Packets(change.Packets),
        ["path"] = AnswerJson.Path(change.Path),
        ["explanations"] = AnswerJson.Explanations(change.Explanations),
        ["unknowns"] = AnswerJson.Unknowns(change.Unknowns),
    };
}
