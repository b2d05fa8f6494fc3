using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Reference;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Validation.Tests.Support;

/// <summary>The reference app, synthesized once with the flags of <c>cdk.json</c>.</summary>
public sealed class ReferenceAssembly : IDisposable
{
    /// <summary>Synthesizes the app.</summary>
    public ReferenceAssembly()
    {
        var flags = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "cdk.json")))!["context"]!.AsObject();
        var app = new App(new AppProps
        {
            Outdir = Folder,
            Context = flags.ToDictionary(flag => flag.Key, flag => Value(flag.Value!), StringComparer.Ordinal),
            PostCliContext = new Dictionary<string, object>(StringComparer.Ordinal) { ["aws:cdk:enable-path-metadata"] = true },
        });
        ReferenceApp.AddTo(app);
        app.Synth();
    }

    /// <summary>The cloud assembly.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("networkpatterns-reference-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static object Value(JsonNode node) => node.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        System.Text.Json.JsonValueKind.Array => node.AsArray().Select(item => item!.GetValue<string>()).ToArray(),
        _ => node.GetValue<string>(),
    };
}
