using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>What a reader copies compiles, and where a reader is sent exists.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Samples = string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests", "NetworkPatterns.Constructs.Tests"), "*Sample*.cs", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => Unindented(File.ReadAllText(file))));

    public static TheoryData<string> Pages() =>
    [
        "README.md",
        "CONTRIBUTING.md",
        "constructs/NetworkPatterns.Constructs/README.md",
        "src/NetworkPatterns.Core/README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("docs/diagnostics/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_ShowsCSharp_ThatTheTestsRun(string page)
    {
        foreach (Match block in CSharp().Matches(Read(page)))
        {
            var sample = Unindented(block.Groups["code"].Value);
            Samples.Contains(sample, StringComparison.Ordinal).ShouldBeTrue($"{page}: not in the samples that the tests compile, line by line:\n{sample}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_Links_OnlyToWhatIsThere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        foreach (var target in Link().Matches(Read(page)).Select(link => link.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)))
        {
            Path.Exists(Path.Combine(folder, target)).ShouldBeTrue($"{page} links to {target}");
        }
    }

    [Fact]
    public void Readme_HasSamples() => CSharp().Count(Read("README.md")).ShouldBeGreaterThan(0);

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    private static string Unindented(string code) =>
        string.Join('\n', code.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
