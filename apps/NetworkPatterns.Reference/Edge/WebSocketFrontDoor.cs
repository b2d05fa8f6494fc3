using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;

namespace NetworkPatterns.Reference.Edge;

/// <summary>A WebSocket API behind CloudFront and AWS WAF: a function answers messages.</summary>
public static class WebSocketFrontDoor
{
    private const string Code = """
        import json

        def handler(event, context):
            return {"statusCode": 200, "body": json.dumps({"route": event["requestContext"]["routeKey"]})}

        """;

    /// <summary>Adds its stacks.</summary>
    public static ApiFrontDoor AddTo(Construct scope, string id)
    {
        var door = new ApiFrontDoor(scope, id, new ApiFrontDoorProps
        {
            DomainName = "live.scores.example",
            ZoneName = "scores.example",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = "eu-west-1",
            Countries = EdgeCountries.Only("NL", "BE", "DE"),
            Api = stack => Api(stack, Scores(stack)),
        });
        DoorAlarms.AddTo(door);
        return door;
    }

    private static RegionalWebSocketApiProps Api(Stack stack, CfnFunction function)
    {
        var scores = new LambdaBackend(Function.FromFunctionArn(stack, "ScoresView", function.AttrArn));
        return new()
        {
            Routes =
            [
                new(WebSocketRoute.Connect, scores),
                new(WebSocketRoute.Disconnect, scores),
                new("subscribe", scores) { Throttle = new(100, 200), Answers = true },
                new(WebSocketRoute.Default, scores) { Answers = true },
            ],
            Authorizer = ApiAuthorizer.Public("Scores are for everybody who comes through the distribution."),
            Lock = OriginLock.LambdaGate(),
        };
    }

    private static CfnFunction Scores(Stack stack)
    {
        var role = new CfnRole(stack, "ScoresRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new PolicyDocument(new PolicyDocumentProps
            {
                Statements = [new PolicyStatement(new PolicyStatementProps { Actions = ["sts:AssumeRole"], Principals = [new ServicePrincipal("lambda.amazonaws.com")] })],
            }),
        });
        return new CfnFunction(stack, "Scores", new CfnFunctionProps
        {
            Runtime = "python3.12",
            Handler = "index.handler",
            Role = role.AttrArn,
            Code = new CfnFunction.CodeProperty { ZipFile = Code },
        });
    }
}
