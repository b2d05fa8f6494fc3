using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A listener of a <see cref="PrivateNlb"/>, which API Gateway reaches through its VPC link: requests and responses pass as they are.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html</remarks>
internal sealed class VpcLinkBackend(PrivateNlb loadBalancer, NlbListenerPlan listener, TimeSpan? timeout) : IApiBackend
{
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (route.Style != ApiStyle.Rest)
        {
            throw new PlanException(DiagnosticCatalogue.ApiBackendStyle.At(
                $"{route}: {loadBalancer.Plan.Path}", "a VPC link to a Network Load Balancer serves REST APIs only", "use a REST API"));
        }

        if (listener.Listener.EffectiveProtocol == NlbProtocol.Udp)
        {
            throw new PlanException(DiagnosticCatalogue.TargetListener.At(
                $"{route}: {loadBalancer.Plan.Path}", $"listener '{listener.Name}' is for UDP", "name a listener for TCP or TLS"));
        }

        return new(ApiIntegrationType.HttpProxy)
        {
            Method = route.Method,
            Uri = BaseUrl() + route.Path.Replace("+}", "}", StringComparison.Ordinal),
            VpcLinkId = loadBalancer.VpcLinkId,
            Timeout = timeout,
            RequestParameters = route.PathParameters.ToImmutableSortedDictionary(
                name => $"integration.request.path.{name}", name => $"method.request.path.{name}", StringComparer.Ordinal),
            Fingerprint = $"{loadBalancer.Plan.Path}/{listener.Name}",
        };
    }

    // The name is what the certificate is checked against; the VPC link alone decides where the request goes.
    private string BaseUrl() => listener.Listener is { EffectiveProtocol: NlbProtocol.Tls, HostName: { } host }
        ? string.Create(CultureInfo.InvariantCulture, $"https://{host}:{listener.Listener.Port}")
        : string.Create(CultureInfo.InvariantCulture, $"http://{loadBalancer.DnsName}:{listener.Listener.Port}");
}
