using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>
/// Services behind an Application Load Balancer that is reached through CloudFront and AWS WAF only, without an API Gateway: a stack for the services in
/// their Region, and a stack in us-east-1 for the distribution, its certificate, its WebACL and its records.
/// </summary>
/// <remarks>
/// Between the stacks pass names that are decided before either is made: the origin's, and that of the secret with the lock's value or with the ID of
/// the VPC origin. The services' stack deploys first; <c>cdk deploy --all</c> does so. It promises that the distribution is the load balancer's single entrance. See <see cref="PrivateAlb"/>,
/// <see cref="LockedAlb"/>, <see cref="EdgeDistribution"/> and <see cref="WebAcl"/> for the resources.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html</para>
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html</para>
/// </remarks>
public sealed class ServiceFrontDoor : Construct
{
    private readonly FrontDoorEdge _edge;

    /// <summary>Plans the front door and makes its stacks.</summary>
    /// <param name="scope">An app or a stage.</param>
    /// <param name="id">Its name; the stacks' names begin with it.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">Carries every problem of the props, or of the load balancer.</exception>
    public ServiceFrontDoor(Construct scope, string id, ServiceFrontDoorProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = new PatternContext(Node.Path, nameof(ServiceFrontDoorProps), props.Region, PatternContexts.IsToken);
        var plan = ServiceFrontDoorPlan.From(props, context);
        RegionalStack = new Stack(this, "Regional", FrontDoorEdge.StackIn(props, props.Region, $"The services of {plan.DomainName}"));
        // Beside what the user puts into the stack under names of their own.
        var own = new Construct(RegionalStack, "FrontDoor");
        var zone = Zones.FromId(own, "HostedZone", props.HostedZoneId, props.ZoneName);
        var certificate = new ZonedCertificate(own, "Certificate", new ZonedCertificateProps { Names = plan.CertificateNames, Zones = [zone] });
        LoadBalancer = props.Services(new(RegionalStack, plan.OriginName, certificate.CertificateArn));
        var origin = plan.OriginOf(LoadBalancer, context);
        _ = new SimpleRecord(own, "Record", new SimpleRecordProps
        {
            Zone = zone,
            Name = plan.OriginName,
            Target = Alias.LoadBalancer(LoadBalancer.DnsName, LoadBalancer.CanonicalHostedZoneId),
        });
        _edge = new FrontDoorEdge(this, props, RegionalStack, "it reads a secret of the load balancer's stack, and asks the load balancer");
        Distribution = _edge.Distribute([origin], plan.Behaviors());
        Distribution.Guarantee(new SingleEntrance(LoadBalancer.AsParty(), Distribution.AsParty()));
    }

    /// <summary>The services' stack.</summary>
    public Stack RegionalStack { get; }

    /// <summary>The distribution's stack, in us-east-1.</summary>
    public Stack EdgeStack => _edge.Stack;

    /// <summary>The load balancer that <see cref="ServiceFrontDoorProps.Services"/> gave.</summary>
    public PrivateLoadBalancer LoadBalancer { get; }

    /// <summary>The WebACL of the distribution.</summary>
    public WebAcl WebAcl => _edge.WebAcl;

    /// <summary>The distribution.</summary>
    public EdgeDistribution Distribution { get; }
}
