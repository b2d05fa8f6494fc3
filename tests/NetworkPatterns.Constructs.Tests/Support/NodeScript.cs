using System.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Support;

/// <summary>JavaScript that a test runs in Node.</summary>
internal static class NodeScript
{
    /// <summary>What a script prints.</summary>
    /// <param name="code">The script.</param>
    /// <param name="inputType"><c>module</c> or <c>commonjs</c>.</param>
    internal static string Run(string code, string inputType = "module")
    {
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add($"--input-type={inputType}");
        using var node = Process.Start(start)!;
        node.StandardInput.Write(code);
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        var errors = node.StandardError.ReadToEnd();
        node.WaitForExit();
        node.ExitCode.ShouldBe(0, errors);
        return output;
    }
}
