using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>
/// An API on the internet that is reached through CloudFront and AWS WAF only: a stack for the API in its Region, and a stack in us-east-1 for the
/// distribution, its certificate, its WebACL and its records.
/// </summary>
/// <remarks>
/// Between the stacks pass names that are decided before either is made: the origin's name, and the name of the lock's secret. Nothing of
/// one is read by the other, so no custom resource carries values over Regions. The API's stack deploys first; <c>cdk deploy --all</c> does
/// so. It promises that the distribution is the API's single entrance, if it is locked. See <see cref="RegionalRestApi"/>, <see cref="RegionalHttpApi"/>, <see cref="RegionalWebSocketApi"/>, <see cref="EdgeDistribution"/> and <see cref="WebAcl"/> for the resources.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html</para>
/// </remarks>
public sealed class ApiFrontDoor : Construct
{
    private const string ApiId = "Api";

    private readonly FrontDoorEdge _edge;

    /// <summary>Plans the front door and makes its stacks.</summary>
    /// <param name="scope">An app or a stage.</param>
    /// <param name="id">Its name; the stacks' names begin with it.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public ApiFrontDoor(Construct scope, string id, ApiFrontDoorProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = new PatternContext(Node.Path, nameof(ApiFrontDoorProps), props.Region, PatternContexts.IsToken);
        var plan = ApiFrontDoorPlan.From(props, context);
        RegionalStack = new Stack(this, "Regional", FrontDoorEdge.StackIn(props, props.Region, $"The API of {plan.DomainName}"));
        var api = props.Api(RegionalStack);
        ApiFrontDoorPlan.CheckApi(api, props.DomainName, props.KeepsName, context);
        Api = MakeApi(api, props, plan);
        _edge = new FrontDoorEdge(this, props, RegionalStack, "it reads the secret of the API's lock, and asks the API");
        Distribution = _edge.Distribute(
            plan.Origins(api.Lock, OriginSecrets.ActiveOf(api.Lock, ((Construct)Api).Node.Path), props.HasSite),
            ApiFrontDoorPlan.Behaviors(props, api.Style),
            props.HasSite ? "index.html" : null);
        Distribution.Guarantee([.. Entrances(api.Lock, props)]);
    }

    /// <summary>The API's stack.</summary>
    public Stack RegionalStack { get; }

    /// <summary>The distribution's stack, in us-east-1.</summary>
    public Stack EdgeStack => _edge.Stack;

    /// <summary>The API: a <see cref="RegionalRestApi"/>, <see cref="RegionalHttpApi"/> or <see cref="RegionalWebSocketApi"/>, as the props say.</summary>
    public IRegionalApi Api { get; }

    /// <summary>The WebACL of the distribution.</summary>
    public WebAcl WebAcl => _edge.WebAcl;

    /// <summary>The distribution.</summary>
    public EdgeDistribution Distribution { get; }

    private IEnumerable<SingleEntrance> Entrances(OriginLock originLock, ApiFrontDoorProps props)
    {
        if (LockGuarantee.IsProvable(originLock))
        {
            yield return new(((Construct)Api).AsParty(), Distribution.AsParty());
        }

        if (props.HasSite)
        {
            yield return new(Party.Resource(Distribution.BucketPath(ApiFrontDoorPlan.SiteOrigin)), Distribution.AsParty());
        }
    }

    private IRegionalApi MakeApi(IFrontDoorApi api, ApiFrontDoorProps props, ApiFrontDoorPlan plan)
    {
        // Beside what the user put into the stack under names of their own.
        var own = new Construct(RegionalStack, "FrontDoor");
        var zone = Zones.FromId(own, "HostedZone", props.HostedZoneId, props.ZoneName);
        var certificate = new ZonedCertificate(own, "Certificate", new ZonedCertificateProps { Names = [plan.ApiName], Zones = [zone] });
        var domain = new ApiDomain(plan.ApiName, certificate.CertificateArn)
        {
            Zone = zone,
            RecordName = plan.OriginName,
            BasePath = props.HasSite ? props.ApiPrefix : null,
        };
        return api switch
        {
            RegionalRestApiProps rest => new RegionalRestApi(own, ApiId, rest with { Domain = domain }),
            RegionalHttpApiProps http => new RegionalHttpApi(own, ApiId, http with { Domain = domain }),
            RegionalWebSocketApiProps socket => new RegionalWebSocketApi(own, ApiId, socket with { Domain = domain }),
            _ => throw new InvalidOperationException($"{api.GetType()} is no API"),
        };
    }
}
