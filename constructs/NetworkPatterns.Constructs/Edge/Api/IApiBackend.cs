using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What answers the requests of a route: a Lambda function, an HTTP endpoint, a service behind a VPC link, another AWS service.</summary>
/// <remarks>
/// A backend that needs resources of its own (a VPC link, a role) is a construct in the API's stack. What differs by route is
/// data that <see cref="Integrate"/> returns; the API writes it, and the permissions that go with it.
/// </remarks>
public interface IApiBackend
{
    /// <summary>How one route reaches the backend. Asked once for each route, before the API exists.</summary>
    /// <param name="route">The route.</param>
    /// <exception cref="Core.Diagnostics.PlanException">The backend cannot serve this route.</exception>
    ApiIntegration Integrate(ApiRouteContext route);
}

/// <summary>The kinds of APIs that API Gateway has.</summary>
public enum ApiStyle
{
    /// <summary>REST API (<c>AWS::ApiGateway</c>).</summary>
    Rest,

    /// <summary>HTTP API (<c>AWS::ApiGatewayV2</c>).</summary>
    Http,

    /// <summary>WebSocket API (<c>AWS::ApiGatewayV2</c>).</summary>
    WebSocket,
}

/// <summary>The route that a backend is asked about.</summary>
/// <param name="Style">What kind of API has it: integrations differ.</param>
/// <param name="Method">The method, <c>ANY</c> for all; of a WebSocket API its route key.</param>
/// <param name="Path">The path, such as <c>/orders/{id}</c> or <c>/{proxy+}</c>; empty for a WebSocket API.</param>
public sealed record ApiRouteContext(ApiStyle Style, string Method, string Path)
{
    /// <summary>The names of the path's parameters, without braces and plus: a REST API maps <c>method.request.path.</c> and the name.</summary>
    public ImmutableArray<string> PathParameters =>
    [
        .. Path.Split('/')
            .Where(segment => segment.StartsWith('{') && segment.EndsWith('}'))
            .Select(segment => segment[1..^1].TrimEnd('+')),
    ];

    /// <summary>Where the route is, for problems.</summary>
    public override string ToString() => $"{Method} {Path}".TrimEnd();
}
