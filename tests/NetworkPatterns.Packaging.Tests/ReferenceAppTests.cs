using NetworkPatterns.Packaging.Tests.Support;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Packaging.Tests;

/// <summary>The README's first command, as the CDK CLI runs it.</summary>
[Collection(ProcessCollection.Name)]
public sealed class ReferenceAppTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Synth_NeedsNoAccountAndNoHome_AndIsTheSameEverywhere()
    {
        // With the machine's own home, where NuGet keeps what a build needs.
        var (_, first) = await Synth("first", new Dictionary<string, string?>(StringComparer.Ordinal));
        var (run, second) = await Synth("second", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["HOME"] = _folder["home"],
            ["USERPROFILE"] = _folder["home"],
            ["LANG"] = "tr_TR.UTF-8",
            ["LC_ALL"] = "tr_TR.UTF-8",
            ["TZ"] = "Pacific/Kiritimati",
        });

        run.Errors.ShouldNotContain("Building", customMessage: "no source changed since the first run");
        Snapshot.Matches(string.Join('\n', second.Templates) + "\n", "ReferenceApp.Stacks", "txt");
        second.Manifests.ShouldAllBe(manifest => !manifest.ContainsKey("missing"), "a lookup would need an account");
        second.ShouldEqual(first);
        foreach (var stack in second.Templates)
        {
            second.Template(stack)["Resources"]!.AsObject().Select(resource => resource.Value!["Type"]!.GetValue<string>())
                .ShouldNotContain("AWS::CDK::Metadata");
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(ProcessRun Run, CloudAssembly Assembly)> Synth(string output, Dictionary<string, string?> environment)
    {
        Directory.CreateDirectory(_folder["home"]);
        var run = await ProcessRun.Of(
            Repository.Root, environment, "node", Repository.CdkCli, "synth", "--quiet", "--output", _folder[output]);
        return (run.ShouldSucceed(), new(_folder[output]));
    }
}
