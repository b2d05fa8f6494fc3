using System.Collections.Immutable;
using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

[Collection(CdkCollection.Name)]
public sealed class EdgeDistributionTests
{
    private const string Pem = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----\n";

    [Fact]
    public void AllOptions_OfOriginsAndBehaviors_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack();
        var distribution = new EdgeDistribution(stack, "Door", new EdgeDistributionProps
        {
            DomainNames = ["www.example.com", "example.com"],
            Zone = DnsStacks.Zone(stack),
            CertificateArn = $"arn:{Aws.PARTITION}:acm:us-east-1:{Aws.ACCOUNT_ID}:certificate/1".Replace("us-east-1", Aws.REGION, StringComparison.Ordinal),
            WebAclArn = new WebAcl(stack, "WebAcl").WebAclArn,
            Origins =
            [
                EdgeOrigin.Server("api", "origin-api.example.com", ImmutableDictionary<string, string>.Empty.Add("x-origin-verify", "{{resolve:secretsmanager:door/blue-1:SecretString:::}}")) with
                {
                    ShieldRegion = "eu-west-1",
                    ReadTimeout = TimeSpan.FromSeconds(60),
                    ClientCertificateArn = $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/2",
                },
                EdgeOrigin.Server("beta", "beta.example.com"),
                EdgeOrigin.Bucket("site"),
                EdgeOrigin.Failover("site-or-beta", "site", "beta"),
            ],
            Behaviors =
            [
                EdgeBehavior.Api("/api/public/*", "api") with { Cache = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)) { Headers = ["Authorization"], HasAllQueryArguments = true } },
                EdgeBehavior.Api("/api/*", "api") with { PassesHost = true, Function = EdgeFunction.RouteByStore("Store", "app", "beta") },
                EdgeBehavior.Files("/private/*", "site") with { Signers = ["vip"] },
                EdgeBehavior.Files("/app/*", "site") with
                {
                    Function = EdgeFunction.RouteByCookie("Route", "app", ImmutableDictionary<string, string>.Empty.Add("beta", "beta")),
                    Cache = new(TimeSpan.FromHours(1), TimeSpan.FromDays(1)) { Cookies = ["app"] },
                },
                EdgeBehavior.Files(EdgeBehavior.Everything, "site-or-beta") with { Function = EdgeFunction.SinglePage },
            ],
            Countries = EdgeCountries.Except("KP"),
            Signers = [new("vip", ImmutableSortedDictionary<string, string>.Empty.Add("first", Pem).Add("second", Pem + "\n"))],
            RootObject = "index.html",
            MinimumTls = EdgeTls.Tls13Of2025,
            Places = EdgePlaces.Cheapest,
            ContentSecurityPolicy = "default-src 'self'",
            LogRetentionDays = 90,
        });
        distribution.BucketName("site").ShouldNotBeNull();
        distribution.StoreArn("Store").ShouldNotBeNull();
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "EdgeDistribution.AllOptions");
        template.LogicalIds("AWS::Route53::RecordSet").Count.ShouldBe(4);
    }
}
