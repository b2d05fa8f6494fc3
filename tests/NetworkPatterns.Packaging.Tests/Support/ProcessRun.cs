using System.Diagnostics;

namespace NetworkPatterns.Packaging.Tests.Support;

/// <summary>A process that has ended.</summary>
internal sealed record ProcessRun(string Command, int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="environment">Variables to set; <see langword="null"/> removes one.</param>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    public static async Task<ProcessRun> Of(
        string folder, IReadOnlyDictionary<string, string?> environment, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Withheld(start.Environment.Keys).Concat(environment))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return new($"{file} {string.Join(' ', arguments)}", process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>This run, having ended well; everything that it wrote is in the failure otherwise.</summary>
    public ProcessRun ShouldSucceed()
    {
        ExitCode.ShouldBe(0, $"{Command}\n{Output}\n{Errors}");
        return this;
    }

    // The test host's own settings must not reach another build, and an AWS account must not reach a synthesis.
    private static IEnumerable<KeyValuePair<string, string?>> Withheld(IEnumerable<string> names) =>
    [
        .. from name in names
        where name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("AWS_", StringComparison.Ordinal)
            || name.StartsWith("CDK_", StringComparison.Ordinal)
        select KeyValuePair.Create(name, (string?)null),
    ];
}
