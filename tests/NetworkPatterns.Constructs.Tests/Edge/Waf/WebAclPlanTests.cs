using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Constructs.Tests.Edge.Waf;

/// <summary>What a WebACL costs, and every mistake that its plan finds.</summary>
public sealed class WebAclPlanTests
{
    private static readonly WafStatement Admin = WafStatement.Text(WafField.Path, WafComparison.StartsWith, "/admin");

    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-match.html
    public static TheoryData<string, int> Costs => new()
    {
        { "recommended", 1127 },
        { "starts with", 2 },
        { "contains, lower case, decoded", 30 },
        { "JSON body", 4 },
        { "query arguments", 12 },
        { "regex", 3 },
        { "regex set", 25 },
        { "size", 1 },
        { "SQL", 20 },
        { "sensitive SQL, decoded", 40 },
        { "script", 40 },
        { "two families", 2 },
        { "countries", 1 },
        { "both and neither", 4 },
        { "rate by address", 2 },
        { "rate by header and path, on a path", 64 },
        { "managed, on a path", 52 },
    };

    [Theory]
    [MemberData(nameof(Costs))]
    public void Capacity_OfRules_IsWhatAwsDocuments(string name, int capacity) =>
        Plan(new() { Rules = RulesOf(name) }).Capacity.ShouldBe(capacity);

