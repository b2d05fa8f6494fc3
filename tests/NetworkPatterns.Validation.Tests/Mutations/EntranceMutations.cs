using System.Text.Json.Nodes;
using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to open a front door beside its entrance, or to shut the entrance itself.</summary>
internal static class EntranceMutations
{
    private const string Api = "FrontDoor/Api/Default/";
    private const string Edge = "Edge/Distribution/Default/Distribution";
    private const string OnlyThroughTheDoor = "resource:Services/Door/Regional/FrontDoor/Api is entered only through resource:Services/Door/Edge/Distribution";
    private const string OnlyThroughTheShop = "resource:LambdaDoor/Shop/Regional/FrontDoor/Api is entered only through resource:LambdaDoor/Shop/Edge/Distribution";
    private const string ShopFiles = "resource:LambdaDoor/Shop/Edge/Distribution/Default/SiteBucket is entered only through resource:LambdaDoor/Shop/Edge/Distribution";
    private const string SiteFiles = "resource:Site/Files/Site/Distribution/Default/SiteBucket is entered only through resource:Site/Files/Site/Distribution";

    public static IEnumerable<Mutation> All => [.. Gate, .. Ways, .. Entrance, .. Behind, .. Files, .. Regions];

    // The WebACL of the stage lets in others.
    private static IEnumerable<Mutation> Gate =>
    [
        Door("default action of the gate lets requests through", Api + "WebAcl", Set(Api + "WebAcl", "DefaultAction", new JsonObject { ["Allow"] = new JsonObject() })),
        Door("one more rule lets addresses in", Api + "WebAcl", AddRule(new JsonObject { ["IPSetReferenceStatement"] = new JsonObject { ["Arn"] = "arn:aws:wafv2:eu-west-1:111122223333:regional/ipset/office/1" } })),
        Door("one more rule lets a country in", Api + "WebAcl", AddRule(new JsonObject { ["GeoMatchStatement"] = new JsonObject { ["CountryCodes"] = new JsonArray("NL") } })),
        Door("one more value of the header is let in", Api + "WebAcl", AddRule(HeaderIs("x-origin-verify", "open-sesame"))),
        Door("header of testers is let in", Api + "WebAcl", AddRule(new JsonObject { ["OrStatement"] = new JsonObject { ["Statements"] = new JsonArray(HeaderIs("x-origin-verify", "open-sesame"), HeaderIs("x-test", "yes")) } })),
        Door("header may only begin with the secret", Api + "WebAcl", Match("PositionalConstraint", "STARTS_WITH")),
        Door("secret is looked for in the query", Api + "WebAcl", Match("FieldToMatch", new JsonObject { ["QueryString"] = new JsonObject() })),
        Door("association of the gate removed", Api + "Stage", Remove(Api + "GateAssociation")),
        Door("association with another stage", Api + "GateAssociation", templates => templates.Properties(Api + "GateAssociation")["ResourceArn"]!["Fn::Sub"]![1]!["Stage"] = "test"),
        Door("association with another WebACL", Api + "Stage", templates =>
        {
            templates.Add(Api + "WebAcl", "EmptyAcl", "AWS::WAFv2::WebACL", new JsonObject { ["Scope"] = "REGIONAL", ["DefaultAction"] = new JsonObject { ["Allow"] = new JsonObject() } });
            templates.Properties(Api + "GateAssociation")["WebACLArn"]!["Fn::GetAtt"]![0] = "EmptyAcl";
        }),
    ];

    // Ways to the API besides.
    private static IEnumerable<Mutation> Ways =>
    [
        Door("generated name answers, and the gate is gone", Api + "Api", Changes.All(Set(Api + "Api", "DisableExecuteApiEndpoint", false), Remove(Api + "GateAssociation"))),
        Door("second stage, mapped without a gate", Api + "Domain", templates =>
        {
            AddStage(templates);
            templates.Add(Api + "Mapping", "OpenMapping", "AWS::ApiGateway::BasePathMapping", new JsonObject
            {
                ["DomainName"] = templates.Ref(Api + "Domain"), ["BasePath"] = "v2", ["RestApiId"] = templates.Ref(Api + "Api"), ["Stage"] = new JsonObject { ["Ref"] = "OpenStage" },
            });
        }),
        Door("generated name answers for a second stage", Api + "Api", Changes.All(Set(Api + "Api", "DisableExecuteApiEndpoint", false), AddStage)),
        Door("mapping moved to an open stage", Api + "Mapping", Changes.All(AddStage, templates => templates.Properties(Api + "Mapping")["Stage"] = new JsonObject { ["Ref"] = "OpenStage" })),
        Door("stage of a mapping left to the path, with an open stage", Api + "Mapping", Changes.All(AddStage, templates => templates.Properties(Api + "Mapping").Remove("Stage"))),
        Door("routing rule to an open stage", Api + "Domain", templates =>
        {
            AddStage(templates);
            templates.Add(Api + "Mapping", "OpenRule", "AWS::ApiGatewayV2::RoutingRule", new JsonObject
            {
                ["DomainNameArn"] = new JsonObject { ["Fn::GetAtt"] = new JsonArray(templates.Id(Api + "Domain"), "DomainNameArn") },
                ["Priority"] = 1,
                ["Conditions"] = new JsonArray(),
                ["Actions"] = new JsonArray(new JsonObject { ["InvokeApi"] = new JsonObject { ["ApiId"] = templates.Ref(Api + "Api"), ["Stage"] = "open" } }),
            });
        }),
        Shop("default action of the gate lets requests through", OnlyThroughTheShop, Api + "WebAcl", Set(Api + "WebAcl", "DefaultAction", new JsonObject { ["Allow"] = new JsonObject() })),
    ];

