using System.Collections.Immutable;
using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Waf;

[Collection(CdkCollection.Name)]
public sealed class WebAclTests
{
    [Fact]
    public void Defaults_ForCloudFront_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack();
        var acl = new WebAcl(stack, "Door");
        acl.Capacity.ShouldBe(1127);
        acl.LogGroupName.ShouldNotBeNull();
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "WebAcl.Defaults");
        var context = EdgeStacks.Context(nameof(WebAclProps));
        PlainRendering.ShouldEqual(template, WebAclBlueprint.From(WebAclPlan.From(new(), context), context).Blueprint, "Dev/Door");
    }

    [Fact]
    public void AllOptions_EveryKindOfRule_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var acl = new WebAcl(stack, "Door", AllOptions);
        acl.LogGroupName.ShouldBeNull();
        acl.Protect(stack, "Association", $"arn:{Aws.PARTITION}:apigateway:{Aws.REGION}::/restapis/abc/stages/live");
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "WebAcl.AllOptions");
        var context = EdgeStacks.Context(nameof(WebAclProps), "eu-west-1");
        PlainRendering.ShouldEqual(template, WebAclBlueprint.From(WebAclPlan.From(AllOptions, context), context).Blueprint, "Dev/Door");
    }

    [Fact]
    public void Logging_ToAStreamOfTheStack_RefersToIt()
    {
        var stack = EdgeStacks.NewStack();
        var stream = new CfnParameter(stack, "StreamArn");
        _ = new WebAcl(stack, "Door", new WebAclProps { Logging = WafLogging.ToFirehose(stream.ValueAsString) });
        stack.Template().Single("AWS::WAFv2::LoggingConfiguration")["Properties"]!["LogDestinationConfigs"].ShouldBeJson("""[{"Ref":"StreamArn"}]""");
    }

    [Fact]
    public void CapacityLimit_ThatIsNeeded_IsSaidInTheTemplate()
    {
        var stack = EdgeStacks.NewStack();
        var acl = new WebAcl(stack, "Door", new WebAclProps { Rules = [.. WafRule.Recommended, new ManagedRules(WafManagedGroup.Linux), new ManagedRules(WafManagedGroup.Windows)], CapacityLimit = 1600 });
        acl.Capacity.ShouldBe(1527);
        stack.Template().Single("AWS::WAFv2::WebACL")["Metadata"]!["networkpatterns:capacity-limit"]!.GetValue<int>().ShouldBe(1600);
    }

    [Fact]
    public void Protect_ByAWebAclForCloudFront_Throws()
    {
        var stack = EdgeStacks.NewStack();
        var acl = new WebAcl(stack, "Door");
        Should.Throw<PlanException>(() => acl.Protect(stack, "Association", "arn")).Problems.Single().Code.ShouldBe("NP1600");
    }

    private static WebAclProps AllOptions => new()
    {
        Scope = WafScope.Regional,
        IsBehindCloudFront = true,
        CapacityLimit = 2500,
        BodyLimit = WafBodyLimit.Kb64,
        TokenDomains = ["example.com"],
        CaptchaImmunity = TimeSpan.FromMinutes(10),
        ChallengeImmunity = TimeSpan.FromHours(1),
        Logging = WafLogging.ToS3(90),
        LogsAllowed = false,
        RedactedHeaders = ["x-session"],
        KeepsSamples = false,
        DefaultAction = WafAction.BlockWith(new(404)),
        Rules =
        [
            new MatchRule("partners", WafStatement.ForwardedAddresses("partners", new(), "198.51.100.0/24", "2001:db8::/32"), WafAction.Allow),
            new MatchRule("embargo", WafStatement.Not(WafStatement.ForwardedCountries(new("X-Client", MatchesWhenInvalid: true), "NL", "BE")), WafAction.Block),
            new RateRule("per-client", 500) { Keys = [WafRateKey.ForwardedAddress()], Window = TimeSpan.FromMinutes(1) },
            new RateRule("per-tenant", 100)
            {
                Keys = [WafRateKey.Header("X-Tenant"), WafRateKey.Cookie("Session"), WafRateKey.Path, WafRateKey.LabelNamespace("mine:")],
                ScopeDown = WafStatement.Text(WafField.Path, WafComparison.StartsWith, "/api/"),
                Action = WafAction.BlockWith(new(429)
                {
                    BodyName = "busy",
                    Body = """{"message":"slow down"}""",
                    ResponseHeaders = ImmutableSortedDictionary<string, string>.Empty.Add("Retry-After", "60"),
                }),
            },
            new RateRule("logins", 10) { Keys = [WafRateKey.Everything], ScopeDown = WafStatement.Text(WafField.Path, WafComparison.Exactly, "/login"), Action = WafAction.Captcha },
            new ManagedRules(WafManagedGroup.KnownBadInputs) { CountOnly = true, Version = "Version_1.22" },
            new ManagedRules(WafManagedGroup.Core)
            {
                Overrides = ImmutableSortedDictionary<string, WafAction>.Empty.Add("SizeRestrictions_BODY", WafAction.Count),
                ScopeDown = WafStatement.Not(WafStatement.RegexSet("assets", WafField.Path, "^/static/", "^/favicon")),
            },
            new MatchRule(
                "large-bodies",
                WafStatement.All(
                    WafStatement.Label("awswaf:managed:aws:core-rule-set:SizeRestrictions_Body"),
                    WafStatement.Not(WafStatement.Text(WafField.Path, WafComparison.StartsWith, "/uploads/"))),
                WafAction.Block),
            new ManagedRules(WafManagedGroup.BotControl(isTargeted: true)),
            new ManagedRules(WafManagedGroup.AccountTakeover("/login", "/user", "/password")),
            new MatchRule("script", WafStatement.CrossSiteScripting(WafField.Body, WafTransformation.HtmlEntityDecode), WafAction.Challenge),
            new MatchRule("sql", WafStatement.SqlInjection(WafField.AllQueryArguments, isSensitive: true), WafAction.Block),
            new MatchRule("size", WafStatement.LargerThan(WafField.QueryArgument("Q"), 100), WafAction.Count.WithRequestHeaders(ImmutableSortedDictionary<string, string>.Empty.Add("long", "1"))) { Labels = ["mine:long"] },
            new MatchRule("regex", WafStatement.Regex(WafField.Cookie("Beta"), "^(on|off)$"), WafAction.Allow),
        ],
    };
}
