using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Edge.Api;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A listener of a <see cref="PrivateAlb"/>, which API Gateway reaches through its VPC link v2: requests and responses pass as they are.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html</remarks>
internal sealed class VpcLinkV2Backend(PrivateAlb loadBalancer, AlbListener listener, TimeSpan? timeout) : IApiBackend
{
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        var integration = new ApiIntegration(ApiIntegrationType.HttpProxy)
        {
            Method = route.Method,
            VpcLinkId = loadBalancer.VpcLinkId,
            Timeout = timeout,
            Fingerprint = $"{loadBalancer.Plan.Path}/{listener.Name}",
        };
        return route.Style switch
        {
            ApiStyle.Http => integration with { Uri = loadBalancer.ListenerArn(listener.Name), ServerName = listener.HostName },
            ApiStyle.Rest => integration with
            {
                Uri = string.Create(CultureInfo.InvariantCulture, $"https://{listener.HostName}:{listener.Port}{route.Path.Replace("+}", "}", StringComparison.Ordinal)}"),
                TargetArn = loadBalancer.LoadBalancerArn,
                RequestParameters = route.PathParameters.ToImmutableSortedDictionary(
                    name => $"integration.request.path.{name}", name => $"method.request.path.{name}", StringComparer.Ordinal),
            },
            _ => throw ServiceIntegration.NotFor(route, loadBalancer.Plan.Path, "REST and HTTP APIs"),
        };
    }
}
