using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Distributions;
using IHostedZone = Amazon.CDK.AWS.Route53.IHostedZone;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>Every mistake that the plan of a distribution finds.</summary>
public sealed class EdgeDistributionPlanTests
{
    internal const string CertificateArn = "arn:aws:acm:us-east-1:111111111111:certificate/1";
    internal const string WebAclArn = "arn:aws:wafv2:us-east-1:111111111111:global/webacl/door/1";
    private const string Pem = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n";

    private static readonly EdgeOrigin ApiOrigin = EdgeOrigin.Server("api", "origin-api.example.com");
    private static readonly EdgeOrigin Site = EdgeOrigin.Bucket("site");
    private static readonly EdgeBehavior ToApi = EdgeBehavior.Api("/api/*", "api");
    private static readonly EdgeBehavior ToSite = EdgeBehavior.Files(EdgeBehavior.Everything, "site");
    private static readonly EdgeCache Minute = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "other Region", "NP1660", "Dev/Door", "eu-west-1" },
        { "unknown Region", "NP1660", "Dev/Door", "only deployment knows" },
        { "regional WebACL", "NP1661", "WebAclArn", "regional/webacl" },
        { "certificate elsewhere", "NP1662", "CertificateArn", "eu-west-1" },
        { "no name", "NP1663", "DomainNames", "0 names" },
        { "name twice", "NP1663", "DomainNames", "2 times" },
        { "name elsewhere", "NP1663", "DomainNames", "not in the zone" },
        { "not a name", "NP1501", "DomainNames", "'a b'" },
        { "origins of one name", "NP1664", "Origins", "2 origins" },
        { "origin's name", "NP1664", "Origins[the api]", "'the api'" },
        { "unused origin", "NP1664", "Origins[other]", "no behaviour" },
        { "unknown origin", "NP1664", "Behaviors[/x/*]", "'nowhere'" },
        { "patience", "NP1664", "Origins[api]", "00:03:00" },
        { "no keepalive", "NP1664", "Origins[api]", "00:00:00" },
        { "not a VPC origin", "NP1832", "Origins[api]", "'arn:aws:elasticloadbalancing" },
        { "VPC origin with a client certificate", "NP1832", "Origins[api]", "no client certificate" },
        { "VPC origin's generated name", "NP1665", "Origins[api]", "502" },
        { "load balancer's name", "NP1665", "Origins[api]", "502" },
        { "generated name of an API", "NP1665", "Origins[api]", "around the distribution" },
        { "token as a name", "NP1665", "Origins[api]", "literal" },
        { "forbidden header", "NP1666", "Origins[api]", "'Host'" },
        { "secret in the template", "NP1666", "Origins[api]", "x-origin-verify" },
        { "writes to a group", "NP1667", "Behaviors[/api/*]", "refuses" },
        { "group of nobody", "NP1667", "Origins[both]", "'nowhere'" },
        { "group of one", "NP1667", "Origins[both]", "for itself" },
        { "failover on 418", "NP1667", "Origins[both]", "418" },
        { "no default", "NP1668", "Behaviors", "0 behaviours" },
        { "pattern twice", "NP1668", "Behaviors", "2 times" },
        { "hidden pattern", "NP1668", "Behaviors", "never reached behind '/api/*'" },
        { "pattern", "NP1668", "Behaviors[/a b]", "'/a b'" },
        { "API in a bucket", "NP1668", "Behaviors[/api/*]", "no API" },
        { "files by host", "NP1668", "Behaviors[*]", "Host" },
        { "key for nothing kept", "NP1669", "Behaviors[/api/*]", "refuses a key" },
        { "mixed callers", "NP1669", "Behaviors[/api/*]", "another's answer" },
        { "ages", "NP1669", "Behaviors[*]", "at most" },
        { "all and some", "NP1669", "Behaviors[*]", "and some" },
        { "host in the key", "NP1669", "Behaviors[*]", "Host" },
        { "country", "NP1670", "Countries", "'nl'" },
        { "no country", "NP1670", "Countries", "empty" },
        { "no reason", "NP1670", "Countries", "'all'" },
        { "function's name", "NP1671", "Behaviors[*]", "'my function'" },
        { "large function", "NP1671", "Behaviors[*]", "bytes" },
        { "no handler", "NP1671", "Behaviors[*]", "no handler" },
        { "function to nowhere", "NP1671", "Behaviors[*]", "'nowhere'" },
        { "mixed applications", "NP1671", "Behaviors[*]", "'app'" },
        { "functions of one name", "NP1671", "Behaviors", "'Mine'" },
        { "no key", "NP1672", "Signers", "0 keys" },
        { "private key", "NP1672", "Signers", "not a public key" },
        { "signers of one name", "NP1672", "Signers", "2 groups" },
        { "signers' name", "NP1672", "Signers", "'my signers'" },
        { "signed by nobody", "NP1672", "Behaviors[*]", "'vip'" },
        { "log days", "NP1673", "LogRetentionDays", "0 days" },
        { "root", "NP1673", "RootObject", "'/index.html'" },
        { "shield", "NP1026", "Origins[api]", "'Ireland'" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) => EdgeStacks.ProblemsOf(() => EdgeDistributionPlan.From(
        PropsOf(name),
        "example.com",
        EdgeStacks.Context(nameof(EdgeDistributionProps), name switch { "other Region" => "eu-west-1", "unknown Region" => null, _ => "us-east-1" }))).ShouldHave(code, where, what);

    [Fact]
    public void Signers_ChangedKey_IsANewKey()
    {
        string[] Keys(string pem)
        {
            var context = EdgeStacks.Context(nameof(EdgeDistributionProps));
            var plan = EdgeDistributionPlan.From(Props(signers: [Signers("vip", pem)], behaviors: [ToApi, ToSite with { Signers = ["vip"] }]), "example.com", context);
            return [.. EdgeDistributionBlueprint.From(plan, context).Blueprint.Resources.Where(resource => resource.Type.EndsWith("Key", StringComparison.Ordinal) || resource.Type.EndsWith("KeyGroup", StringComparison.Ordinal)).Select(resource => resource.Id)];
        }

        var (before, after) = (Keys(Pem), Keys(Pem.Replace("MIIB", "MIIC", StringComparison.Ordinal)));
        before.Length.ShouldBe(2);
        before.Intersect(after, StringComparer.Ordinal).ShouldBe(["SignersVip"]);
    }

    private static EdgeDistributionProps PropsOf(string name) => name switch
    {
        "other Region" or "unknown Region" => Props(),
        "regional WebACL" => Props(webAclArn: "arn:aws:wafv2:us-east-1:111111111111:regional/webacl/door/1"),
        "certificate elsewhere" => Props(certificateArn: "arn:aws:acm:eu-west-1:111111111111:certificate/1"),
        "no name" => Props(names: []),
        "name twice" => Props(names: ["www.example.com", "WWW.example.com"]),
        "name elsewhere" => Props(names: ["www.example.org"]),
        "not a name" => Props(names: ["a b"]),
        "origins of one name" => Props([ApiOrigin, Site, EdgeOrigin.Bucket("Site")]),
        "origin's name" => Props([ApiOrigin, Site, EdgeOrigin.Bucket("the api")], [ToApi, ToSite, EdgeBehavior.Files("/x/*", "the api")]),
        "unused origin" => Props([ApiOrigin, Site, EdgeOrigin.Bucket("other")]),
        "unknown origin" => Props(behaviors: [ToApi, EdgeBehavior.Files("/x/*", "nowhere"), ToSite]),
        "patience" => Props([ApiOrigin with { ReadTimeout = TimeSpan.FromMinutes(3) }, Site]),
        "no keepalive" => Props([ApiOrigin with { KeepaliveTimeout = TimeSpan.Zero }, Site]),
        "not a VPC origin" => Props([EdgeOrigin.Vpc("api", "origin-api.example.com", "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/web/1"), Site]),
        "VPC origin with a client certificate" => Props([EdgeOrigin.Vpc("api", "origin-api.example.com", "vo_1") with { ClientCertificateArn = CertificateArn }, Site]),
        "VPC origin's generated name" => Props([EdgeOrigin.Vpc("api", "internal-web-1.eu-west-1.elb.amazonaws.com", "vo_1"), Site]),
        "load balancer's name" => Props([EdgeOrigin.Server("api", "web-1.eu-west-1.elb.amazonaws.com"), Site]),
        "generated name of an API" => Props([EdgeOrigin.Server("api", "abc.execute-api.eu-west-1.amazonaws.com"), Site]),
        "token as a name" => Props([EdgeOrigin.Server("api", "${Token[TOKEN.1]}"), Site]),
        "forbidden header" => Props([EdgeOrigin.Server("api", "origin.example.com", Header("Host", "a")), Site]),
        "secret in the template" => Props([EdgeOrigin.Server("api", "origin.example.com", Header("x-origin-verify", "secret")), Site]),
        "writes to a group" => Props([ApiOrigin, Site, EdgeOrigin.Failover("both", "api", "site")], [EdgeBehavior.Api("/api/*", "both"), ToSite]),
        "group of nobody" => Grouped(EdgeOrigin.Failover("both", "api", "nowhere")),
        "group of one" => Grouped(EdgeOrigin.Failover("both", "api", "api")),
        "failover on 418" => Grouped(EdgeOrigin.Failover("both", "api", "site", 418)),
        "no default" => Props(behaviors: [ToApi, EdgeBehavior.Files("/x/*", "site")]),
        "pattern twice" => Props(behaviors: [ToApi, ToApi, ToSite]),
        "hidden pattern" => Props(behaviors: [ToApi, EdgeBehavior.Api("/api/v2/*", "api"), ToSite]),
        "pattern" => Props(behaviors: [ToApi, EdgeBehavior.Api("/a b", "api"), ToSite]),
        "API in a bucket" => Props(behaviors: [EdgeBehavior.Api("/api/*", "site"), EdgeBehavior.Files("*", "api")]),
        "files by host" => Props(behaviors: [ToApi, ToSite with { PassesHost = true }]),
        "key for nothing kept" => Props(behaviors: [ToApi with { Cache = new(TimeSpan.Zero, TimeSpan.Zero) { Headers = ["Authorization"] } }, ToSite]),
        "mixed callers" => Props(behaviors: [ToApi with { Cache = Minute }, ToSite]),
        "ages" => Props(behaviors: [ToApi, ToSite with { Cache = new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)) }]),
        "all and some" => Props(behaviors: [ToApi, ToSite with { Cache = Minute with { HasAllQueryArguments = true, QueryArguments = ["q"] } }]),
        "host in the key" => Props(behaviors: [ToApi, ToSite with { Cache = Minute with { Headers = ["Host"] } }]),
        "country" => Props(countries: EdgeCountries.Only("nl")),
        "no country" => Props(countries: EdgeCountries.Except()),
        "no reason" => Props(countries: EdgeCountries.All("all")),
        "function's name" => With(EdgeFunction.FromCode("my function", "function handler(event) {}")),
        "large function" => With(EdgeFunction.FromCode("Mine", "function handler(event) {}" + new string(' ', 10_240))),
        "no handler" => With(EdgeFunction.FromCode("Mine", "return 1;")),
        "function to nowhere" => With(EdgeFunction.RouteByCookie("Route", "app", Header("beta", "nowhere"))),
        "mixed applications" => With(EdgeFunction.RouteByCookie("Route", "app", Header("beta", "api"))),
        "functions of one name" => Props(behaviors:
        [
            ToApi with { Function = EdgeFunction.FromCode("Mine", "function handler(event) { return event.request; }") },
            ToSite with { Function = EdgeFunction.FromCode("Mine", "function handler(event) {}") },
        ]),
        "no key" => Props(signers: [new("vip", ImmutableSortedDictionary<string, string>.Empty)]),
        "private key" => Props(signers: [Signers("vip", "-----BEGIN RSA PRIVATE KEY-----")]),
        "signers of one name" => Props(signers: [Signers("vip", Pem), Signers("VIP", Pem)]),
        "signers' name" => Props(signers: [Signers("my signers", Pem)]),
        "signed by nobody" => Props(behaviors: [ToApi, ToSite with { Signers = ["vip"] }]),
        "log days" => Props(days: 0),
        "root" => Props(root: "/index.html"),
        "shield" => Props([ApiOrigin with { ShieldRegion = "Ireland" }, Site]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such mistake"),
    };

    private static EdgeDistributionProps Props(
        IReadOnlyList<EdgeOrigin>? origins = null,
        IReadOnlyList<EdgeBehavior>? behaviors = null,
        IReadOnlyList<string>? names = null,
        string certificateArn = CertificateArn,
        string webAclArn = WebAclArn,
        EdgeCountries? countries = null,
        IReadOnlyList<EdgeSigners>? signers = null,
        int days = 365,
        string? root = null) => new()
        {
            DomainNames = names ?? ["www.example.com"],
            Zone = (IHostedZone)null!,
            CertificateArn = certificateArn,
            WebAclArn = webAclArn,
            Origins = origins ?? [ApiOrigin, Site],
            Behaviors = behaviors ?? [ToApi, ToSite],
            Countries = countries ?? EdgeCountries.Only("NL"),
            Signers = signers ?? [],
            LogRetentionDays = days,
            RootObject = root,
        };

    private static EdgeDistributionProps Grouped(EdgeOrigin group) => Props([ApiOrigin, Site, group], [ToApi, EdgeBehavior.Files("*", "both")]);

    private static EdgeDistributionProps With(EdgeFunction function) => Props(behaviors: [ToApi, ToSite with { Function = function }]);

    private static EdgeSigners Signers(string name, string pem) => new(name, ImmutableSortedDictionary<string, string>.Empty.Add("first", pem));

    private static ImmutableDictionary<string, string> Header(string name, string value) => ImmutableDictionary<string, string>.Empty.Add(name, value);
}
