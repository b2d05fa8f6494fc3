using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.CXAPI;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.Constructs.Tests.Support;

/// <summary>Apps for tests, and what they synthesize.</summary>
internal static class Synthesized
{
    public static readonly Amazon.CDK.Environment Ireland = new() { Account = "111111111111", Region = "eu-west-1" };

    /// <summary>An app in a folder of its own, with the given context (feature flags).</summary>
    public static App NewApp(IReadOnlyDictionary<string, object>? context = null, bool pathMetadata = false) => new(new AppProps
    {
        Outdir = Path.Combine(Path.GetTempPath(), $"networkpatterns-tests-{Path.GetRandomFileName()}"),
        AnalyticsReporting = false,
        Context = (pathMetadata
            ? (context ?? new Dictionary<string, object>()).Append(new("aws:cdk:enable-path-metadata", true))
            : context ?? new Dictionary<string, object>()).ToDictionary(entry => entry.Key, entry => entry.Value),
    });

    public static Stack NewStack(App app, string id = "Dev") => new(app, id, new StackProps { Env = Ireland });

    /// <summary>The template of a stack, as CDK writes it, once every rule and the service specification agree with it.</summary>
    public static JsonObject Template(this Stack stack, params IEnumerable<RuleException> exceptions)
    {
        var assembly = ((Stage)stack.Node.Root).Synth();
        TemplateChecks.ThrowIfFailed(TemplateSet.ReadAssembly(assembly.Directory), exceptions);
        return Template(assembly, stack);
    }

    /// <summary>The template of a stack that is no pattern's, and need not make sense.</summary>
    public static JsonObject UncheckedTemplate(this Stack stack) => Template(((Stage)stack.Node.Root).Synth(), stack);

    /// <summary>The template of a stack in an assembly that is already there.</summary>
    public static JsonObject Template(CloudAssembly assembly, Stack stack)
    {
        var file = Directory.EnumerateFiles(assembly.Directory, stack.TemplateFile, SearchOption.AllDirectories).Single();
        return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
    }

    public static JsonObject Resources(this JsonObject template) => template["Resources"]!.AsObject();

    public static JsonObject Properties(this JsonObject template, string logicalId) =>
        template.Resources()[logicalId]!["Properties"]!.AsObject();

    /// <summary>Logical IDs of the resources of a type, sorted.</summary>
    public static IReadOnlyList<string> LogicalIds(this JsonObject template, string type) =>
    [
        .. template.Resources()
            .Where(resource => resource.Value!["Type"]!.GetValue<string>() == type)
            .Select(resource => resource.Key)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The only resource of a type.</summary>
    public static JsonObject Single(this JsonObject template, string type) =>
        template.Resources()[template.LogicalIds(type).ShouldHaveSingleItem()]!.AsObject();
}