    // https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
    public static TheoryData<string, string, int> Groups => new()
    {
        { "core", "AWSManagedRulesCommonRuleSet", 700 },
        { "known bad inputs", "AWSManagedRulesKnownBadInputsRuleSet", 200 },
        { "SQL injection", "AWSManagedRulesSQLiRuleSet", 200 },
        { "IP reputation", "AWSManagedRulesAmazonIpReputationList", 25 },
        { "anonymous IP", "AWSManagedRulesAnonymousIpList", 50 },
        { "Linux", "AWSManagedRulesLinuxRuleSet", 200 },
        { "POSIX", "AWSManagedRulesUnixRuleSet", 100 },
        { "bot control", "AWSManagedRulesBotControlRuleSet", 50 },
        { "account takeover", "AWSManagedRulesATPRuleSet", 50 },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void ManagedRules_Group_HasItsNameAndCost(string group, string name, int capacity)
    {
        var plan = Plan(new() { Rules = [new ManagedRules(GroupOf(group)) { CountOnly = true }] });
        (plan.Rules.Single().Name, plan.Capacity).ShouldBe((name, capacity));
    }

    [Fact]
    public void Recommended_Rules_HaveNothingThatCostsByTheRequest() => WafRule.Recommended.OfType<ManagedRules>().Select(rules => rules.Group.Name)
        .ShouldNotContain(name => name.Contains("BotControl", StringComparison.Ordinal) || name.Contains("ATP", StringComparison.Ordinal));

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "other Region", "NP1600", "Scope", "eu-west-1" },
        { "unknown Region", "NP1600", "Scope", "only deployment knows" },
        { "bad rule name", "NP1601", "Rules[a b]", "'a b'" },
        { "name of AWS's", "NP1601", "Rules[aws-mine]", "'aws-mine'" },
        { "rule twice", "NP1601", "Rules", "2 rules are called 'admin'" },
        { "sets of one name", "NP1601", "Rules", "different contents" },
        { "bad set name", "NP1601", "Rules", "'bad set'" },
        { "too much", "NP1602", "Rules", "cost 1527 capacity units, and 1500 are accepted" },
        { "limit too high", "NP1602", "CapacityLimit", "5001" },
        { "rate too low", "NP1603", "Rules[rate]", "9 requests" },
        { "window", "NP1603", "Rules[rate]", "90 seconds" },
        { "no key", "NP1603", "Rules[rate]", "0 keys" },
        { "everything and a key", "NP1603", "Rules[rate]", "contradict" },
        { "everything of everything", "NP1603", "Rules[rate]", "without saying which" },
        { "not an address", "NP1604", "Rules[them]", "'ten dot zero'" },
        { "every address", "NP1604", "Rules[them]", "'0.0.0.0/0'" },
        { "no address", "NP1604", "Rules[them]", "no address" },
        { "empty text", "NP1605", "Rules[text]", "0 characters" },
        { "never matches", "NP1605", "Rules[text]", "never matches" },
        { "bad header", "NP1605", "Rules[text]", "'x y'" },
        { "long pattern", "NP1605", "Rules[text]", "513 characters" },
        { "too many patterns", "NP1605", "Rules[text]", "11 patterns" },
        { "negative size", "NP1605", "Rules[text]", "-1" },
        { "one joined", "NP1605", "Rules[text]", "1 statements" },
        { "country", "NP1606", "Rules[geo]", "'nl'" },
        { "no country", "NP1606", "Rules[geo]", "0 countries" },
        { "status", "NP1607", "Rules", "99" },
        { "body without name", "NP1607", "Rules", "no name" },
        { "large body", "NP1607", "Rules", "4097 bytes" },
        { "content type", "NP1607", "Rules", "Content-Type" },
        { "bodies of one name", "NP1607", "Rules", "'busy'" },
        { "count and override", "NP1608", "Rules[AWSManagedRulesCommonRuleSet]", "the whole group counts" },
        { "answer in a group", "NP1608", "Rules[AWSManagedRulesCommonRuleSet]", "response" },
        { "group's cost", "NP1608", "Rules[Seller]", "0 units" },
        { "login", "NP1608", "Rules[AWSManagedRulesATPRuleSet]", "'login'" },
        { "stream name", "NP1609", "Logging", "deliverystream/logs" },
        { "bucket days", "NP1609", "Logging", "0 days" },
        { "group days", "NP1215", "Logging", "2 days" },
        { "behind CloudFront", "NP1610", "Rules[per-address]", "address of the connection" },
        { "behind itself", "NP1610", "IsBehindCloudFront", "CloudFront's own" },
        { "default counts", "NP1611", "DefaultAction", "Count" },
        { "nothing allowed", "NP1611", "DefaultAction", "no rule allows" },
        { "rate allows", "NP1611", "Rules[rate]", "let requests through" },
        { "headers for nobody", "NP1611", "Rules[text]", "not sent on" },
        { "immunity", "NP1611", "CaptchaImmunity", "00:00:30" },
        { "label", "NP1612", "Rules[text]", "'a label'" },
        { "namespace", "NP1612", "Rules[text]", "namespace" },
        { "token domain", "NP1501", "TokenDomains", "'not a name'" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => Plan(PropsOf(name), name switch { "other Region" => "eu-west-1", "unknown Region" => null, _ => "us-east-1" })).ShouldHave(code, where, what);

    [Fact]
    public void From_RegionalInAnyRegion_IsPlanned() => Plan(new() { Scope = WafScope.Regional }, region: null).Rules.Length.ShouldBe(5);

    [Fact]
    public void Redacted_HeadersOfTheUser_JoinTheSecretOnes() => Plan(new() { RedactedHeaders = ["X-Session", "Cookie"] }).RedactedHeaders
        .ShouldBe(["authorization", "cookie", "x-api-key", "x-origin-verify", "x-session"]);

