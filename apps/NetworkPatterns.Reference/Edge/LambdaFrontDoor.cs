using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;

namespace NetworkPatterns.Reference.Edge;

/// <summary>
/// A site and an API behind one name: a function, a queue, a state machine and a table answer the API, users sign in with Amazon Cognito, partners have
/// API keys.
/// </summary>
public static class LambdaFrontDoor
{
    private const string Region = "eu-west-1";

    private const string Code = """
        import json

        def handler(event, context):
            return {"statusCode": 200, "body": json.dumps({"path": event["path"]})}

        """;

    /// <summary>Adds its stacks.</summary>
    public static ApiFrontDoor AddTo(Construct scope, string id)
    {
        var door = new ApiFrontDoor(scope, id, new ApiFrontDoorProps
        {
            DomainName = "shop.lambda.example",
            ZoneName = "lambda.example",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = Region,
            Countries = EdgeCountries.Only("NL", "BE", "DE"),
            HasSite = true,
            IsSinglePage = true,
            Api = Api,
        });
        DoorAlarms.AddTo(door);
        return door;
    }

    private static RegionalRestApiProps Api(Stack stack)
    {
        var orders = Orders(stack);
        return new()
        {
            Routes =
            [
                new("GET", "/orders/{id}", new LambdaBackend(orders)),
                new("POST", "/orders", new LambdaBackend(orders))
                {
                    Body = new("Order", """{"$schema":"http://json-schema.org/draft-04/schema#","type":"object","required":["item"],"properties":{"item":{"type":"string"}}}"""),
                    Throttle = new(50, 100),
                },
                new("GET", "/reports", new LambdaBackend(orders)) { NeedsApiKey = true },
                .. ShopServices.RoutesIn(stack),
            ],
            DefaultAuthorizer = ApiAuthorizer.Cognito("users", Users(stack)),
            UsagePlans = [new("partners", new(5, 10), 10_000, ["bank"])],
            Cors = new(["https://admin.lambda.example"]),
            Account = new ApiGatewayAccount(stack, "ApiGateway"),
        };
    }

    private static IFunction Orders(Stack stack)
    {
        var role = new CfnRole(stack, "OrdersRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps
            {
                Statements = [new PolicyStatement(new PolicyStatementProps { Actions = ["sts:AssumeRole"], Principals = [new ServicePrincipal("lambda.amazonaws.com")] })],
            }),
        });
        var function = new CfnFunction(stack, "Orders", new CfnFunctionProps
        {
            Runtime = "python3.12",
            Handler = "index.handler",
            Role = role.AttrArn,
            Code = new CfnFunction.CodeProperty { ZipFile = Code },
        });
        return Function.FromFunctionArn(stack, "OrdersView", function.AttrArn);
    }

    private static IUserPool Users(Stack stack)
    {
        var pool = new CfnUserPool(stack, "Users", new CfnUserPoolProps
        {
            MfaConfiguration = "ON",
            EnabledMfas = ["SOFTWARE_TOKEN_MFA"],
            DeletionProtection = "ACTIVE",
            Policies = new CfnUserPool.PoliciesProperty
            {
                PasswordPolicy = new CfnUserPool.PasswordPolicyProperty
                {
                    MinimumLength = 12,
                    RequireLowercase = true,
                    RequireNumbers = true,
                    RequireSymbols = true,
                    RequireUppercase = true,
                },
            },
            UserPoolAddOns = new CfnUserPool.UserPoolAddOnsProperty { AdvancedSecurityMode = "ENFORCED" },
        });
        pool.AddPropertyOverride("UserPoolTier", "PLUS");
        return UserPool.FromUserPoolArn(stack, "UsersView", pool.AttrArn);
    }
}
