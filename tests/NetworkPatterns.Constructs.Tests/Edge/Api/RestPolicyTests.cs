using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

/// <summary>The resource policy in the template: the lock's denial and the user's statements.</summary>
[Collection(CdkCollection.Name)]
public sealed class RestPolicyTests
{
    private static readonly ApiAuthorizer Open = ApiAuthorizer.Public("anybody may ask for it");

    [Fact]
    public void Statements_OfAnApiThatStandsAlone_AreBesideTheAllowance() => StatementsOf(OriginLock.None, ApiAuthorizer.Iam,
    [
        ApiPolicyStatement.OnlyAddresses("203.0.113.0/24", "2001:db8::/32"),
        ApiPolicyStatement.DenyAddresses("203.0.113.128/25"),
        ApiPolicyStatement.AllowPrincipals("111122223333", "arn:aws:iam::444455556666:role/shop"),
        ApiPolicyStatement.DenyPrincipals("arn:aws:iam::444455556666:role/old"),
    ]).ShouldBeJson("""
        [{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"StringEqualsIfExists":{"aws:PrincipalAccount":{"Ref":"AWS::AccountId"} } } },
         {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"NotIpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/32"]} } },
         {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.128/25"]} } },
         {"Effect":"Allow","Principal":{"AWS":[{"Fn::Sub":"arn:${AWS::Partition}:iam::111122223333:root"},"arn:aws:iam::444455556666:role/shop"]},"Action":"execute-api:Invoke","Resource":"execute-api:/*"},
         {"Effect":"Deny","Principal":{"AWS":["arn:aws:iam::444455556666:role/old"]},"Action":"execute-api:Invoke","Resource":"execute-api:/*"}]
        """);

    [Fact]
    public void Statements_OfAPrivateApi_AreAboutItsVpcsAndTheirAddresses() => StatementsOf(OriginLock.Private("vpce-1"), Open,
    [
        ApiPolicyStatement.OnlyVpcs("vpc-0123456789abcdef0"),
        ApiPolicyStatement.DenyVpcs("vpc-11111111"),
        ApiPolicyStatement.OnlyAddresses("10.0.0.0/16"),
    ]).ShouldBeJson("""
        [{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"},
         {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"StringNotEquals":{"aws:SourceVpce":["vpce-1"]} } },
         {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"StringNotEquals":{"aws:SourceVpc":["vpc-0123456789abcdef0"]} } },
         {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"StringEquals":{"aws:SourceVpc":["vpc-11111111"]} } },
         {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"NotIpAddress":{"aws:VpcSourceIp":["10.0.0.0/16"]} } }]
        """);

    // Everybody on a signed route would be every account of AWS, with a lock's policy too.
    [Fact]
    public void PolicyGate_OfSignedRoutes_AllowsTheOwnAccountOnly()
    {
        var statements = StatementsOf(OriginLock.PolicyGate(), ApiAuthorizer.Iam, [ApiPolicyStatement.AllowPrincipals("111122223333")])!.AsArray();
        statements[0]!["Condition"].ShouldBeJson("""{"StringEqualsIfExists":{"aws:PrincipalAccount":{"Ref":"AWS::AccountId"}}}""");
        statements[1]!["Condition"]!["StringNotEquals"]!["aws:Referer"]!.AsArray().Count.ShouldBe(2);
        statements.Select(statement => statement!["Effect"]!.GetValue<string>()).ShouldBe(["Allow", "Deny", "Allow"]);
        StatementsOf(OriginLock.PolicyGate(), Open, [])![0]!["Condition"].ShouldBeNull();
    }

    [Fact]
    public void HeaderGate_WithoutStatements_HasNoPolicy() => StatementsOf(OriginLock.HeaderGate(), ApiAuthorizer.Iam, []).ShouldBeNull();

    [Fact]
    public void Statements_OfTokens_StandInTheTemplateAsReferences()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var ranges = new CfnParameter(stack, "Offices");
        Statements(stack, OriginLock.None, Open, [ApiPolicyStatement.OnlyAddresses(ranges.ValueAsString)])![1]!["Condition"].ShouldBeJson("""{"NotIpAddress":{"aws:SourceIp":[{"Ref":"Offices"}]}}""");
    }

    [Fact]
    public void Statements_OfADocument_StandInIt()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var document = OpenApiDocument.FromJson("""{"openapi":"3.0.3","info":{"title":"Orders","version":"1"},"paths":{"/orders":{"get":{"responses":{}}}}}""");
        _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Document = document,
            Routes = document.Routes(operation => new(operation.Method, operation.Path, new MockBackend()) { Authorizer = Open }),
            Lock = OriginLock.None,
            PolicyStatements = [ApiPolicyStatement.OnlyAddresses("203.0.113.0/24")],
        });
        var api = stack.Template().Single("AWS::ApiGateway::RestApi")["Properties"]!;
        JsonNode.DeepEquals(api["Policy"], api["Body"]!["x-amazon-apigateway-policy"]).ShouldBeTrue();
        api["Policy"]!["Statement"]!.AsArray().Count.ShouldBe(2);
    }

    private static JsonNode? StatementsOf(OriginLock originLock, ApiAuthorizer authorizer, ApiPolicyStatement[] statements) =>
        Statements(EdgeStacks.NewStack("eu-west-1"), originLock, authorizer, statements);

    private static JsonNode? Statements(Stack stack, OriginLock originLock, ApiAuthorizer authorizer, ApiPolicyStatement[] statements)
    {
        _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Routes = [new("GET", "/orders", new MockBackend())],
            DefaultAuthorizer = authorizer,
            Lock = originLock,
            PolicyStatements = statements,
        });
        RuleException[] otherAccounts = statements.Any(statement => statement.Callers == ApiCallerKind.Principal)
            ? [new("E60", "Dev/DoorApi*", "The accounts that are let in or kept out are others than the stack's.")]
            : [];
        return stack.Template(otherAccounts).Single("AWS::ApiGateway::RestApi")["Properties"]!["Policy"]?["Statement"];
    }
}
