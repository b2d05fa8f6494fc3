using System.Collections.Immutable;
using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>
/// An API in several Regions behind one distribution: Route 53 sends CloudFront to a Region that is well, writes as well as reads, and each API answers that
/// distribution only.
/// </summary>
/// <remarks>
/// Makes the stacks of a <see cref="MultiRegionApplication"/> under the origin's name (one for each Region, one for the records), and one in us-east-1 for the
/// distribution, its certificate, its WebACL and its records. The first Region's stack makes the lock's secrets with a replica in every other Region that reads
/// them. It promises that the distribution is the single entrance of each API. CloudFront's own failover between origins is for reading only, so it is not used.
/// <para>
/// A Region counts as down by an alarm on its API's 5xx answers, because the lock turns health checkers away. It then has no requests, and no data
/// by which it could count as well again: when it is, disable its health check, which counts as healthy, until requests are there.
/// </para>
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html</para>
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html</para>
/// </remarks>
public sealed class MultiRegionApiFrontDoor : Construct
{
    private readonly FrontDoorEdge _edge;

    /// <summary>Plans the front door and makes its stacks.</summary>
    /// <param name="scope">An app or a stage.</param>
    /// <param name="id">Its name; the stacks' names begin with it.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">Carries every problem of the props or of an API.</exception>
    public MultiRegionApiFrontDoor(Construct scope, string id, MultiRegionApiFrontDoorProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = new PatternContext(Node.Path, nameof(MultiRegionApiFrontDoorProps), Region: null, PatternContexts.IsToken);
        var plan = MultiRegionApiFrontDoorPlan.From(props, context);
        var regions = new RegionalApis(plan, context);
        Origin = new MultiRegionApplication(this, "Origin", new MultiRegionApplicationProps
        {
            DomainName = plan.OriginName,
            ZoneName = props.ZoneName,
            HostedZoneId = props.HostedZoneId,
            Regions = props.Regions,
            Routing = props.Routing,
            Entry = regions.AddTo,
            Account = props.Account,
        });
        Apis = regions.Apis.ToImmutableSortedDictionary(StringComparer.Ordinal);
        _edge = new FrontDoorEdge(this, props, Origin.RecordStack, "it reads the secret of the APIs' lock, and asks them under the records' name");
        var first = regions.First!.Plan;
        Distribution = _edge.Distribute(
            [ApiFrontDoorPlan.OriginOf(plan.OriginName, first.Props.Lock, first.ActiveSecret)],
            [EdgeBehavior.Api(EdgeBehavior.Everything, ApiFrontDoorPlan.ApiOrigin) with { PassesHost = props.KeepsName }]);
        Distribution.Guarantee([.. Apis.Values.Where(api => LockGuarantee.IsProvable(api.Plan.Props.Lock)).Select(api => new SingleEntrance(api.AsParty(), Distribution.AsParty()))]);
    }

    /// <summary>The Regions' stacks and the records that lead CloudFront to them.</summary>
    public MultiRegionApplication Origin { get; }

    /// <summary>The APIs, by the Region's name.</summary>
    public IReadOnlyDictionary<string, RegionalRestApi> Apis { get; }

    /// <summary>The distribution's stack, in us-east-1.</summary>
    public Stack EdgeStack => _edge.Stack;

    /// <summary>The WebACL of the distribution.</summary>
    public WebAcl WebAcl => _edge.WebAcl;

    /// <summary>The distribution.</summary>
    public EdgeDistribution Distribution { get; }

    /// <summary>Makes the API of each Region, with the secrets of the first.</summary>
    private sealed class RegionalApis(MultiRegionApiFrontDoorPlan plan, PatternContext context)
    {
        public Dictionary<string, RegionalRestApi> Apis { get; } = new(StringComparer.Ordinal);

        public RegionalRestApi? First { get; private set; }

        public RegionalEntry AddTo(RegionalStack stack)
        {
            var api = plan.Props.Api(stack);
            plan.CheckApi(api, stack.ApplicationRegion.Name, First?.Plan.Props.Lock, context);
            // Beside what the user puts into the stack under names of their own.
            var own = new Construct(stack, "FrontDoor");
            var certificate = new ZonedCertificate(own, "Certificate", new ZonedCertificateProps { Names = [plan.ApiName], Zones = [stack.Zone!] });
            var made = new RegionalRestApi(own, "Api", api with { Domain = new(plan.ApiName, certificate.CertificateArn), Lock = LockOf(api.Lock) });
            if (First is null)
            {
                First = made;
            }
            else
            {
                stack.AddDependency(Stack.Of(First), "the first Region makes the secrets of the lock");
            }

            Apis.Add(stack.ApplicationRegion.Name, made);
            var health = new Construct(own, "Health");
            var (blueprint, inputs) = plan.AlarmOf(health.Node.Path, made.ApiName, made.StageName, context);
            health.Emit(blueprint, inputs);
            return new(made.DomainTarget, RegionalHealth.Alarm(MultiRegionApiFrontDoorPlan.AlarmNameOf(health.Node.Path)));
        }

        private OriginLock LockOf(OriginLock given) => First is { } first
            ? given.HasSecrets ? given.Sharing(OriginSecrets.NamesOf(first.Plan.Props.Lock, first.Plan.Path)) : given
            : given.ReadIn(plan.Props.Regions.Select(region => region.Region));
    }
}
