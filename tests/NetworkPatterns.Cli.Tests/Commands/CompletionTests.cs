using System.Diagnostics;
using System.Globalization;
using NetworkPatterns.Cli.Commands;

namespace NetworkPatterns.Cli.Tests.Commands;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("netpatterns che", "check")]
    [InlineData("netpatterns check --for", "--format")]
    [InlineData("netpatterns check --format j", "junit")]
    public void Suggest_APart_IsCompleted(string line, string expected) =>
        Run([string.Create(CultureInfo.InvariantCulture, $"[suggest:{line.Length}]"), line]).Split('\n', StringSplitOptions.TrimEntries).ShouldContain(expected);

    [Theory]
    [InlineData("bash", "complete -o default -F _netpatterns netpatterns")]
    [InlineData("zsh", "compdef _netpatterns netpatterns")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName netpatterns")]
    public void Completion_OfAShell_AsksTheToolItself(string shell, string registration)
    {
        var script = Run(["completion", shell]);

        script.ShouldContain(registration);
        script.ShouldContain("[suggest:");
    }

    // The script as a shell runs it, with the suggestions of the tool in the place of the tool.
    [Fact]
    public void Completion_OfBash_CompletesInBash()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var script = $$"""
            {{Run(["completion", "bash"])}}
            netpatterns() { printf '%s\n' check completion; }
            COMP_LINE='netpatterns che'; COMP_POINT=15; COMP_WORDS=(netpatterns che); COMP_CWORD=1
            _netpatterns
            echo "${COMPREPLY[@]}"
            """;
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        bash.StandardOutput.ReadToEnd().Trim().ShouldBe("check");
    }

    [Fact]
    public void Help_OfEveryCommand_HasExamples()
    {
        var commands = Run(["--help"]).Split("Commands:")[1].Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && char.IsAsciiLetterLower(line[2]))
            .Select(line => line.Trim().Split(' ')[0])
            .ToList();

        commands.ShouldContain("check");
        commands.ShouldContain("reach");
        foreach (var command in commands)
        {
            var help = Run([command, "--help"]);
            help.ShouldContain("Examples:", customMessage: command);
            help.ShouldContain($"netpatterns {command}", customMessage: command);
        }
    }

    private static string Run(string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        CommandLine.Run(args, output, error).ShouldBe(0, error.ToString());
        return output.ToString();
    }
}
