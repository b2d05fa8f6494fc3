using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

/// <summary>What routes become that lead to AWS services and load balancers.</summary>
[Collection(CdkCollection.Name)]
public sealed class ServiceBackendTests
{
    private static readonly ApiRouteContext Rest = new(ApiStyle.Rest, "POST", "/orders");
    private static readonly ApiRouteContext Http = new(ApiStyle.Http, "POST", "/orders");
    private static readonly ApiRouteContext WebSocket = new(ApiStyle.WebSocket, "$default", "");

    private readonly Stack _stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));

    [Fact]
    public void Queue_Rest_SendsTheBodyAndAccepts()
    {
        var integration = new QueueBackend(_stack, "Intake", new Queue(_stack, "Queue")).Integrate(Rest);

        integration.Type.ShouldBe(ApiIntegrationType.Aws);
        Resolved(integration.Uri!).ShouldContain(":sqs:path/");
        integration.RequestTemplates["application/json"].ShouldBe("Action=SendMessage&MessageBody=$util.urlEncode($input.body)");
        integration.RequestParameters["integration.request.header.Content-Type"].ShouldBe("'application/x-www-form-urlencoded'");
        integration.Responses.Select(response => response.StatusCode).ShouldBe([202, 400, 502]);
        PolicyOf("IntakeRole").ShouldBe(["sqs:SendMessage Queue4A7E3555"]);
    }

    [Fact]
    public void Queue_WithAKey_MayUseIt()
    {
        var queue = new Queue(_stack, "Queue", new QueueProps { EncryptionMasterKey = new Key(_stack, "Key", new KeyProps { EnableKeyRotation = true }) });

        _ = new QueueBackend(_stack, "Intake", queue);

        PolicyOf("IntakeRole").ShouldBe(["sqs:SendMessage Queue4A7E3555", "kms:Decrypt,kms:GenerateDataKey Key961B73FD"]);
    }

    [Fact]
    public void Queue_Http_IsAnOperation()
    {
        var integration = new QueueBackend(_stack, "Intake", new Queue(_stack, "Queue")).Integrate(Http);

        integration.Type.ShouldBe(ApiIntegrationType.AwsProxy);
        integration.Subtype.ShouldBe("SQS-SendMessage");
        integration.RequestParameters.Keys.ShouldBe(["MessageBody", "QueueUrl"]);
    }

    [Fact]
    public void Queue_WebSocket_IsToldTheConnection()
    {
        var integration = new QueueBackend(_stack, "Intake", new Queue(_stack, "Queue")).Integrate(WebSocket);

        integration.Type.ShouldBe(ApiIntegrationType.Aws);
        integration.RequestTemplates.Values.ShouldHaveSingleItem().ShouldBe(
            "Action=SendMessage&MessageBody=$util.urlEncode($input.body)"
            + "&MessageAttribute.1.Name=connectionId&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=$util.urlEncode($context.connectionId)");
    }

    [Fact]
    public void StateMachine_WebSocket_Starts() =>
        Resolved(new StateMachineBackend(_stack, "Start", Machine(StateMachineType.STANDARD)).Integrate(WebSocket).Uri!).ShouldContain(":states:action/StartExecution");

    [Fact]
    public void LoadBalancer_WebSocket_GetsMessagesThroughTheLink()
    {
        var balancer = new BackendStack().Balancer(BackendStack.Listener());

        var integration = balancer.Backend("api", TimeSpan.FromSeconds(5)).Integrate(WebSocket);

        integration.Method.ShouldBe("POST");
        integration.VpcLinkId.ShouldBe(balancer.VpcLinkId);
        integration.Uri!.ShouldStartWith("http://");
        integration.Timeout.ShouldBe(TimeSpan.FromSeconds(5));
        integration.RequestParameters.Keys.ShouldBe(["integration.request.header.connectionId", "integration.request.header.routeKey"]);
    }

    [Fact]
    public void Queue_Fifo_IsRefused() =>
        Should.Throw<PlanException>(() => new QueueBackend(_stack, "Intake", new Queue(_stack, "Queue", new QueueProps { Fifo = true })))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1740");

    [Theory]
    [InlineData(false, "StartExecution")]
    [InlineData(true, "StartSyncExecution")]
    public void StateMachine_Rest_Starts(bool synchronous, string action)
    {
        var machine = Machine(StateMachineType.EXPRESS);

        var integration = new StateMachineBackend(_stack, "Start", machine, synchronous).Integrate(Rest);

        Resolved(integration.Uri!).ShouldContain($":states:action/{action}");
        integration.RequestTemplates["application/json"].ShouldContain("""$util.escapeJavaScript($input.json('$')).replaceAll("\\'","'")""");
        PolicyOf("StartRole").ShouldHaveSingleItem().ShouldStartWith($"states:{action} Machine");
        integration.Responses[0].Templates["application/json"].Contains("responseOverride", StringComparison.Ordinal).ShouldBe(synchronous);
    }

    [Fact]
    public void StateMachine_Standard_CannotBeWaitedFor() =>
        Should.Throw<PlanException>(() => new StateMachineBackend(_stack, "Start", Machine(StateMachineType.STANDARD), synchronous: true))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1741");

    [Theory]
    [InlineData(TableOperation.GetItem)]
    [InlineData(TableOperation.DeleteItem)]
    public void Table_Rest_FindsTheItemOfTheKey(TableOperation operation)
    {
        var backend = new TableBackend(_stack, "Order", Table(), operation, "id");

        var integration = backend.Integrate(new(ApiStyle.Rest, "GET", "/orders/{id}"));

        Resolved(integration.Uri!).ShouldContain($":dynamodb:action/{operation}");
        integration.RequestTemplates["application/json"].ShouldContain("\"Key\":{\"id\":{\"S\":\"$util.escapeJavaScript($input.params().path.get('id'))");
        PolicyOf("OrderRole").ShouldHaveSingleItem().ShouldStartWith($"dynamodb:{operation} Table");
    }

    [Fact]
    public void Table_PathWithoutTheKey_IsRefused() =>
        Should.Throw<PlanException>(() => new TableBackend(_stack, "Order", Table(), TableOperation.GetItem, "id").Integrate(new(ApiStyle.Rest, "GET", "/orders/{order}")))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1742");

    [Fact]
    public void Styles_ThatABackendDoesNotServe_AreRefused()
    {
        var network = new BackendStack();
        var balancer = network.Balancer(BackendStack.Listener());
        IApiBackend[] backends =
        [
            new StateMachineBackend(_stack, "Start", Machine(StateMachineType.EXPRESS), synchronous: true),
            new TableBackend(_stack, "Order", Table(), TableOperation.GetItem, "id"),
        ];

        foreach (var backend in backends)
        {
            Should.Throw<PlanException>(() => backend.Integrate(WebSocket)).Problems.ShouldHaveSingleItem().Diagnostic.ShouldBe(DiagnosticCatalogue.ApiBackendStyle);
        }

        Should.Throw<PlanException>(() => balancer.Backend("api").Integrate(Http)).Problems.ShouldHaveSingleItem().Diagnostic.ShouldBe(DiagnosticCatalogue.ApiBackendStyle);
        Should.Throw<PlanException>(() => backends[1].Integrate(Http)).Problems.ShouldHaveSingleItem().Diagnostic.ShouldBe(DiagnosticCatalogue.ApiBackendStyle);
    }

    [Fact]
    public void LoadBalancer_Tcp_IsAskedByItsNameThroughTheLink()
    {
        var network = new BackendStack();
        var balancer = network.Balancer(BackendStack.Listener());

        var integration = balancer.Backend("api", TimeSpan.FromSeconds(5)).Integrate(new(ApiStyle.Rest, "ANY", "/orders/{id}/{proxy+}"));

        integration.Type.ShouldBe(ApiIntegrationType.HttpProxy);
        integration.Uri.ShouldBe($"http://{balancer.DnsName}:80/orders/{{id}}/{{proxy}}");
        integration.VpcLinkId.ShouldBe(balancer.VpcLinkId);
        integration.Timeout.ShouldBe(TimeSpan.FromSeconds(5));
        integration.RequestParameters.ShouldContainKeyAndValue("integration.request.path.proxy", "method.request.path.proxy");
        integration.Fingerprint.ShouldBe("Dev/Balancer/api");
    }

    [Fact]
    public void LoadBalancer_Tls_IsAskedByTheNameOnItsCertificate()
    {
        var network = new BackendStack();
        var balancer = network.Balancer(BackendStack.Listener(port: 443) with { CertificateArns = [BackendStack.Certificate], HostName = "api.internal.example.com" });

        balancer.Backend("api").Integrate(new(ApiStyle.Rest, "GET", "/orders")).Uri.ShouldBe("https://api.internal.example.com:443/orders");
    }

    [Fact]
    public void LoadBalancer_WithoutALink_HasNoBackend()
    {
        var network = new BackendStack();
        var balancer = network.Balancer(new PrivateNlbProps { Network = network.Network, Listeners = [BackendStack.Listener()], VpcLink = false });

        Should.Throw<InvalidOperationException>(() => balancer.Backend("api").Integrate(Rest)).Message.ShouldContain("no VPC link");
        Should.Throw<KeyNotFoundException>(() => balancer.Backend("web")).Message.ShouldContain("no listener 'web'");
    }

    private StateMachine Machine(StateMachineType type) =>
        new(_stack, "Machine", new StateMachineProps { StateMachineType = type, DefinitionBody = DefinitionBody.FromChainable(new Pass(_stack, "Nothing")) });

    private Table Table() => new(_stack, "Table", new TableProps { PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING } });

    private string Resolved(string text) => System.Text.Json.JsonSerializer.Serialize(_stack.Resolve(text));

    private string[] PolicyOf(string role)
    {
        var template = _stack.UncheckedTemplate();
        var id = template.LogicalIds("AWS::IAM::Role").Single(id => id.StartsWith(role, StringComparison.Ordinal));
        return
        [
            .. template.Properties(id)["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().Select(statement =>
                $"{string.Join(',', Texts(statement!["Action"]!))} {statement["Resource"]!["Fn::GetAtt"]?[0] ?? statement["Resource"]!["Ref"]}"),
        ];
    }

    private static IEnumerable<string> Texts(JsonNode node) => node is JsonArray list ? list.Select(item => item!.GetValue<string>()) : [node.GetValue<string>()];
}
