using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Services that VPCs of any addresses and accounts call by name: a service network of VPC Lattice.</summary>
/// <remarks>
/// Emits <c>AWS::VpcLattice::ServiceNetwork</c>, <c>Service</c>, <c>Listener</c>, <c>Rule</c>, <c>TargetGroup</c>,
/// <c>AuthPolicy</c>, the associations of services and VPCs, <c>AccessLogSubscription</c> with its log group, a security group
/// for each VPC, <c>AWS::Lambda::Permission</c> and <c>AWS::RAM::ResourceShare</c>. AWS charges for each service by the hour, for
/// requests and for data.
/// <para>Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/what-is-vpc-lattice.html</para>
/// </remarks>
public sealed class LatticeServiceNetwork : Construct
{
    /// <summary>The link-local addresses of VPC Lattice: where clients send to, and what targets see requests come from.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/security-groups.html</remarks>
    public const string Range = "169.254.171.0/24";

    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the service network and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public LatticeServiceNetwork(Construct scope, string id, LatticeServiceNetworkProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = LatticeServiceNetworkPlan.From(props, this.ContextFor(nameof(LatticeServiceNetworkProps)));
        var (blueprint, inputs) = LatticeServiceNetworkBlueprint.From(plan);
        _resources = this.Emit(blueprint, inputs);
    }

    /// <summary>The service network's ARN, as a token.</summary>
    public string ServiceNetworkArn => _resources.GetAtt(LatticeServiceNetworkBlueprint.NetworkId, "Arn");

    /// <summary>The name by which clients call a service, as a token: AWS's own, also where it has a custom one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such service.</exception>
    public string DomainName(string service) => _resources.GetAtt(LatticeServiceNetworkBlueprint.ServiceId(service), "DnsEntry.DomainName");

    /// <summary>The ARN of a service, as a token.</summary>
    /// <exception cref="KeyNotFoundException">There is no such service.</exception>
    public string ServiceArn(string service) => _resources.GetAtt(LatticeServiceNetworkBlueprint.ServiceId(service), "Arn");

    /// <summary>The ARN of a target group, as a token, for whoever registers targets.</summary>
    /// <exception cref="KeyNotFoundException">There is no such target group.</exception>
    public string TargetGroupArn(string targetGroup) => _resources.GetAtt(LatticeTargetGroupBlueprint.IdOf(targetGroup), "Arn");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
