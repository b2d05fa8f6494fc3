using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

public sealed class BackendTests
{
    private static readonly ApiRouteContext Route = new(ApiStyle.Rest, "GET", "/orders/{id}/{rest+}");

    [Fact]
    public void PathParameters_OfARoute_AreItsNames() => Route.PathParameters.ShouldBe(["id", "rest"]);

    [Fact]
    public void Http_Route_KeepsItsPathAndMapsItsParameters()
    {
        var integration = new HttpBackend("https://service.example.com/v1/") { Timeout = TimeSpan.FromSeconds(5) }.Integrate(Route);

        integration.Uri.ShouldBe("https://service.example.com/v1/orders/{id}/{rest}");
        integration.Method.ShouldBe("GET");
        integration.RequestParameters["integration.request.path.rest"].ShouldBe("method.request.path.rest");
        integration.Timeout.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Http_WithoutTls_IsRefused() =>
        Should.Throw<PlanException>(() => new HttpBackend("http://service.example.com").Integrate(Route)).Problems.Single().Code.ShouldBe("NP1621");

    [Fact]
    public void Http_MessagesOfAWebSocket_ArePostedWithTheirConnection()
    {
        var integration = new HttpBackend("https://x.example.com/messages") { Timeout = TimeSpan.FromSeconds(5) }.Integrate(new(ApiStyle.WebSocket, "$default", ""));

        integration.Method.ShouldBe("POST");
        integration.Uri.ShouldBe("https://x.example.com/messages");
        integration.Timeout.ShouldBe(TimeSpan.FromSeconds(5));
        integration.RequestParameters["integration.request.header.connectionId"].ShouldBe("context.connectionId");
        integration.RequestParameters["integration.request.header.routeKey"].ShouldBe("context.routeKey");
    }

    [Fact]
    public void Mock_Answer_HasStatusAndBody()
    {
        var integration = new MockBackend(404, """{"message":"gone"}""").Integrate(Route);

        integration.RequestTemplates["application/json"].ShouldBe("""{"statusCode":404}""");
        integration.Responses.Single().StatusCode.ShouldBe(404);
        integration.Responses.Single().Templates["application/json"].ShouldBe("""{"message":"gone"}""");
    }

    [Fact]
    public void Mock_InAnHttpApi_IsRefused() =>
        Should.Throw<PlanException>(() => new MockBackend().Integrate(Route with { Style = ApiStyle.Http })).Problems.Single().Code.ShouldBe("NP1620");
}
