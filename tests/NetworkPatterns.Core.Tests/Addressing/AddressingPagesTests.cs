using System.Text.Json;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Tests.Addressing;

/// <summary>The pages of the addressing codes, and that their examples are what the code really says.</summary>
public sealed class AddressingPagesTests
{
    private static readonly AddressPlanInput Base = Plans.ThreeTiers;

    private static readonly AddressPlanInput[] Examples =
    [
        Base with { CidrBlock = "10.0.0.0" },
        Base with { CidrBlock = "10.0.0.1/16" },
        Base with { CidrBlock = "10.0.0.0/8" },
        Base with { CidrBlock = "169.254.0.0/16" },
        Base with { SecondaryCidrs = [new("more", "10.0.128.0/17")] },
        Base with { SecondaryCidrs = [new("more", "172.16.0.0/16")] },
        Base with { SecondaryCidrs = [.. Enumerable.Range(0, 5).Select(i => new VpcCidrInput($"more{i}", $"100.{64 + i}.0.0/16"))] },
        Base.WithTier(new TierInput("WEB", 3)),
        Base.WithTier(new TierInput("pods", 8) { CidrName = "pods" }) with { SecondaryCidrs = [new("more", "100.64.0.0/16")] },
        Base.WithZones("eu-west-1a", "london"),
        Base.WithZones("eu-west-1a", "eu-west-2a"),
        Base.WithZones("eu-west-1a", "eu-west-1a"),
        Base.WithZones("eu-west-1a", "euw1-az2"),
        (Base with { Region = "us-west-2" }).WithZones("us-west-2a", "us-west-2-lax-1a"),
        Base.WithTier(new TierInput("cache", 1)),
        Base.WithZones("eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1f"),
        Base with { MaxZones = 17 },
        Base with { Zones = [] },
        Base with { CidrBlock = "10.0.0.0/24" },
        Base.WithTier(new TierInput("transit", 3) { Size = SubnetSize.Prefix(29) }),
        Base.WithTier(new TierInput("nodes", 3) { Size = SubnetSize.Prefix(20) }),
        Base with { Pins = [new("web", "eu-west-1a", "10.1.0.0/24")] },
        Base with { Pins = [new("web", "eu-west-1a", "10.0.32.0/24")] },
        Base with { Pins = [new("web", "eu-west-1d", "10.0.200.0/24")] },
        Base with { Pins = [new("app", "eu-west-1a", null) { Ipv6Index = 1 }] },
        Base with { Region = "europe" },
        Base with { CidrBlock = "20.0.0.0/16" },
        Base with { CidrBlock = "172.17.0.0/16" },
    ];

    public static TheoryData<string> Codes =>
        [.. DiagnosticCatalogue.All.Select(d => d.Code).Where(code => code.StartsWith("NP10", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_AddressingCode_HasItsTitle(string code)
    {
        var diagnostic = DiagnosticCatalogue.All.Single(d => string.Equals(d.Code, code, StringComparison.Ordinal));
        Page(code).ShouldStartWith($"# {code}: {diagnostic.Title}\n");
    }

    [Fact]
    public void Page_Example_IsWhatThePlanSays()
    {
        foreach (var input in Examples)
        {
            var problems = new ProblemList();
            problems.AddRange(AddressPlan.From(input, problems)?.Warnings ?? []);
            var said = problems.ToSorted();
            said.ShouldContain(problem => Page(problem.Code).Contains($"```\n{problem}\n```", StringComparison.Ordinal), string.Join('\n', said));
        }
    }

    [Fact]
    public void Page_Example_IsWhatTheAddressBookSays()
    {
        var book = new AddressBook();
        book.Reserve("Dev/Network", "10.0.0.0/16", AddressRangeKind.Vpc);
        Page("NP1040").ShouldContain(
            Should.Throw<PlanException>(() => book.Reserve("Berlin office", "10.0.128.0/20", AddressRangeKind.OnPremises)).Message);
        Page("NP1041").ShouldContain(
            Should.Throw<PlanException>(() => book.Reserve("Clients", "10.9.0.0/23", AddressRangeKind.ClientVpn)).Message);
    }

    [Fact]
    public void Page_Example_IsWhatTheReaderOfTemplatesSays()
    {
        using var empty = JsonDocument.Parse("{}");
        Page("NP1028").ShouldContain(Should.Throw<PlanException>(() => CdkVpcTemplate.Read(empty.RootElement, "Vpc8378EB38")).Message);
    }

    private static string Page(string code) => Repository.Read("docs", "diagnostics", $"{code}.md");
}
