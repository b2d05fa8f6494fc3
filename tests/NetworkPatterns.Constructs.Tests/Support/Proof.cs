using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Constructs.Tests.Support;

/// <summary>What the analyzer proves of a template.</summary>
internal static class Proof
{
    public static ImmutableArray<GuaranteeResult> Of(JsonObject template, string name = "Dev") =>
        Of(TemplateSource.FromText($"{name}.template.json", template.ToJsonString()));

    public static ImmutableArray<GuaranteeResult> Of(params IEnumerable<EstateSource> sources)
    {
        var estate = Estate.Read(sources);
        estate.Problems.ShouldBeEmpty();
        var declared = DeclaredGuarantees.Read(estate);
        declared.Problems.ShouldBeEmpty();
        return EstateProver.Prove(estate, NetworkModelReader.Read(estate).Model, declared);
    }
}
