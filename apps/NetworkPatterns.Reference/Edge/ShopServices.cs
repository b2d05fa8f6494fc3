using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;

namespace NetworkPatterns.Reference.Edge;

/// <summary>Services that answer an API without a function in between: a queue, a state machine and a table.</summary>
internal static class ShopServices
{
    /// <summary>The routes that lead to them.</summary>
    public static IEnumerable<ApiRoute> RoutesIn(Stack stack) =>
    [
        new("POST", "/feedback", new QueueBackend(stack, "FeedbackIntake", Feedback(stack))),
        new("POST", "/refunds", new StateMachineBackend(stack, "RefundStart", Refunds(stack))),
        new("GET", "/items/{id}", new TableBackend(stack, "ItemRead", Items(stack), TableOperation.GetItem, "id")),
    ];

    private static Queue Feedback(Stack stack) => new(stack, "Feedback", new QueueProps
    {
        Encryption = QueueEncryption.SQS_MANAGED,
        EnforceSSL = true,
        DeadLetterQueue = new DeadLetterQueue
        {
            Queue = new Queue(stack, "FeedbackUnread", new QueueProps { Encryption = QueueEncryption.SQS_MANAGED, EnforceSSL = true }),
            MaxReceiveCount = 5,
        },
    });

    private static Table Items(Stack stack) => new(stack, "Items", new TableProps
    {
        PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING },
        BillingMode = BillingMode.PAY_PER_REQUEST,
        PointInTimeRecovery = true,
    });

    // Made elsewhere: whoever owns the shop's payments has it.
    private static IStateMachine Refunds(Stack stack) =>
        StateMachine.FromStateMachineArn(stack, "Refunds", $"arn:{Aws.PARTITION}:states:{Aws.REGION}:{Aws.ACCOUNT_ID}:stateMachine:shop-refunds");
}
