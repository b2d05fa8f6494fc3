using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The role with which API Gateway calls one action of one resource, and nothing else.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-request-basic-setup.html</remarks>
internal static class IntegrationRole
{
    private const string RoleId = "Role";

    /// <summary>Makes the role under a backend and gives its ARN, a token.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="action">The action.</param>
    /// <param name="resourceArn">The resource's ARN.</param>
    /// <param name="keyArn">The ARN of the KMS key that encrypts what the action writes.</param>
    public static string Emit(Construct backend, string action, string resourceArn, string? keyArn = null)
    {
        var path = backend.Node.Path;
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, PatternContexts.IsToken);
        List<Value> statements = [Statement(Value.List(action), inputs.Of("ResourceArn", resourceArn))];
        if (keyArn is not null)
        {
            statements.Add(Statement(Value.List("kms:Decrypt", "kms:GenerateDataKey"), inputs.Of("KeyArn", keyArn)));
        }

        builder.Add(
            RoleId,
            "AWS::IAM::Role",
            ("AssumeRolePolicyDocument", Document(Value.Map(
                ("Effect", "Allow"),
                ("Principal", Value.Map(("Service", "apigateway.amazonaws.com"))),
                ("Action", "sts:AssumeRole")))),
            ("Policies", Value.List(Value.Map(("PolicyName", "Integration"), ("PolicyDocument", Document([.. statements]))))),
            ("Tags", new ResourceTags(path).Of("integration")));
        return backend.Emit(builder.Build(path), inputs.Supplied).GetAtt(RoleId, "Arn");
    }

    private static MapValue Statement(Value actions, Value resource) => Value.Map(("Effect", "Allow"), ("Action", actions), ("Resource", resource));

    private static MapValue Document(params Value[] statements) => Value.Map(("Version", "2012-10-17"), ("Statement", Value.List(statements)));
}
