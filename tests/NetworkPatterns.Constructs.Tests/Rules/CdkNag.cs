using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Rules;

/// <summary>cdk-nag's AwsSolutions pack over a cloud assembly, in Node.</summary>
/// <param name="Templates">How many templates it loaded.</param>
/// <param name="Compliant">How many checks of a resource passed.</param>
/// <param name="Findings">What it found, and what was suppressed.</param>
/// <param name="Placeholders">Resources that its CDK version cannot load, and that no rule has seen.</param>
internal sealed record CdkNag(int Templates, int Compliant, ImmutableArray<NagFinding> Findings, ImmutableArray<NagPlaceholder> Placeholders)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>What nobody has suppressed.</summary>
    public IEnumerable<NagFinding> Open => Findings.Where(finding => finding.Kind != "suppressed");

    /// <summary>What a construct suppresses, with its reason.</summary>
    public IEnumerable<NagFinding> Suppressed => Findings.Where(finding => finding.Kind == "suppressed");

    public static async Task<CdkNag> Run(string assemblyFolder)
    {
        var start = new ProcessStartInfo("node", ["nag.mjs", assemblyFolder])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "node"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.ExitCode.ShouldBe(0, await errors);
        return JsonSerializer.Deserialize<CdkNag>(await output, Options)!;
    }
}

/// <summary>What one rule says of one resource.</summary>
internal sealed record NagFinding(
    string Kind, string Rule, string? Finding, string Level, string Template, string LogicalId, string? Path, string? Reason, string? Info)
{
    /// <summary>The resource as the user knows it.</summary>
    public string Where => Path ?? $"{Template}/{LogicalId}";

    public override string ToString() => $"{Rule}{(Finding is null ? "" : $"[{Finding}]")} {Level} {Where}: {Reason ?? Info}";
}

/// <summary>A resource whose shape is newer than the library's class.</summary>
internal sealed record NagPlaceholder(string Template, string LogicalId, string Type);
