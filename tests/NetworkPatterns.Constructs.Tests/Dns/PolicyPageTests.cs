using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Dns;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Dns;

/// <summary>The pages of <c>docs/patterns/dns</c> show code that compiles, and the tree that this code makes.</summary>
[Collection(CdkCollection.Name)]
public sealed class PolicyPageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "patterns", "dns");

    private static readonly string[] Names =
        ["simple", "weighted", "latency", "failover", "geolocation", "geoproximity", "multivalue", "ip-based", "multi-region-application"];

    public static TheoryData<string> Pages => [.. Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_SampleAndTree_AreTrue(string page)
    {
        var file = Path.Combine(Folder, $"{page}.md");
        var text = File.ReadAllText(file);
        var expected = WithBlock(WithBlock(text, "csharp", SampleOf(page)), "text", RecordTreeRenderer.Render(TreeOf(page)));
        if (System.Environment.GetEnvironmentVariable(Snapshot.UpdateVariable) == "1")
        {
            File.WriteAllText(file, expected);
            return;
        }

        text.ShouldBe(expected);
    }

    [Fact]
    public void Folder_EveryPage_IsTestedOrTheIndex() =>
        Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)
            .ShouldBe(Names.Append("README").Order(StringComparer.Ordinal));

    // The first block of this language holds the text.
    private static string WithBlock(string page, string language, string content)
    {
        var open = page.IndexOf($"```{language}\n", StringComparison.Ordinal);
        open.ShouldBeGreaterThan(-1, $"the page has no block of {language}");
        var start = open + language.Length + 4;
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        return page[..start] + content + page[end..];
    }

    private static string SampleOf(string page)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "NetworkPatterns.Constructs.Tests", "Dns", "PolicySamples.cs"));
        var start = Array.FindIndex(lines, line => line.Trim() == $"// {page}");
        start.ShouldBeGreaterThan(-1, $"there is no sample of {page}");
        return string.Concat(lines[(start + 1)..].TakeWhile(line => line.Trim() != "// end").Select(line => line[Math.Min(8, line.Length)..] + "\n"));
    }

    private static RecordTree TreeOf(string page)
    {
        if (page == "multi-region-application")
        {
            return PolicySamples.MultiRegion(Synthesized.NewApp());
        }

        var stack = DnsStacks.NewStack();
        var zone = DnsStacks.Zone(stack);
        return (page switch
        {
            "simple" => PolicySamples.Simple(stack, zone, DnsStacks.LoadBalancer("web", isDualStack: true)),
            "weighted" => PolicySamples.Weighted(stack, zone, DnsStacks.LoadBalancer("blue"), DnsStacks.LoadBalancer("green")),
            "latency" => PolicySamples.Latency(stack, zone, DnsStacks.LoadBalancer("blue"), DnsStacks.LoadBalancer("green")),
            "failover" => PolicySamples.Failover(stack, zone, DnsStacks.LoadBalancer("web", isDualStack: true)),
            "geolocation" => PolicySamples.Geolocation(stack, zone, DnsStacks.LoadBalancer("europe"), DnsStacks.LoadBalancer("america")),
            "geoproximity" => PolicySamples.Geoproximity(stack, zone, DnsStacks.LoadBalancer("ireland"), DnsStacks.LoadBalancer("virginia")),
            "multivalue" => PolicySamples.Multivalue(stack, zone),
            _ => PolicySamples.IpBased(stack, zone, DnsStacks.LoadBalancer("office"), DnsStacks.LoadBalancer("web")),
        }).Tree;
    }
}
