using System.Collections.Immutable;
using System.Globalization;
using Constructs;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What an <see cref="ExistingNlb"/> is.</summary>
public sealed class ExistingNlbProps
{
    /// <summary>
    /// The load balancer's ARN, a literal or a token. It is a Network Load Balancer, internal, of this account and Region, whose security groups, where
    /// it has any, are not enforced on PrivateLink traffic: nothing here can see whether it is.
    /// </summary>
    public required string LoadBalancerArn { get; init; }

    /// <summary>Its DNS name; with <see cref="Tls"/> a name on the listener's certificate.</summary>
    public required string HostName { get; init; }

    /// <summary>The listener's port, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>Whether the listener is for TLS. Default: no.</summary>
    public bool Tls { get; init; }

    /// <summary>How long to wait, 50 milliseconds to 29 seconds. Default: API Gateway's.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>A Network Load Balancer that somebody else made, for the routes of a REST API: requests go through a VPC link as they are.</summary>
/// <remarks>
/// Emits <c>AWS::ApiGateway::VpcLink</c>, whose target can't be changed: another load balancer replaces it.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html</para>
/// </remarks>
public sealed class ExistingNlb : Construct, IApiBackend
{
    private const string LinkId = "VpcLink";
    private const int LongestName = 64;
    private const int LastPort = 65535;

    private readonly ExistingNlbProps _props;
    private readonly string _path;

    /// <summary>Makes the VPC link.</summary>
    /// <param name="scope">Where it belongs: the API's stack.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">Which load balancer it is.</param>
    /// <exception cref="PlanException">It is not a Network Load Balancer, or the port is none.</exception>
    public ExistingNlb(Construct scope, string id, ExistingNlbProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        _props = props;
        var context = this.ContextFor(nameof(ExistingNlbProps));
        _path = context.Path;
        Check(props, context);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        builder.Add(
            LinkId,
            "AWS::ApiGateway::VpcLink",
            ("Name", _path[Math.Max(0, _path.Length - LongestName)..]),
            ("TargetArns", Value.List(inputs.Of("LoadBalancerArn", props.LoadBalancerArn))),
            ("Tags", new ResourceTags(_path).Of("vpc-link")));
        VpcLinkId = this.Emit(builder.Build(_path), inputs.Supplied).Ref(LinkId);
    }

    /// <summary>The ID of the VPC link, a token.</summary>
    public string VpcLinkId { get; }

    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (route.Style != ApiStyle.Rest)
        {
            throw ServiceIntegration.NotFor(route, _path, "REST APIs");
        }

        return new(ApiIntegrationType.HttpProxy)
        {
            Method = route.Method,
            Uri = string.Create(CultureInfo.InvariantCulture, $"{(_props.Tls ? "https" : "http")}://{_props.HostName}:{_props.Port}{route.Path.Replace("+}", "}", StringComparison.Ordinal)}"),
            VpcLinkId = VpcLinkId,
            Timeout = _props.Timeout,
            RequestParameters = route.PathParameters.ToImmutableSortedDictionary(
                name => $"integration.request.path.{name}", name => $"method.request.path.{name}", StringComparer.Ordinal),
            Fingerprint = _path,
        };
    }

    private static void Check(ExistingNlbProps props, PatternContext context)
    {
        var problems = new ProblemList();
        if (!context.IsToken(props.LoadBalancerArn) && !props.LoadBalancerArn.Contains(":loadbalancer/net/", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.NotANetworkLoadBalancer.At(
                context.At(nameof(props.LoadBalancerArn)), $"'{props.LoadBalancerArn}' is no Network Load Balancer", "give the ARN of one; an Application Load Balancer needs a VPC link v2"));
        }

        if (props.Port is < 1 or > LastPort)
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(context.At(nameof(props.Port)), $"port {props.Port}", $"give 1 to {LastPort}"));
        }

        if (props.Tls && props.HostName.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(DiagnosticCatalogue.ListenerCertificate.At(
                context.At(nameof(props.HostName)), $"no certificate has the name {props.HostName}", "give a name that is on the listener's certificate"));
        }

        problems.ThrowIfAny();
    }
}
