using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A listener of a <see cref="PrivateNlb"/>, which API Gateway reaches through its VPC link: requests and responses pass as they are.</summary>
/// <remarks>
/// WebSocket APIs know VPC links to Network Load Balancers only.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html and
/// https://docs.aws.amazon.com/whitepapers/latest/best-practices-api-gateway-private-apis-integration/websocket-api.html</para>
/// </remarks>
internal sealed class VpcLinkBackend(PrivateNlb loadBalancer, NlbListenerPlan listener, TimeSpan? timeout) : IApiBackend
{
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (route.Style == ApiStyle.Http)
        {
            throw ServiceIntegration.NotFor(route, loadBalancer.Plan.Path, "REST and WebSocket APIs");
        }

        if (listener.Listener.EffectiveProtocol == NlbProtocol.Udp)
        {
            throw new PlanException(DiagnosticCatalogue.TargetListener.At(
                $"{route}: {loadBalancer.Plan.Path}", $"listener '{listener.Name}' is for UDP", "name a listener for TCP or TLS"));
        }

        var fingerprint = $"{loadBalancer.Plan.Path}/{listener.Name}";
        if (route.Style == ApiStyle.WebSocket)
        {
            return WebSocketMessages.Posted(BaseUrl()) with { VpcLinkId = loadBalancer.VpcLinkId, Timeout = timeout, Fingerprint = fingerprint };
        }

        return new(ApiIntegrationType.HttpProxy)
        {
            Method = route.Method,
            Uri = BaseUrl() + route.Path.Replace("+}", "}", StringComparison.Ordinal),
            VpcLinkId = loadBalancer.VpcLinkId,
            Timeout = timeout,
            RequestParameters = route.PathParameters.ToImmutableSortedDictionary(
                name => $"integration.request.path.{name}", name => $"method.request.path.{name}", StringComparer.Ordinal),
            Fingerprint = fingerprint,
        };
    }

    // The name is what the certificate is checked against; the VPC link alone decides where the request goes.
    private string BaseUrl() => listener.Listener is { EffectiveProtocol: NlbProtocol.Tls, HostName: { } host }
        ? string.Create(CultureInfo.InvariantCulture, $"https://{host}:{listener.Listener.Port}")
        : string.Create(CultureInfo.InvariantCulture, $"http://{loadBalancer.DnsName}:{listener.Listener.Port}");
}
