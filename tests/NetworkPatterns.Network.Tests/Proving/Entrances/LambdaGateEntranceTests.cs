using static NetworkPatterns.Network.Tests.Proving.Entrances.EntranceProof;

namespace NetworkPatterns.Network.Tests.Proving.Entrances;

/// <summary>The single entrance of an API that asks a function: known by its code, by what it is given and by who asks it.</summary>
public sealed class LambdaGateEntranceTests
{
    private const string Guard = ", AuthorizationType: CUSTOM, AuthorizerId: !Ref Authorizer";
    private const string Code = "Code: { ZipFile: ";
    private const string Sources = "IdentitySource: [$request.header.x-origin-verify]";

    [Fact]
    public void Prove_AGuardedHttpApi_Holds() => Holds(Doors.LambdaGate);

    [Fact]
    public void Prove_AGuardedWebSocketApi_Holds() => Holds(Doors.WebSocketGate);

    // The function stands before every route, by whatever name the API is called.
    [Fact]
    public void Prove_WithTheGeneratedName_Holds() => Holds(Doors.LambdaGate.But("DisableExecuteApiEndpoint: true", "DisableExecuteApiEndpoint: false"));

    [Fact]
    public void Prove_SecretsByName_Holds() => Holds(Doors.LambdaGate.But("BLUE: !Ref Blue", "BLUE: gate/blue"));

    [Theory]
    [InlineData(Guard, "", "Domain")]
    [InlineData("AuthorizationType: CUSTOM", "AuthorizationType: NONE", "Domain")]
    [InlineData("AuthorizerType: REQUEST", "AuthorizerType: JWT", "Domain")]
    [InlineData("HeaderName: x-origin-verify", "HeaderName: x-origin", "Door")]
    [InlineData("secretsmanager:gate/blue:SecretString", "secretsmanager:gate/green:SecretString:AWSPREVIOUS:", "Door")]
    [InlineData("BLUE: !Ref Blue", "BLUE: !Ref Green", "Door")]
    [InlineData(Sources, "IdentitySource: []", "Authorizer")]
    [InlineData(Sources, "IdentitySource: [$request.header.authorization]", "Authorizer")]
    [InlineData("Name: gate/green, GenerateSecretString: { PasswordLength: 64 }", "Name: gate/green, SecretString: open-sesame", "Function")]
    public void Prove_Http_Changed_FailsThere(string text, string instead, string names) => Fails(Doors.LambdaGate.But(text, instead), names);

    [Fact]
    public void Prove_Http_WithOneMoreOpenRoute_FailsThere() =>
        Fails(Doors.LambdaGate + "  Open: { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: !Ref Api, RouteKey: GET /open } }\n", "Open");

    [Fact]
    public void Prove_Http_WithTheAuthorizerOfAnotherApi_FailsThere() => Fails(
        Doors.LambdaGate.But("      ApiId: !Ref Api\n      Name: gate", "      ApiId: !Ref Other\n      Name: gate") + "  Other: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: other, ProtocolType: HTTP } }\n",
        "Domain");

    [Theory]
    [InlineData(Code + "\"", Code + "\"// ", "Function: whom it lets in is not known: its code")]
    [InlineData("timingSafeEqual(secret, digest(sent))", "true", "Function: whom it lets in is not known: its code")]
    [InlineData("Handler: index.handler", "Handler: index.other", "Function: whom it lets in is not known")]
    [InlineData("Runtime: nodejs24.x", "Runtime: python3.12", "Function: whom it lets in is not known")]
    [InlineData("Handler: index.handler", "Handler: index.handler\n      Layers: ['arn:aws:lambda:eu-west-1:111122223333:layer:sdk:1']", "Function: whom it lets in is not known")]
    [InlineData("GREEN: !Ref Green", "GREEN: !Ref Green, NODE_OPTIONS: --require more.js", "its environment is not BLUE and GREEN alone")]
    [InlineData(", GREEN: !Ref Green", "", "its environment is not BLUE and GREEN alone")]
    [InlineData("BLUE: !Ref Blue", "BLUE: another/secret", "resolved only at deployment")]
    [InlineData("BLUE: !Ref Blue", "BLUE: !Ref Value", "Value")]
    [InlineData("${Function.Arn}/invocations", "${Function.Arn}:1/invocations", "whom its function lets in")]
    [InlineData("${Function.Arn}/invocations", "arn:aws:lambda:eu-west-1:111122223333:function:gate/invocations", "whom its function lets in")]
    [InlineData("EnableSimpleResponses: true", "EnableSimpleResponses: false", "simple answers")]
    [InlineData("AuthorizerPayloadFormatVersion: '2.0'", "AuthorizerPayloadFormatVersion: '1.0'", "simple answers")]
    [InlineData(Sources, "IdentitySource: [$request.header.x-origin-verify, $request.header.authorization]", "identity source")]
    [InlineData("AuthorizerResultTtlInSeconds: 300\n      " + Sources, "AuthorizerResultTtlInSeconds: 0", "identity source")]
    [InlineData("AuthorizerId: !Ref Authorizer", "AuthorizerId: abc123", "its authorizer is not among the given templates")]
    [InlineData("AuthorizationType: CUSTOM", "AuthorizationType: !Ref Value", "Value")]
    [InlineData("    Type: AWS::Lambda::Function", "    Type: AWS::Lambda::Function\n    Condition: Maybe", "Function")]
    [InlineData("ProtocolType: HTTP", "ProtocolType: HTTP, Target: https://orders.example.com", "Target")]
    public void Prove_Http_WithSomethingUnknown_IsUndecided(string text, string instead, string reason) => Undecided(Doors.LambdaGate.But(text, instead), reason);

    [Theory]
    [InlineData(Guard, "", "Route")]
    [InlineData(Guard, ", AuthorizationType: AWS_IAM", "Route")]
    [InlineData("RouteKey: $connect", "RouteKey: other", "Api")]
    [InlineData("HeaderName: x-origin-verify", "HeaderName: x-origin", "Door")]
    public void Prove_WebSocket_Changed_FailsThere(string text, string instead, string names) => Fails(Doors.WebSocketGate.But(text, instead), names);

    // Nothing is remembered of connections: the function is asked about each.
    [Theory]
    [InlineData("IdentitySource: [route.request.header.x-origin-verify]", "IdentitySource: []", "identity source")]
    [InlineData("RouteKey: $connect", "RouteKey: !Ref Value", "Value")]
    public void Prove_WebSocket_WithSomethingUnknown_IsUndecided(string text, string instead, string reason) => Undecided(Doors.WebSocketGate.But(text, instead), reason);
}