    [Fact]
    public void Capacity_OfAny_IsTheSumOfItsParts() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(2, 6).ToArbitrary(),
        count => WafStatement.Any(Enumerable.Repeat(Admin, count)).Capacity == count * Admin.Capacity));

    private static WebAclPlan Plan(WebAclProps props, string? region = "us-east-1") =>
        WebAclPlan.From(props, EdgeStacks.Context(nameof(WebAclProps), region));

    private static IReadOnlyList<WafRule> RulesOf(string name) => name switch
    {
        "recommended" => WafRule.Recommended,
        "rate by address" => [new RateRule("rate", 100)],
        "rate by header and path, on a path" => [new RateRule("rate", 100) { Keys = [WafRateKey.Header("x-tenant"), WafRateKey.Path], ScopeDown = Admin }],
        "managed, on a path" => [new ManagedRules(WafManagedGroup.BotControl()) { ScopeDown = Admin }],
        _ => [new MatchRule("rule", StatementOf(name), WafAction.Block)],
    };

    private static WafStatement StatementOf(string name) => name switch
    {
        "starts with" => Admin,
        "contains, lower case, decoded" => WafStatement.Text(WafField.QueryString, WafComparison.Contains, "drop", WafTransformation.UrlDecode, WafTransformation.Lowercase),
        "JSON body" => WafStatement.Text(WafField.JsonBody, WafComparison.Exactly, "x"),
        "query arguments" => WafStatement.Text(WafField.AllQueryArguments, WafComparison.Exactly, "x"),
        "regex" => WafStatement.Regex(WafField.Path, "^/v[0-9]+/"),
        "regex set" => WafStatement.RegexSet("paths", WafField.Path, "^/a", "^/b"),
        "size" => WafStatement.LargerThan(WafField.Body, 8192),
        "SQL" => WafStatement.SqlInjection(WafField.Body),
        "sensitive SQL, decoded" => WafStatement.SqlInjection(WafField.Body, isSensitive: true, WafTransformation.UrlDecode),
        "script" => WafStatement.CrossSiteScripting(WafField.Body),
        "two families" => WafStatement.Addresses("us", "198.51.100.0/24", "2001:db8::/32"),
        "countries" => WafStatement.Countries("NL", "BE"),
        _ => WafStatement.All(WafStatement.Countries("NL"), WafStatement.Not(WafStatement.Any(Admin, WafStatement.Label("mine")))),
    };

    private static WebAclProps PropsOf(string name) => name switch
    {
        "other Region" or "unknown Region" => new(),
        "bad rule name" => Match("a b", Admin),
        "name of AWS's" => Match("aws-mine", Admin),
        "rule twice" => new() { Rules = [new MatchRule("admin", Admin, WafAction.Block), new MatchRule("Admin", Admin, WafAction.Block)] },
        "sets of one name" => Match("them", WafStatement.Any(WafStatement.Addresses("us", "198.51.100.0/24"), WafStatement.Addresses("us", "203.0.113.0/24"))),
        "bad set name" => Match("them", WafStatement.Addresses("bad set", "198.51.100.0/24")),
        "too much" => new() { Rules = [.. WafRule.Recommended, new ManagedRules(WafManagedGroup.Linux), new ManagedRules(WafManagedGroup.Windows)] },
        "limit too high" => new() { CapacityLimit = 5001 },
        "rate too low" => Rate(new("rate", 9)),
        "window" => Rate(new("rate", 100) { Window = TimeSpan.FromSeconds(90) }),
        "no key" => Rate(new("rate", 100) { Keys = [] }),
        "everything and a key" => Rate(new("rate", 100) { Keys = [WafRateKey.Everything, WafRateKey.Path] }),
        "everything of everything" => Rate(new("rate", 100) { Keys = [WafRateKey.Everything] }),
        "not an address" => Match("them", WafStatement.Addresses("us", "ten dot zero")),
        "every address" => Match("them", WafStatement.Addresses("us", "0.0.0.0/0")),
        "no address" => Match("them", WafStatement.Addresses("us")),
        "empty text" => Match("text", WafStatement.Text(WafField.Path, WafComparison.Exactly, "")),
        "never matches" => Match("text", WafStatement.Text(WafField.Path, WafComparison.Exactly, "/Admin", WafTransformation.Lowercase)),
        "bad header" => Match("text", WafStatement.Text(WafField.Header("x y"), WafComparison.Exactly, "1")),
        "long pattern" => Match("text", WafStatement.Regex(WafField.Path, new string('a', 513))),
        "too many patterns" => Match("text", WafStatement.RegexSet("set", WafField.Path, Enumerable.Repeat("a", 11))),
        "negative size" => Match("text", WafStatement.LargerThan(WafField.Body, -1)),
        "one joined" => Match("text", WafStatement.All(Admin)),
        "country" => Match("geo", WafStatement.Countries("nl")),
        "no country" => Match("geo", WafStatement.Countries()),
        "status" => Match("text", Admin, WafAction.BlockWith(new(99))),
        "body without name" => Match("text", Admin, WafAction.BlockWith(new(429) { Body = "{}" })),
        "large body" => Match("text", Admin, WafAction.BlockWith(new(429) { BodyName = "busy", Body = new string('x', 4097) })),
        "content type" => Match("text", Admin, WafAction.BlockWith(new(429) { ResponseHeaders = Headers("Content-Type") })),
        "bodies of one name" => new()
        {
            Rules =
            [
                new MatchRule("one", Admin, WafAction.BlockWith(new(429) { BodyName = "busy", Body = "1" })),
                new MatchRule("two", Admin, WafAction.BlockWith(new(429) { BodyName = "busy", Body = "2" })),
            ],
        },
        "count and override" => Group(new(WafManagedGroup.Core) { CountOnly = true, Overrides = Override(WafAction.Count) }),
        "answer in a group" => Group(new(WafManagedGroup.Core) { Overrides = Override(WafAction.BlockWith(new(429))) }),
        "group's cost" => Group(new(new WafManagedGroup("Seller", 0, "Seller"))),
        "login" => Group(new(WafManagedGroup.AccountTakeover("login", "/user", "/password"))),
        "stream name" => new() { Logging = WafLogging.ToFirehose("arn:aws:firehose:us-east-1:111111111111:deliverystream/logs") },
        "bucket days" => new() { Logging = WafLogging.ToS3(0) },
        "group days" => new() { Logging = WafLogging.ToCloudWatch(2) },
        "behind CloudFront" => new() { Scope = WafScope.Regional, IsBehindCloudFront = true },
        "behind itself" => new() { IsBehindCloudFront = true },
        "default counts" => new() { DefaultAction = WafAction.Count },
        "nothing allowed" => new() { DefaultAction = WafAction.Block },
        "rate allows" => Rate(new("rate", 100) { Action = WafAction.Allow }),
        "headers for nobody" => Match("text", Admin, WafAction.Block.WithRequestHeaders(Headers("x-why"))),
        "immunity" => new() { CaptchaImmunity = TimeSpan.FromSeconds(30) },
        "label" => new() { Rules = [new MatchRule("text", Admin, WafAction.Count) { Labels = ["a label"] }] },
        "namespace" => Match("text", WafStatement.LabelNamespace("awswaf:managed")),
        "token domain" => new() { TokenDomains = ["not a name"] },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such mistake"),
    };

    private static WafManagedGroup GroupOf(string name) => name switch
    {
        "core" => WafManagedGroup.Core,
        "known bad inputs" => WafManagedGroup.KnownBadInputs,
        "SQL injection" => WafManagedGroup.SqlInjection,
        "IP reputation" => WafManagedGroup.IpReputation,
        "anonymous IP" => WafManagedGroup.AnonymousIp,
        "Linux" => WafManagedGroup.Linux,
        "POSIX" => WafManagedGroup.Posix,
        "bot control" => WafManagedGroup.BotControl(),
        _ => WafManagedGroup.AccountTakeover("/login", "/user", "/password"),
    };

    private static WebAclProps Match(string name, WafStatement statement, WafAction? action = null) =>
        new() { Rules = [new MatchRule(name, statement, action ?? WafAction.Block)] };

    private static WebAclProps Rate(RateRule rule) => new() { Rules = [rule] };

    private static WebAclProps Group(ManagedRules rules) => new() { Rules = [rules] };

    private static ImmutableSortedDictionary<string, WafAction> Override(WafAction action) =>
        ImmutableSortedDictionary<string, WafAction>.Empty.Add("SizeRestrictions_BODY", action);

    private static ImmutableSortedDictionary<string, string> Headers(string name) => ImmutableSortedDictionary<string, string>.Empty.Add(name, "1");
}
