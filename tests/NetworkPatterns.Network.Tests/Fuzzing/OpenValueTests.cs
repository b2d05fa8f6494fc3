using System.Text;
using System.Text.Json.Nodes;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Network.Tests.Scenarios;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Parsing;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Network.Tests.Fuzzing;

/// <summary>
/// A value that becomes a parameter without a value may still be what it was: no answer may turn into its opposite.
/// </summary>
public sealed class OpenValueTests
{
    public static TheoryData<string> Names => [.. Scenario.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Answers_WithOneValueLeftOpen_NeverTurnIntoTheOpposite(string name)
    {
        var flows = Scenario.FlowsOf(name).Where(flow => flow.Answer != "unknown").ToList();
        var roots = Scenario.Templates(name)
            .Select(source => (source.FileName, Root: JsonNode.Parse(YamlToJson.Convert(Encoding.UTF8.GetString(source.Content.Span)).Span)!)).ToList();
        var turned = new List<string>();
        foreach (var (_, root) in roots)
        {
            if (root["Parameters"] is not JsonObject parameters)
            {
                root["Parameters"] = parameters = [];
            }

            parameters["Open"] = new JsonObject { ["Type"] = "String" };
            foreach (var (place, value) in Values(root).ToList())
            {
                place(new JsonObject { ["Ref"] = "Open" });
                if (Turned([.. roots.Select(each => TemplateSource.FromText(each.FileName, each.Root.ToJsonString()))], flows).Any())
                {
                    turned.Add($"{name}: {value.Path}");
                }

                place(value.Node);
            }
        }

        turned.ShouldBeEmpty();
    }

    private static IEnumerable<string> Turned(TemplateSource[] sources, List<ScenarioFlow> flows)
    {
        var estate = Estate.Read(sources);
        if (!estate.Problems.IsEmpty)
        {
            yield break;
        }

        var selectors = new SelectorResolver(estate, NetworkModelReader.Read(estate).Model, DeclaredGuarantees.Read(estate));
        var analyzer = new ReachabilityAnalyzer(selectors.Model);
        foreach (var flow in flows)
        {
            var problems = new ProblemList();
            if (selectors.Resolve(flow.From, problems) is { } from && selectors.Resolve(flow.To, problems) is { } to)
            {
                var answer = analyzer.Answer(flow.Query(from, to));
                if (answer.Verdict == (flow.Answer == "reachable" ? Verdict.NotReachable : Verdict.Reachable))
                {
                    yield return $"{flow} is {answer.Verdict}, was {flow.Answer} {string.Join(", ", answer.Explanations)}";
                }
            }
        }
    }

    /// <summary>Every value and every call below the properties of resources, with a way to put something in its place.</summary>
    private static IEnumerable<(Action<JsonNode?> Place, (string Path, JsonNode Node) Value)> Values(JsonNode root)
    {
        foreach (var (id, resource) in root["Resources"]!.AsObject())
        {
            foreach (var found in Below(resource?["Properties"], id))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(Action<JsonNode?> Place, (string Path, JsonNode Node) Value)> Below(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map.Where(entry => entry.Value is not null).ToList())
                {
                    if (IsWhole(value!))
                    {
                        yield return (replacement => map[key] = replacement, ($"{path}.{key}", value!));
                    }
                    else
                    {
                        foreach (var found in Below(value, $"{path}.{key}"))
                        {
                            yield return found;
                        }
                    }
                }

                break;

            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                {
                    var place = index;
                    if (list[place] is { } item && IsWhole(item))
                    {
                        yield return (replacement => list[place] = replacement, ($"{path}[{place}]", item));
                    }
                    else
                    {
                        foreach (var found in Below(list[place], $"{path}[{place}]"))
                        {
                            yield return found;
                        }
                    }
                }

                break;
        }
    }

    private static bool IsWhole(JsonNode value) =>
        value is JsonValue || (value is JsonObject { Count: 1 } map && map.First().Key is var key && (key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal)));
}
