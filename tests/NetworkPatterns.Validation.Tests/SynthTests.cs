using System.Diagnostics;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.Validation.Tests.Support;

namespace NetworkPatterns.Validation.Tests;

/// <summary>What a user sees of <c>cdk synth</c>: the CLI's exit code and CDK's report.</summary>
[Collection(CdkCollection.Name)]
public sealed class SynthTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networkpatterns-validation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Synth_AppThatKeepsItsPromises_ExitsWith0()
    {
        var (exitCode, output) = Synth("");

        exitCode.ShouldBe(0, output);
        output.ShouldNotContain("NP23");
    }

    [Fact]
    public void Synth_AnAddedRule_ExitsWith1AndNamesItsConstruct()
    {
        var (exitCode, output) = Synth("rule");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("NP2310");
        output.ShouldContain("guarantee does not hold: Prod/Net/Network: tier:web reaches tier:app at most on tcp 8080");
        output.ShouldContain("Construct Path: Prod/Net/Network/Default/AppSecurityGroup");
        output.ShouldContain($"Version: {typeof(NetworkProof).Assembly.GetName().Version!.ToString(3)}");
    }

    [Fact]
    public void Synth_APromiseOfTheUserThatDoesNotHold_ExitsWith1()
    {
        var (exitCode, output) = Synth("promise");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("Prod/Net/Network: tier:app never reaches internet");
        output.ShouldContain("Construct Path: Prod/Net/Network/Default/NatGateway");
    }

    [Fact]
    public void Synth_AFrontDoor_ExitsWith0() => Synth("door").ExitCode.ShouldBe(0);

    [Fact]
    public void Synth_AnOpenedOriginLock_ExitsWith1AndNamesItsWebAcl()
    {
        var (exitCode, output) = Synth("lock");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("resource:Prod/Door/Regional/FrontDoor/Api is entered only through resource:Prod/Door/Edge/Distribution");
        output.ShouldContain("rule 'origin-blue' lets through requests that need not have one exact header");
        output.ShouldContain("Construct Path: Prod/Door/Regional/FrontDoor/Api/Default/WebAcl");
    }

    [Fact]
    public void Synth_APromiseAboutNothing_ExitsWith1()
    {
        var (exitCode, output) = Synth("tier");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("NP2202");
    }

    [Fact]
    public void Synth_ACrashOfThePlugin_ExitsWith1()
    {
        var (exitCode, output) = Synth("crash");

        exitCode.ShouldBe(1, output);
        output.ShouldNotContain("NP23");
    }

    [Theory]
    [InlineData("- { kind: never-reaches, from: \"tier:data\", to: internet }", 0, "")]
    [InlineData("- { id: quiet, kind: never-reaches, from: \"tier:app\", to: internet }", 1, "quiet: tier:app never reaches internet")]
    [InlineData("- { id: quiet, kind: never-reaches, from: \"tier:app\", to: internet }\nsuppressions: [{ rule: quiet, reason: later, expires: 2030-01-01 }]", 0, "")]
    [InlineData("- { id: quiet, kind: never-reaches, from: \"tier:app\", to: internet }\nsuppressions: [{ rule: quiet, reason: later, expires: 2029-12-31 }]", 1, "NP2312")]
    [InlineData("- { kind: maybe }", 1, "NP2301")]
    public void Synth_ARulesFile_IsProvedToo(string rules, int expected, string text)
    {
        var file = Path.Combine(_folder, "rules.yaml");
        File.WriteAllText(file, $"version: 1\nrules:\n{rules}");

        var (exitCode, output) = Synth($"rules {file}");

        exitCode.ShouldBe(expected, output);
        output.ShouldContain(text);
    }

    [Fact]
    public void Synth_ARulesFileThatIsMissing_ExitsWith1()
    {
        var (exitCode, output) = Synth("rules missing.yaml");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("NP2300");
    }

    private (int ExitCode, string Output) Synth(string arguments)
    {
        var app = $"dotnet \"{Path.Combine(AppContext.BaseDirectory, "NetworkPatterns.Validation.App.dll")}\" {arguments}";
        var start = new ProcessStartInfo("node", [Repository.CdkCli, "synth", "--quiet", "--app", app, "--output", Path.Combine(_folder, "out")])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit(TimeSpan.FromMinutes(3)).ShouldBeTrue();
        return (process.ExitCode, output.Result + error.Result);
    }
}
