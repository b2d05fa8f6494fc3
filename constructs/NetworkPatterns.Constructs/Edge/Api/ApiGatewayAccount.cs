using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Lets API Gateway write logs, for the whole account in one Region. Make it once, in a stack that stays.</summary>
/// <remarks>
/// Emits <c>AWS::ApiGateway::Account</c> and <c>AWS::IAM::Role</c>, both retained: were they deleted with a stack, every API of the account
/// and Region would stop logging.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html</para>
/// </remarks>
public sealed class ApiGatewayAccount : Construct
{
    private const string AccountId = "Account";
    private const string RoleId = "LogRole";

    /// <summary>Makes the setting.</summary>
    /// <exception cref="PlanException">The app makes it already for this account and Region.</exception>
    public ApiGatewayAccount(Construct scope, string id)
        : base(scope, id)
    {
        var stack = Stack.Of(this);
        var marker = $"NetworkPatternsApiGatewayAccount-{(PatternContexts.IsToken(stack.Account) ? "any" : stack.Account)}-{(PatternContexts.IsToken(stack.Region) ? "any" : stack.Region)}";
        if (Node.Root.Node.TryFindChild(marker) is not null)
        {
            throw new PlanException(DiagnosticCatalogue.ApiAccount.At(
                Node.Path, "the app sets API Gateway's log role for this account and Region twice", "make it once, and give it to every API that needs it"));
        }

        _ = new Construct((Construct)Node.Root, marker);
        Resource = this.Emit(ToBlueprint(Node.Path)).GetResource(AccountId);
    }

    /// <summary>The typed L1 of the setting, for dependencies.</summary>
    public CfnResource Resource { get; }

    // AWS's managed policy for this writes to every log group; this one to those that API Gateway names itself.
    private static Blueprint ToBlueprint(string path) => new BlueprintBuilder()
        .Add(new(AccountId, "AWS::ApiGateway::Account", Value.Map(("CloudWatchRoleArn", Value.GetAtt(RoleId, "Arn"))))
        {
            DeletionPolicy = ResourcePolicy.Retain,
            UpdateReplacePolicy = ResourcePolicy.Retain,
        })
        .Add(new(RoleId, "AWS::IAM::Role", Value.Map(
            ("AssumeRolePolicyDocument", Value.Map(
                ("Version", "2012-10-17"),
                ("Statement", Value.List(Value.Map(
                    ("Effect", "Allow"),
                    ("Principal", Value.Map(("Service", "apigateway.amazonaws.com"))),
                    ("Action", "sts:AssumeRole")))))),
            ("Policies", Value.List(Value.Map(
                ("PolicyName", "WriteLogs"),
                ("PolicyDocument", Value.Map(
                    ("Version", "2012-10-17"),
                    ("Statement", Value.List(Value.Map(
                        ("Effect", "Allow"),
                        ("Action", Value.List(
                            "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents", "logs:GetLogEvents", "logs:FilterLogEvents")),
                        ("Resource", Value.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*"))))))))))))
        {
            DeletionPolicy = ResourcePolicy.Retain,
            UpdateReplacePolicy = ResourcePolicy.Retain,
            Metadata = CdkNag.Suppress("AwsSolutions-IAM5", "API Gateway names the log groups of executions itself, and asks for these actions on all of them."),
        })
        .Build(path);
}
