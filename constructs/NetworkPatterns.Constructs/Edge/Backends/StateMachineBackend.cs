using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A state machine of AWS Step Functions that starts with the body of each request, JSON, as its input.</summary>
/// <remarks>
/// Emits <c>AWS::IAM::Role</c> that may start this state machine only. Messages of a WebSocket API start it without waiting. Source:
/// https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
/// </remarks>
public sealed class StateMachineBackend : Construct, IApiBackend
{
    private readonly string _path;
    private readonly string _roleArn;
    private readonly string _arn;
    private readonly bool _synchronous;

    /// <summary>Makes the backend.</summary>
    /// <param name="scope">Where it belongs: the API's stack.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="stateMachine">The state machine, of the same account and Region.</param>
    /// <param name="synchronous">
    /// Whether the client waits, at most 29 seconds, and gets the output: for express workflows only. Default: the client is told which
    /// execution has begun.
    /// </param>
    /// <exception cref="PlanException">A standard workflow is to be waited for.</exception>
    public StateMachineBackend(Construct scope, string id, IStateMachine stateMachine, bool synchronous = false)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(stateMachine);
        _path = Node.Path;
        if (synchronous && stateMachine is StateMachine { StateMachineType: StateMachineType.STANDARD })
        {
            throw new PlanException(DiagnosticCatalogue.StateMachineIsStandard.At(
                $"{_path}: synchronous", $"{stateMachine.Node.Path} is a standard workflow, which nobody can wait for", "make it an express workflow, or leave synchronous out"));
        }

        _synchronous = synchronous;
        _arn = stateMachine.StateMachineArn;
        _roleArn = IntegrationRole.Emit(this, $"states:{Action}", _arn);
    }

    private string Action => _synchronous ? "StartSyncExecution" : "StartExecution";

    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return route.Style switch
        {
            ApiStyle.WebSocket when _synchronous => throw ServiceIntegration.NotFor(route, _path, "REST and HTTP APIs, or without waiting"),
            ApiStyle.Rest or ApiStyle.WebSocket => ServiceIntegration.Action(
                "states",
                Action,
                _roleArn,
                $$"""{"stateMachineArn":"{{_arn}}","input":"{{ServiceIntegration.InJson("$input.json('$')")}}"}""",
                _synchronous ? SyncResponse : """{"executionArn":"$input.path('$.executionArn')"}""",
                _path),
            ApiStyle.Http => ServiceIntegration.Http($"StepFunctions-{Action}", _roleArn, _path, ("StateMachineArn", _arn), ("Input", "$request.body")),
            _ => throw ServiceIntegration.NotFor(route, _path, "REST, HTTP and WebSocket APIs"),
        };
    }

    // Step Functions answers 200 for executions that failed as well.
    private const string SyncResponse =
        """
        #if($input.path('$.status') == "SUCCEEDED")
        $input.path('$.output')
        #else
        #set($context.responseOverride.status = 502)
        {"message":"Bad gateway"}
        #end
        """;
}
