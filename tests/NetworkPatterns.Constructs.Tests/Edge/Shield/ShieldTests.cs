using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Shield;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Shield;

/// <summary>Protections of AWS Shield Advanced, and what its Response Team may do.</summary>
[Collection(CdkCollection.Name)]
public sealed class ShieldTests
{
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "nothing", "NP1806", "Resources", "nothing" },
        { "two of one name", "NP1806", "Resources", "2 protections" },
        { "one twice", "NP1806", "Resources", "a and b" },
        { "name", "NP1806", "Resources[my door]", "'my door'" },
        { "network load balancer", "NP1806", "Resources[api]", "net/api" },
        { "distribution's ARN", "NP1806", "Resources[door]", "does not name a Distribution" },
        { "health of a zone", "NP1806", "Resources[zone]", "hosted zone" },
        { "response of an address", "NP1807", "Resources[ip]", "no WebACL" },
        { "WebACL of the other scope", "NP1807", "Resources[door]", "Regional" },
        { "no room", "NP1807", "Resources[door]", "150 more" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => ShieldProtectionsPlan.From(new() { Resources = ResourcesOf(name) }, EdgeStacks.Context(nameof(ShieldProtectionsProps)))).ShouldHave(code, where, what);

    public static TheoryData<string, string, string> TeamMistakes => new()
    {
        { "nobody", "Contacts", "0 contacts" },
        { "no mail", "Contacts", "'duty'" },
        { "local number", "Contacts", "'020 1234567'" },
        { "no number", "CallsByItself", "no contact" },
        { "buckets", "LogBucketNames", "11 buckets" },
    };

    [Theory]
    [MemberData(nameof(TeamMistakes))]
    public void Team_Mistake_HasPlaceAndValue(string name, string where, string what) =>
        EdgeStacks.ProblemsOf(() => ShieldResponseTeamPlan.From(TeamOf(name), EdgeStacks.Context(nameof(ShieldResponseTeamProps)))).ShouldHave("NP1808", where, what);

    [Fact]
    public void AllKinds_WithGroupAndTeam_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack();
        var acl = new WebAcl(stack, "WebAcl");
        var regional = new WebAcl(stack, "Regional", new WebAclProps { Scope = WafScope.Regional, Rules = [new ManagedRules(WafManagedGroup.KnownBadInputs)] });
        var loadBalancer = new CfnParameter(stack, "LoadBalancer").ValueAsString;
        regional.Protect(stack, "Association", loadBalancer);
        _ = new ShieldProtections(stack, "Shield", new ShieldProtectionsProps
        {
            Resources =
            [
                ShieldedResource.Distribution("door", new CfnParameter(stack, "Distribution").ValueAsString) with { Response = ShieldResponse.Count(acl), HealthCheckIds = ["11111111-2222-3333-4444-555555555555"] },
                ShieldedResource.LoadBalancer("web", loadBalancer) with { Response = ShieldResponse.Block(regional) },
                ShieldedResource.HostedZone("zone", "Z0123456789EXAMPLE"),
                ShieldedResource.ElasticIp("address", "eipalloc-0123456789abcdef0"),
                ShieldedResource.Accelerator("accelerator", new CfnParameter(stack, "Accelerator").ValueAsString),
            ],
            Group = ShieldAggregation.Max,
        });
        _ = new ShieldResponseTeam(stack, "Team", new ShieldResponseTeamProps { Contacts = [new("duty@example.com", "+31201234567")], CallsByItself = true, LogBucketNames = ["logs-of-the-door"] });
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "Shield");
        template.Resources()[template.LogicalIds("AWS::Shield::Protection").First(id => id.Contains("Web", StringComparison.Ordinal))]!["DependsOn"]!.ToJsonString().ShouldContain("Association");
    }

    private static IReadOnlyList<ShieldedResource> ResourcesOf(string name) => name switch
    {
        "nothing" => [],
        "two of one name" => [ShieldedResource.HostedZone("zone", "Z1"), ShieldedResource.HostedZone("Zone", "Z2")],
        "one twice" => [ShieldedResource.HostedZone("a", "Z1"), ShieldedResource.HostedZone("b", "Z1")],
        "name" => [ShieldedResource.Distribution("my door", "E1")],
        "network load balancer" => [ShieldedResource.LoadBalancer("api", "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/net/api/1")],
        "distribution's ARN" => [ShieldedResource.Distribution("door", "arn:aws:cloudfront::111111111111:distribution/E1")],
        "health of a zone" => [ShieldedResource.HostedZone("zone", "Z1") with { HealthCheckIds = ["1"] }],
        "response of an address" => [ShieldedResource.ElasticIp("ip", "eipalloc-1") with { Response = ShieldResponse.Block(Acl(new())) }],
        "WebACL of the other scope" => [ShieldedResource.Distribution("door", "E1") with { Response = ShieldResponse.Block(Acl(new() { Scope = WafScope.Regional, Rules = [new ManagedRules(WafManagedGroup.Core)] })) }],
        _ => [ShieldedResource.Distribution("door", "E1") with { Response = ShieldResponse.Block(Acl(new() { Rules = [.. WafRule.Recommended, new ManagedRules(WafManagedGroup.Linux), new ManagedRules(WafManagedGroup.Posix)] })) }],
    };

    private static ShieldResponseTeamProps TeamOf(string name) => name switch
    {
        "nobody" => new() { Contacts = [] },
        "no mail" => new() { Contacts = [new("duty")] },
        "local number" => new() { Contacts = [new("duty@example.com", "020 1234567")] },
        "no number" => new() { Contacts = [new("duty@example.com")], CallsByItself = true },
        _ => new() { Contacts = [new("duty@example.com")], LogBucketNames = [.. Enumerable.Repeat("bucket", 11)] },
    };

    private static WebAcl Acl(WebAclProps props) => new(EdgeStacks.NewStack(), "WebAcl", props);
}