    // The distribution has no WebACL, or is locked out, or is not the only one.
    private static IEnumerable<Mutation> Entrance =>
    [
        Door("WebACL of the distribution removed", Edge, Config(config => config.Remove("WebACLId"))),
        Door("WebACL of a Region before the distribution", Edge, Config(config => config["WebACLId"] = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/gate/1")),
        Door("header of the distribution renamed", Edge, Config(config => Origin(config)["OriginCustomHeaders"]![0]!["HeaderName"] = "x-origin-check")),
        Door("header of the distribution removed", Edge, Config(config => Origin(config).AsObject().Remove("OriginCustomHeaders"))),
        Door("header of the distribution with another value", Edge, Config(config => Origin(config)["OriginCustomHeaders"]![0]!["HeaderValue"] = "open-sesame")),
        Door("second distribution with the secret", "Edge/Distribution/Default/Second", templates =>
        {
            var second = templates.Properties(Edge).DeepClone().AsObject();
            second["DistributionConfig"]!.AsObject().Remove("WebACLId");
            templates.Add(Edge, "Second", "AWS::CloudFront::Distribution", second);
            templates.AddPath(Edge, "Second", "Services/Door/Edge/Distribution/Default/Second");
        }),
    ];

    // The load balancer, the services and the database.
    private static IEnumerable<Mutation> Behind =>
    [
        Door("load balancer faces the internet", "LoadBalancer/Default/LoadBalancer", Set("LoadBalancer/Default/LoadBalancer", "Scheme", "internet-facing")),
        Door("group of the load balancer lets everybody in", "LinkSecurityGroup", LetIn("LinkSecurityGroup", "0.0.0.0/0", "tcp", 80, 80)),
        Door("group of the services lets everybody in", "AppSecurityGroup", LetIn("AppSecurityGroup", "0.0.0.0/0", "tcp", 8080, 8080)),
        new("Services", "services open to the internet", "internet never reaches tier:app", "AppSecurityGroup", Changes.All(
            LetIn("AppSecurityGroup", "0.0.0.0/0", "tcp", 8080, 8080), OpenAcl("AppNetworkAcl"), Reroute("AppRouteTableADefaultRoute", "NatGatewayId", "GatewayId", "InternetGateway"))),
        new("Services", "port of the database open to the load balancer's tier", "tier:link never reaches tier:data", "DataSecurityGroup", Changes.All(
            LetOut("LinkSecurityGroup", "10.0.0.0/8", "tcp", 5433, 5433), OpenAcl("LinkNetworkAcl"), OpenAcl("DataNetworkAcl"), LetIn("DataSecurityGroup", "10.0.0.0/8", "tcp", 5433, 5433))),
        new("Services", "another port of the database open to the services", "tier:app reaches tier:data at most on tcp 5433", "DataSecurityGroup", Changes.All(
            LetOut("AppSecurityGroup", "10.0.0.0/8", "tcp", 22, 22), OpenAcl("AppNetworkAcl"), OpenAcl("DataNetworkAcl"), LetIn("DataSecurityGroup", "10.0.0.0/8", "tcp", 22, 22))),
    ];

    private static IEnumerable<Mutation> Files =>
    [
        Site("public access not blocked", "SiteBucket", templates => templates.Properties("SiteBucket")["PublicAccessBlockConfiguration"]!["RestrictPublicBuckets"] = false),
        Site("settings that block public access removed", "SiteBucket", templates => templates.Properties("SiteBucket").Remove("PublicAccessBlockConfiguration")),
        Site("policy lets everybody read", "SiteBucketPolicy", Let(new JsonObject { ["Effect"] = "Allow", ["Principal"] = "*", ["Action"] = "s3:GetObject", ["Resource"] = "*" })),
        Site("policy lets every distribution read", "SiteBucketPolicy", Let(new JsonObject
        {
            ["Effect"] = "Allow", ["Principal"] = new JsonObject { ["Service"] = "cloudfront.amazonaws.com" }, ["Action"] = "s3:GetObject", ["Resource"] = "*",
        })),
        Site("policy lets distributions of the account read", "SiteBucketPolicy", templates =>
            Reader(templates)["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = "111122223333" } }),
        Site("policy lets another distribution read", "SiteBucketPolicy", templates =>
            Reader(templates)["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceArn"] = "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE" } }),
        Site("policy lets an origin access identity read", "SiteBucketPolicy", Let(new JsonObject
        {
            ["Effect"] = "Allow", ["Principal"] = new JsonObject { ["CanonicalUser"] = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" }, ["Action"] = "s3:GetObject", ["Resource"] = "*",
        })),
        Site("origin access control removed", "Distribution/Default/Distribution", Config("Distribution/Default/Distribution", config => Origin(config).AsObject().Remove("OriginAccessControlId"))),
        Site("origin access control does not sign", "OriginAccessControl", templates => templates.Properties("OriginAccessControl")["OriginAccessControlConfig"]!["SigningBehavior"] = "never"),
        Site("WebACL of the distribution removed", "Distribution/Default/Distribution", Config("Distribution/Default/Distribution", config => config.Remove("WebACLId"))),
        Site("statement for the distribution removed", "SiteBucketPolicy", templates =>
        {
            var reader = Reader(templates);
            reader.Parent!.AsArray().Remove(reader);
        }),
        Shop("policy of the site lets everybody read", ShopFiles, "SiteBucketPolicy", Let(new JsonObject { ["Effect"] = "Allow", ["Principal"] = "*", ["Action"] = "s3:GetObject", ["Resource"] = "*" })),
    ];

    // The second Region takes the secrets of the first.
    private static IEnumerable<Mutation> Regions =>
    [
        Region("Eu", "gate of the first Region lets a country in", "Eu/" + Api + "WebAcl", AddRule("Eu/" + Api, new JsonObject { ["GeoMatchStatement"] = new JsonObject { ["CountryCodes"] = new JsonArray("NL") } })),
        Region("Us", "gate of the second Region lets a country in", "Us/" + Api + "WebAcl", AddRule("Us/" + Api, new JsonObject { ["GeoMatchStatement"] = new JsonObject { ["CountryCodes"] = new JsonArray("NL") } })),
        Region("Us", "association of the second Region removed", "Us/" + Api + "Stage", Remove("Us/" + Api + "GateAssociation")),
        Region("Us", "generated name of the second Region answers without a gate", "Us/" + Api + "Api", Changes.All(
            Set("Us/" + Api + "Api", "DisableExecuteApiEndpoint", false), Remove("Us/" + Api + "GateAssociation"), Remove("Us/" + Api + "Mapping"))),
    ];

    private static Mutation Region(string region, string name, string names, Action<StageTemplates> change) =>
        new("TwoRegions", name, $"resource:TwoRegions/Door/Origin/{region}/FrontDoor/Api is entered only through resource:TwoRegions/Door/Edge/Distribution", names, change);

    private static Mutation Door(string name, string names, Action<StageTemplates> change) => new("Services", name, OnlyThroughTheDoor, names, change);

    private static Mutation Shop(string name, string breaks, string names, Action<StageTemplates> change) => new("LambdaDoor", name, breaks, names, change);

    private static Mutation Site(string name, string names, Action<StageTemplates> change) => new("Site", name, SiteFiles, names, change);

    private static JsonObject HeaderIs(string header, string value) => new()
    {
        ["ByteMatchStatement"] = new JsonObject
        {
            ["FieldToMatch"] = new JsonObject { ["SingleHeader"] = new JsonObject { ["Name"] = header } },
            ["PositionalConstraint"] = "EXACTLY",
            ["SearchString"] = value,
            ["TextTransformations"] = new JsonArray(new JsonObject { ["Priority"] = 0, ["Type"] = "NONE" }),
        },
    };

    private static Action<StageTemplates> AddRule(JsonObject statement) => AddRule(Api, statement);

    private static Action<StageTemplates> AddRule(string api, JsonObject statement) => templates => templates.Properties(api + "WebAcl")["Rules"]!.AsArray().Add(new JsonObject
    {
        ["Name"] = "added", ["Priority"] = 9, ["Action"] = new JsonObject { ["Allow"] = new JsonObject() }, ["Statement"] = statement.DeepClone(),
    });

    private static Action<StageTemplates> Match(string property, JsonNode value) => templates =>
        templates.Properties(Api + "WebAcl")["Rules"]![0]!["Statement"]!["ByteMatchStatement"]![property] = value.DeepClone();

    private static void AddStage(StageTemplates templates)
    {
        var stage = templates.Properties(Api + "Stage").DeepClone().AsObject();
        stage["StageName"] = "open";
        templates.Add(Api + "Stage", "OpenStage", "AWS::ApiGateway::Stage", stage);
    }

    private static Action<StageTemplates> Config(Action<JsonObject> change) => Config(Edge, change);

    private static Action<StageTemplates> Config(string name, Action<JsonObject> change) => templates => change(templates.Properties(name)["DistributionConfig"]!.AsObject());

    private static JsonNode Origin(JsonObject config) => config["Origins"]![0]!;

    private static Action<StageTemplates> Let(JsonObject statement) => templates =>
        templates.Properties("SiteBucketPolicy")["PolicyDocument"]!["Statement"]!.AsArray().Add(statement.DeepClone());

    private static JsonObject Reader(StageTemplates templates) =>
        templates.Properties("SiteBucketPolicy")["PolicyDocument"]!["Statement"]!.AsArray().Single(statement => statement!["Sid"]?.GetValue<string>() == "ReadByTheDistribution")!.AsObject();
}
