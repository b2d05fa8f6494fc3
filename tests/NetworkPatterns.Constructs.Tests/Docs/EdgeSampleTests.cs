using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Shield;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Tests.Edge;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the pages about the front door.</summary>
[Collection(CdkCollection.Name)]
public sealed class EdgeSampleTests
{
    [Fact]
    public void WebAcl_Sample_HasItsRules()
    {
        var stack = EdgeStacks.NewStack();
        var acl = new WebAcl(stack, "Firewall", new WebAclProps
        {
            Rules =
            [
                new MatchRule("embargo", WafStatement.Countries("KP"), WafAction.Block),
                .. WafRule.Recommended,
                new RateRule("logins", 100) { ScopeDown = WafStatement.Text(WafField.Path, WafComparison.Exactly, "/login") },
            ],
        });

        acl.Capacity.ShouldBe(1132);
        stack.Template().Single("AWS::WAFv2::WebACL")["Properties"]!["Rules"]!.AsArray().Count.ShouldBe(7);
    }

    [Fact]
    public void WebAcl_LargeBodies_AreBlockedElsewhere()
    {
        var stack = EdgeStacks.NewStack();
        IReadOnlyList<WafRule> rules =
        [
            new ManagedRules(WafManagedGroup.Core)
            {
                Overrides = ImmutableSortedDictionary<string, WafAction>.Empty.Add("SizeRestrictions_BODY", WafAction.Count),
            },
            new MatchRule(
                "large-bodies",
                WafStatement.All(
                    WafStatement.Label("awswaf:managed:aws:core-rule-set:SizeRestrictions_Body"),
                    WafStatement.Not(WafStatement.Text(WafField.Path, WafComparison.StartsWith, "/uploads/"))),
                WafAction.Block),
        ];
        new WebAcl(stack, "Firewall", new WebAclProps { Rules = rules }).Capacity.ShouldBe(703);
    }

    [Fact]
    public void RestApi_Sample_IsLocked()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var orders = Function.FromFunctionArn(stack, "Orders", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:orders");
        var api = new RegionalRestApi(stack, "Api", new RegionalRestApiProps
        {
            Routes =
            [
                new("GET", "/orders/{id}", new LambdaBackend(orders)),
                new("GET", "/health", new MockBackend(200, """{"status":"up"}""")) { Authorizer = ApiAuthorizer.Public("the status says nothing of anybody") },
            ],
            DefaultAuthorizer = ApiAuthorizer.Iam,
        });

        api.RestApiId.ShouldNotBeNull();
        stack.Template().LogicalIds("AWS::WAFv2::WebACLAssociation").Count.ShouldBe(1);
    }

