using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What passes between the two stacks of a <see cref="ServiceFrontDoor"/>: names, all decided before either is made.</summary>
/// <param name="DomainName">The name that clients ask for.</param>
/// <param name="OriginName">The name by which the distribution finds the load balancer.</param>
/// <param name="Props">The settings that need no decision.</param>
internal sealed record ServiceFrontDoorPlan(string DomainName, string OriginName, ServiceFrontDoorProps Props)
{
    public const string Origin = "services";
    private const int Https = 443;

    /// <summary>The names on the load balancer's certificate.</summary>
    public ImmutableArray<string> CertificateNames => Props.KeepsName ? [OriginName, DomainName] : [OriginName];

    /// <summary>Plans the names.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static ServiceFrontDoorPlan From(ServiceFrontDoorProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        var origin = props.OriginName ?? $"origin-{props.DomainName}";
        FrontDoorNameRules.Check(props.DomainName, origin, (props.ZoneName, props.HostedZoneId), [props.Region], context, problems);
        problems.ThrowIfAny();
        return new(props.DomainName, origin, props);
    }

    /// <summary>The origin that the load balancer is.</summary>
    /// <exception cref="PlanException">The distribution could not ask the load balancer.</exception>
    public EdgeOrigin OriginOf(PrivateLoadBalancer? balancer, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(Props.Services));
        var origin = balancer switch
        {
            PrivateAlb alb => OfVpc(alb.Plan, where, problems),
            LockedAlb alb => OfServer(alb.Plan, where, problems),
            _ => null,
        };
        if (origin is null && balancer is not (PrivateAlb or LockedAlb))
        {
            problems.Add(DiagnosticCatalogue.FrontDoorBalancer.At(
                where, $"{balancer?.GetType().Name ?? "nothing"} is no load balancer that CloudFront can ask", "give a PrivateAlb with a VPC origin, or a LockedAlb"));
        }

        problems.ThrowIfAny();
        return origin! with { ReadTimeout = Props.ReadTimeout, KeepaliveTimeout = Props.KeepaliveTimeout };
    }

    /// <summary>The behaviours of the distribution: paths of files, then everything.</summary>
    public ImmutableArray<EdgeBehavior> Behaviors() =>
    [
        .. Props.FilePaths.Select(path => EdgeBehavior.Files(path, Origin)),
        EdgeBehavior.Api(EdgeBehavior.Everything, Origin) with { PassesHost = Props.KeepsName },
    ];

    private EdgeOrigin? OfVpc(PrivateAlbPlan alb, string where, ProblemList problems)
    {
        if (!alb.Props.VpcOrigin)
        {
            problems.Add(DiagnosticCatalogue.FrontDoorBalancer.At(where, $"{alb.Path} has private addresses and is no VPC origin", $"set {nameof(PrivateAlbProps.VpcOrigin)}"));
            return null;
        }

        CheckHost(alb.Path, alb.Origin, where, problems);
        return EdgeOrigin.Vpc(Origin, OriginName, VpcOriginBlueprint.ReferenceOf(alb.Path));
    }

    private EdgeOrigin? OfServer(LockedAlbPlan alb, string where, ProblemList problems)
    {
        if (alb.Listeners.All.FirstOrDefault(listener => listener.Port == Https) is not { } listener)
        {
            problems.Add(DiagnosticCatalogue.FrontDoorBalancer.At(where, $"{alb.Path} has no listener on port {Https}, which CloudFront asks", "give one of its listeners this port"));
            return null;
        }

        CheckHost(alb.Path, listener, where, problems);
        return EdgeOrigin.Server(Origin, OriginName, alb.OriginHeaders);
    }

    private void CheckHost(string path, AlbListener listener, string where, ProblemList problems)
    {
        if (listener.HostName != OriginName)
        {
            problems.Add(DiagnosticCatalogue.FrontDoorBalancer.At(
                where, $"listener '{listener.Name}' of {path} answers to {listener.HostName}, and CloudFront asks for {OriginName}", "give the listener the HostName and the CertificateArn that Services gets"));
        }
    }
}
