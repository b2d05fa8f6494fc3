using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A queue of Amazon SQS that gets the body of each request as a message; the client is told 202 (of an HTTP API 200) at once.</summary>
/// <remarks>
/// Emits <c>AWS::IAM::Role</c> that may send to this queue only, and use its key where it has one of your own. For queues that are not FIFO.
/// Messages of a WebSocket API have their connection's ID as the attribute <c>connectionId</c>.
/// <para>Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html</para>
/// </remarks>
public sealed class QueueBackend : Construct, IApiBackend
{
    private const int Accepted = 202;
    private readonly string _path;
    private readonly string _roleArn;
    private readonly string _queueName;
    private readonly string _queueUrl;

    /// <summary>Makes the backend.</summary>
    /// <param name="scope">Where it belongs: the API's stack.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="queue">The queue, of the same account and Region.</param>
    /// <exception cref="PlanException">The queue is FIFO: no message would say which group it belongs to.</exception>
    public QueueBackend(Construct scope, string id, IQueue queue)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(queue);
        _path = Node.Path;
        if (queue.Fifo)
        {
            throw new PlanException(DiagnosticCatalogue.QueueIsFifo.At(
                $"{_path}: queue", $"{queue.Node.Path} is FIFO, and a request's body says nothing of a message group", "use a queue that is not FIFO, or a Lambda function that knows the group"));
        }

        _queueName = queue.QueueName;
        _queueUrl = queue.QueueUrl;
        _roleArn = IntegrationRole.Emit(this, "sqs:SendMessage", queue.QueueArn, queue.EncryptionMasterKey?.KeyArn);
    }

    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return route.Style switch
        {
            ApiStyle.Rest => Send(""),
            // By this whoever reads the message can write to the client.
            ApiStyle.WebSocket => Send("&MessageAttribute.1.Name=connectionId&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=$util.urlEncode($context.connectionId)"),
            ApiStyle.Http => ServiceIntegration.Http("SQS-SendMessage", _roleArn, _path, ("QueueUrl", _queueUrl), ("MessageBody", "$request.body")),
            _ => throw ServiceIntegration.NotFor(route, _path, "REST, HTTP and WebSocket APIs"),
        };
    }

    private ApiIntegration Send(string attributes) => ServiceIntegration.Rest(
        $"arn:{Aws.PARTITION}:apigateway:{Aws.REGION}:sqs:path/{Aws.ACCOUNT_ID}/{_queueName}",
        _roleArn,
        $"Action=SendMessage&MessageBody=$util.urlEncode($input.body){attributes}",
        """{"messageId":"$input.path('$.SendMessageResponse.SendMessageResult.MessageId')"}""",
        _path,
        Accepted) with
    {
        RequestParameters = ImmutableSortedDictionary<string, string>.Empty.Add("integration.request.header.Content-Type", "'application/x-www-form-urlencoded'"),
    };
}
