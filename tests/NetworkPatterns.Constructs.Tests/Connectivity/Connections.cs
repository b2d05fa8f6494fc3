using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Connectivity;

/// <summary>What tests of connections share.</summary>
internal static class Connections
{
    public static PatternContext ContextOf(string propsType, string? region = "eu-west-1") =>
        new("Dev/Connection", propsType, region, text => text.Contains("${Token[", StringComparison.Ordinal));

    /// <summary>The resources of some patterns, for a snapshot.</summary>
    public static string Ours(JsonObject template, params string[] patterns) => TemplateText.Canonical(new JsonObject(template.Resources()
        .Where(resource => patterns.Any(pattern => resource.Key.StartsWith(pattern, StringComparison.Ordinal)))
        .Select(resource => KeyValuePair.Create(resource.Key, resource.Value?.DeepClone()))).ToJsonString());

    /// <summary>Codes and properties of every problem.</summary>
    public static string[] Codes(Func<object> make) =>
        [.. Should.Throw<PlanException>(make).Problems.Select(problem => $"{problem.Code} {problem.Where[(problem.Where.IndexOf("Props.", StringComparison.Ordinal) + 6)..]}")];
}
