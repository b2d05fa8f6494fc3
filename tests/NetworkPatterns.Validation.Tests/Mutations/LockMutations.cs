using System.Text.Json.Nodes;
using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to open the locks that the reference app does not have.</summary>
internal static class LockMutations
{
    private const string Api = "FrontDoor/Api/Default/";
    private const string GetOrders = Api + "MethodGetOrdersfc7d05";
    private const string Preflight = Api + "MethodOptionsOrdersfc7d05";
    private const string Edge = "Edge/Distribution/Default/Distribution";

    public static IEnumerable<Mutation> All => [.. Keys, .. Policies, .. Certificates];

    private static IEnumerable<Mutation> Keys =>
    [
        Key("API key no longer asked for by one method", GetOrders, Set(GetOrders, "ApiKeyRequired", false)),
        Key("preflight requests go to the backend", Preflight, templates => templates.Properties(Preflight)["Integration"]!["Type"] = "HTTP_PROXY"),
        Key("keys from an authorizer", Api + "Api", Set(Api + "Api", "ApiKeySourceType", "AUTHORIZER")),
        Key("key that anybody can know", Api + "GateKeyBlue", Set(Api + "GateKeyBlue", "Value", "open-sesame-open-sesame")),
        Key("one more key for the stage", Api + "GateKeyGreen", templates => templates.Properties(Api + "GateKeyGreen").Remove("Value")),
        Key("header of the distribution removed", Edge, WithoutHeaders),
        Key("header of the distribution renamed", Edge, templates => templates.Properties(Edge)["DistributionConfig"]!["Origins"]![0]!["OriginCustomHeaders"]![0]!["HeaderName"] = "x-key"),
    ];

    private static IEnumerable<Mutation> Policies =>
    [
        Policy("policy removed", Api + "Api", templates => templates.Properties(Api + "Api").Remove("Policy")),
        Policy("denial removed", Api + "Api", templates => Statements(templates).RemoveAt(1)),
        Policy("denial for one account", Api + "Api", templates => Statements(templates)[1]!["Principal"] = new JsonObject { ["AWS"] = "111122223333" }),
        Policy("denial for one path", Api + "Api", templates => Statements(templates)[1]!["Resource"] = "execute-api:/live/GET/orders"),
        Policy("denial of what looks alike only", Api + "Api", templates => Statements(templates)[1]!["Condition"] = new JsonObject { ["StringNotLike"] = Statements(templates)[1]!["Condition"]!["StringNotEquals"]!.DeepClone() }),
        Policy("one more Referer let in", Api + "Api", templates => Statements(templates)[1]!["Condition"]!["StringNotEquals"]!["aws:Referer"]!.AsArray().Add("https://www.example.com/")),
        Policy("Referer of the distribution removed", Edge, WithoutHeaders),
    ];

    private static IEnumerable<Mutation> Certificates =>
    [
        Mutual("MutualDoor", "truststore removed", Api + "Domain", templates => templates.Properties(Api + "Domain").Remove("MutualTlsAuthentication")),
        Mutual("MutualDoor", "generated name answers", Api + "Api", Set(Api + "Api", "DisableExecuteApiEndpoint", false)),
        Mutual("MutualDoor", "client certificate of the distribution removed", Edge, WithoutCertificate),
        Mutual("MutualDoor", "second domain name without a truststore", "Second", templates =>
        {
            templates.Add(Api + "Domain", "SecondDomain", "AWS::ApiGateway::DomainName", new JsonObject { ["DomainName"] = "open.example.com" });
            templates.AddPath(Api + "Domain", "SecondDomain", "MutualDoor/Door/Second");
            templates.Add(Api + "Domain", "SecondMapping", "AWS::ApiGateway::BasePathMapping", new JsonObject
            {
                ["DomainName"] = new JsonObject { ["Ref"] = "SecondDomain" }, ["RestApiId"] = templates.Ref(Api + "Api"), ["Stage"] = "live",
            });
        }),
        Http("truststore removed", "Api/Default/Domain", templates => templates.Properties("Api/Default/Domain").Remove("MutualTlsAuthentication")),
        Http("generated name answers", "Api/Default/Api", Set("Api/Default/Api", "DisableExecuteApiEndpoint", false)),
        Http("client certificate of the distribution removed", Edge, WithoutCertificate),
        Http("WebACL of the distribution removed", Edge, templates => templates.Properties(Edge)["DistributionConfig"]!.AsObject().Remove("WebACLId")),
    ];

    private static Mutation Key(string name, string names, Action<StageTemplates> change) => Mutual("KeyDoor", name, names, change);

    private static Mutation Policy(string name, string names, Action<StageTemplates> change) => Mutual("PolicyDoor", name, names, change);

    private static Mutation Mutual(string stage, string name, string names, Action<StageTemplates> change) =>
        new(stage, name, $"resource:{stage}/Door/Regional/FrontDoor/Api is entered only through resource:{stage}/Door/Edge/Distribution", names, change);

    private static Mutation Http(string name, string names, Action<StageTemplates> change) =>
        new("HttpDoor", name, "resource:HttpDoor/Regional/Api is entered only through resource:HttpDoor/Edge/Distribution", names, change);

    private static void WithoutHeaders(StageTemplates templates) => templates.Properties(Edge)["DistributionConfig"]!["Origins"]![0]!.AsObject().Remove("OriginCustomHeaders");

    private static void WithoutCertificate(StageTemplates templates) =>
        templates.Properties(Edge)["DistributionConfig"]!["Origins"]![0]!["CustomOriginConfig"]!.AsObject().Remove("OriginMtlsConfig");

    private static JsonArray Statements(StageTemplates templates) => templates.Properties(Api + "Api")["Policy"]!["Statement"]!.AsArray();
}
