using System.Text.Json.Nodes;
using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to open, or to shut to the distribution, a front door whose lock is a function.</summary>
internal static class GateMutations
{
    private const string Api = "FrontDoor/Api/Default/";
    private const string Edge = "Edge/Distribution/Default/Distribution";
    private const string Function = Api + "OriginGate";
    private const string Authorizer = Api + "AuthorizerOriginGate";
    private const string PostItems = Api + "RoutePostItemsf478fe";
    private const string Connect = Api + "RouteConnect";

    public static IEnumerable<Mutation> All => [.. Doors.SelectMany(Both), .. Routes];

    private static string[] Doors => ["HttpDoor/Catalog", "WebSocketDoor/Scores"];

    /// <summary>Changes after which nobody knows whom the function lets in.</summary>
    public static IEnumerable<Mutation> Unknown => Doors.SelectMany(door => new[]
    {
        Of(door, "other code", Function, templates => templates.Properties(Function)["Code"]!["ZipFile"] = "exports.handler = async () => ({ isAuthorized: true });"),
        Of(door, "one more variable", Function, templates => Variables(templates)["NODE_OPTIONS"] = "--require /opt/more.js"),
        Of(door, "older version of the function", Authorizer, templates => templates.Properties(Authorizer)["AuthorizerUri"]!["Fn::Sub"]![0] =
            templates.Properties(Authorizer)["AuthorizerUri"]!["Fn::Sub"]![0]!.GetValue<string>().Replace("/invocations", ":1/invocations", StringComparison.Ordinal)),
    });

    private static IEnumerable<Mutation> Both(string door) =>
    [
        Of(door, "variable names a secret that anybody can know", Function, templates =>
        {
            templates.Add(Function, "Known", "AWS::SecretsManager::Secret", new JsonObject { ["Name"] = "known", ["SecretString"] = "open-sesame" });
            Variables(templates)["GREEN"] = new JsonObject { ["Ref"] = "Known" };
        }),
        Of(door, "both variables name the idle secret", Edge, templates => Variables(templates)["BLUE"] = Variables(templates)["GREEN"]!.DeepClone()),
        Of(door, "header of the distribution renamed", Edge, templates => Origin(templates)["OriginCustomHeaders"]![0]!["HeaderName"] = "x-origin-check"),
        Of(door, "header of the distribution removed", Edge, templates => Origin(templates).AsObject().Remove("OriginCustomHeaders")),
        Of(door, "WebACL of the distribution removed", Edge, templates => templates.Properties(Edge)["DistributionConfig"]!.AsObject().Remove("WebACLId")),
    ];

    private static IEnumerable<Mutation> Routes =>
    [
        Http("authorizer of one route removed", PostItems, Open(PostItems)),
        Http("authorizer of one route left, and not asked", PostItems, Set(PostItems, "AuthorizationType", "NONE")),
        Http("one more route without the authorizer", Api + "RouteEverything", templates =>
        {
            var route = templates.Properties(PostItems).DeepClone().AsObject();
            (route["RouteKey"], route["AuthorizationType"]) = ("$default", "NONE");
            route.Remove("AuthorizerId");
            templates.Add(PostItems, "RouteEverything", "AWS::ApiGatewayV2::Route", route);
            templates.AddPath(PostItems, "RouteEverything", "HttpDoor/Catalog/Regional/FrontDoor/Api/Default/RouteEverything");
        }),
        Http("identity source emptied", Authorizer, Set(Authorizer, "IdentitySource", new JsonArray())),
        Http("answers remembered by the token", Authorizer, Set(Authorizer, "IdentitySource", new JsonArray("$request.header.authorization"))),
        Http("generated name answers, and a route is open", Api + "Api", Changes.All(Set(Api + "Api", "DisableExecuteApiEndpoint", false), Open(PostItems))),
        Socket("authorizer of connections removed", Connect, Open(Connect)),
        Socket("connections signed instead", Connect, Changes.All(Open(Connect), Set(Connect, "AuthorizationType", "AWS_IAM"))),
        Socket("route of connections removed", Api + "Api", Remove(Connect)),
        Socket("generated name answers, and connections are open", Api + "Api", Changes.All(Set(Api + "Api", "DisableExecuteApiEndpoint", false), Open(Connect))),
    ];

    private static Mutation Http(string name, string names, Action<StageTemplates> change) => Of("HttpDoor/Catalog", name, names, change);

    private static Mutation Socket(string name, string names, Action<StageTemplates> change) => Of("WebSocketDoor/Scores", name, names, change);

    private static Mutation Of(string door, string name, string names, Action<StageTemplates> change) =>
        new(door[..door.IndexOf('/', StringComparison.Ordinal)], name, $"resource:{door}/Regional/FrontDoor/Api is entered only through resource:{door}/Edge/Distribution", names, change);

    private static Action<StageTemplates> Open(string route) => templates =>
    {
        var properties = templates.Properties(route);
        properties["AuthorizationType"] = "NONE";
        properties.Remove("AuthorizerId");
    };

    private static JsonObject Variables(StageTemplates templates) => templates.Properties(Function)["Environment"]!["Variables"]!.AsObject();

    private static JsonNode Origin(StageTemplates templates) => templates.Properties(Edge)["DistributionConfig"]!["Origins"]![0]!;
}
