using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What makes an HTTP or WebSocket API refuse everybody but its own distribution: secrets, a function that reads them, and an authorizer.</summary>
/// <remarks>
/// The distribution reads its secret at deployment, by a dynamic reference in its own Region; the function reads both when it is first asked.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html</para>
/// </remarks>
internal static class OriginGateBlueprint
{
    private const string FunctionId = "OriginGate";
    private const string RoleId = "OriginGateRole";
    private const string LogGroupId = "OriginGateLogs";

    // The newest that AWS Lambda offers: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
    private const string Runtime = "nodejs24.x";
    private const int MemoryMegabytes = 128;
    private const int TimeoutSeconds = 5;

    // An answer rests on the header alone, which is the identity source: the same header gets the same answer on every route.
    private static readonly TimeSpan HttpResultTtl = TimeSpan.FromMinutes(5);

    /// <summary>Adds the gate to an API that has this lock.</summary>
    /// <param name="builder">The blueprint of the API.</param>
    /// <param name="style">HTTP or WebSocket.</param>
    /// <param name="originLock">The lock.</param>
    /// <param name="context">Where the API stands.</param>
    /// <param name="logRetentionDays">Days for which the function's logs are kept.</param>
    public static void AddTo(BlueprintBuilder builder, ApiStyle style, OriginLock originLock, PatternContext context, int logRetentionDays)
    {
        if (originLock.Kind != OriginLockKind.LambdaGate)
        {
            return;
        }

        var tags = new ResourceTags(context.Path);
        OriginSecrets.AddTo(builder, originLock, context.Path, context.Region);
        builder
            .Add(RetainedLogGroup.Of(LogGroupId, ("RetentionInDays", logRetentionDays), ("Tags", tags.Of("origin-gate"))))
            .Add(RoleId, "AWS::IAM::Role",
                ("AssumeRolePolicyDocument", Document(Value.Map(
                    ("Effect", "Allow"), ("Principal", Value.Map(("Service", "lambda.amazonaws.com"))), ("Action", "sts:AssumeRole")))),
                ("Policies", Value.List(Value.Map(("PolicyName", "OriginGate"), ("PolicyDocument", Document(
                    Value.Map(
                        ("Effect", "Allow"),
                        ("Action", "secretsmanager:GetSecretValue"),
                        ("Resource", Value.List(OriginSecrets.Colours.Select(colour => Value.Ref(OriginSecrets.IdOf(colour)))))),
                    Value.Map(
                        ("Effect", "Allow"),
                        ("Action", Value.List("logs:CreateLogStream", "logs:PutLogEvents")),
                        ("Resource", Value.GetAtt(LogGroupId, "Arn")))))))),
                ("Tags", tags.Of("origin-gate")))
            .Add(FunctionId, "AWS::Lambda::Function",
                ("Description", "Lets in whoever sends one of the secrets that CloudFront sends"),
                ("Runtime", Runtime),
                ("Handler", OriginGateCode.Handler),
                ("Code", Value.Map(("ZipFile", OriginGateCode.Text))),
                ("Role", Value.GetAtt(RoleId, "Arn")),
                ("Environment", Value.Map(("Variables", Value.Map(OriginGateCode.Variables.Zip(OriginSecrets.Colours, (variable, colour) =>
                    (variable, (Value?)Value.Ref(OriginSecrets.IdOf(colour)))))))),
                ("LoggingConfig", Value.Map(("LogGroup", Value.Ref(LogGroupId)))),
                ("MemorySize", MemoryMegabytes),
                ("Timeout", TimeoutSeconds),
                ("Tags", tags.Of("origin-gate")));
        RequestAuthorizerBlueprint.AddTo(builder, style, new(
            ApiAuthorizer.OriginGate,
            Value.GetAtt(FunctionId, "Arn"),
            [style == ApiStyle.Http ? $"$request.header.{OriginLock.HeaderName}" : $"route.request.header.{OriginLock.HeaderName}"],
            style == ApiStyle.Http ? HttpResultTtl : TimeSpan.Zero));
    }

    private static MapValue Document(params Value[] statements) => Value.Map(("Version", "2012-10-17"), ("Statement", Value.List(statements)));
}