    [Fact]
    public void ApiFrontDoor_Sample_HasTwoStacks()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended);
        var door = new ApiFrontDoor(app, "Shop", new ApiFrontDoorProps
        {
            DomainName = "api.example.com",
            ZoneName = "example.com",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = "eu-west-1",
            Countries = EdgeCountries.Only("NL", "BE"),
            Api = stack => new RegionalRestApiProps
            {
                Routes = [new("ANY", "/{proxy+}", new LambdaBackend(ServiceIn(stack)))],
                DefaultAuthorizer = ApiAuthorizer.Cognito("users", UsersOf(stack)),
            },
        });

        door.RegionalStack.Region.ShouldBe("eu-west-1");
        door.EdgeStack.Template().LogicalIds("AWS::CloudFront::Distribution").Count.ShouldBe(1);
    }

    [Fact]
    public void StaticSite_Sample_HasItsBucket()
    {
        var stack = EdgeStacks.NewStack();
        var zone = Zones.FromId(stack, "Zone", "Z0123456789EXAMPLE", "example.com");
        var site = new StaticSite(stack, "Site", new StaticSiteProps
        {
            DomainNames = ["www.example.com"],
            Zone = zone,
            Countries = EdgeCountries.All("the site is for everybody"),
            IsSinglePage = true,
        });

        site.BucketName.ShouldNotBeNull();
        stack.Template().LogicalIds("AWS::CloudFront::Function").Count.ShouldBe(1);
    }

    [Fact]
    public void Staging_Sample_GetsATwentieth()
    {
        var stack = EdgeStacks.NewStack();
        var zone = Zones.FromId(stack, "Zone", "Z0123456789EXAMPLE", "example.com");
        _ = new EdgeDistribution(stack, "Door", new EdgeDistributionProps
        {
            DomainNames = ["www.example.com"],
            Zone = zone,
            CertificateArn = $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1",
            WebAclArn = new WebAcl(stack, "WebAcl").WebAclArn,
            Origins = [EdgeOrigin.Bucket("site")],
            Behaviors = [EdgeBehavior.Files(EdgeBehavior.Everything, "site")],
            Countries = EdgeCountries.All("the site is for everybody"),
            HasHttp3 = false,
            Staging = EdgeStaging.ByWeight(5, EdgeBehavior.Files("/new/*", "site"), EdgeBehavior.Files(EdgeBehavior.Everything, "site")) with
            {
                Session = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)),
                IsAttached = true,
            },
        });

        stack.Template().Single("AWS::CloudFront::ContinuousDeploymentPolicy").ToJsonString().ShouldContain("0.05");
    }

    [Fact]
    public void Shield_Sample_HasAGroup()
    {
        var stack = EdgeStacks.NewStack();
        var zone = Zones.FromId(stack, "Zone", "Z0123456789EXAMPLE", "example.com");
        var acl = new WebAcl(stack, "WebAcl");
        var distribution = new EdgeDistribution(stack, "Door", new EdgeDistributionProps
        {
            DomainNames = ["www.example.com"],
            Zone = zone,
            CertificateArn = $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1",
            WebAclArn = acl.WebAclArn,
            Origins = [EdgeOrigin.Bucket("site")],
            Behaviors = [EdgeBehavior.Files(EdgeBehavior.Everything, "site")],
            Countries = EdgeCountries.All("the site is for everybody"),
        });
        _ = new ShieldProtections(stack, "Shield", new ShieldProtectionsProps
        {
            Resources =
            [
                ShieldedResource.Distribution("door", distribution.DistributionId) with { Response = ShieldResponse.Count(acl) },
                ShieldedResource.HostedZone("zone", zone.HostedZoneId),
            ],
            Group = ShieldAggregation.Max,
        });

        stack.Template().LogicalIds("AWS::Shield::Protection").Count.ShouldBe(2);
    }

    [Fact]
    public void Logs_Sample_GoToABucketAndAGroup()
    {
        var props = new StaticSiteProps
        {
            DomainNames = ["www.example.com"],
            Zone = null!,
            Countries = EdgeCountries.All("the site is for everybody"),
            AccessLogs = EdgeAccessLogs.DeliveredOnly(
                EdgeLogDelivery.ToS3() with { Format = EdgeLogFormat.Parquet, SuffixPath = "{DistributionId}/{yyyy}/{MM}/{dd}" },
                EdgeLogDelivery.ToCloudWatch(30) with { Fields = ["timestamp(ms)", "c-ip", "cs-method", "cs-uri-stem", "sc-status"] }),
        };

        props.AccessLogs.Deliveries.Length.ShouldBe(2);
    }

    [Fact]
    public void Function_Sample_IsOneOfTwo()
    {
        var behavior = EdgeBehavior.Files(EdgeBehavior.Everything, "site") with
        {
            Function = EdgeFunction.RequirePassword("Door").Then(EdgeFunction.SinglePage),
        };

        behavior.Function.Steps.Length.ShouldBe(2);
    }

    internal static IFunction ServiceIn(Stack stack) =>
        Function.FromFunctionArn(stack, "Service", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:service");

    internal static IUserPool UsersOf(Stack stack) =>
        UserPool.FromUserPoolArn(stack, "Users", $"arn:{Aws.PARTITION}:cognito-idp:{Aws.REGION}:{Aws.ACCOUNT_ID}:userpool/eu_1");
}
