using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>
/// A VPC of three tiers over several zones: <c>web</c> (public), <c>app</c> (private with egress) and <c>data</c>
/// (isolated), each of which accepts only what the tier before it sends.
/// </summary>
/// <remarks>
/// Emits <c>AWS::EC2::VPC</c>, <c>InternetGateway</c>, <c>VPCGatewayAttachment</c>; for every tier and zone
/// <c>Subnet</c>, <c>SubnetRouteTableAssociation</c>, <c>SubnetNetworkAclAssociation</c>; for every tier
/// <c>RouteTable</c> and <c>Route</c> (with egress: for every zone), <c>SecurityGroup</c>, <c>SecurityGroupIngress</c>,
/// <c>SecurityGroupEgress</c>, <c>NetworkAcl</c>, <c>NetworkAclEntry</c>; <c>NatGateway</c> and <c>EIP</c> by strategy;
/// <c>VPCEndpoint</c> for gateway endpoints; <c>FlowLog</c> with <c>AWS::Logs::LogGroup</c> and <c>AWS::IAM::Role</c>.
/// By option: <c>VPCCidrBlock</c>, <c>EgressOnlyInternetGateway</c>, interface endpoints,
/// <c>InstanceConnectEndpoint</c>, a NAT <c>Instance</c>, alarms, <c>DHCPOptions</c>, <c>PlacementGroup</c>,
/// <c>VPCBlockPublicAccessOptions</c> and <c>Exclusion</c>, <c>VPCEncryptionControl</c>, <c>AWS::RAM::ResourceShare</c>;
/// for flow logs to S3 buckets, a table of AWS Glue and a workgroup with queries of Amazon Athena.
/// <para>Everything is planned and validated before the first resource is made; nothing needs an account to synthesize.</para>
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html</para>
/// </remarks>
public sealed class ThreeTierVpc : Construct
{
    /// <summary>The name of the default public tier: <c>web</c>.</summary>
    public const string WebTierName = "web";

    /// <summary>The name of the default private tier with egress: <c>app</c>.</summary>
    public const string AppTierName = "app";

    /// <summary>The name of the default isolated tier: <c>data</c>.</summary>
    public const string DataTierName = "data";

    private readonly ThreeTierVpcPlan _plan;
    private readonly EmittedBlueprint _resources;
    private readonly Lazy<VpcView> _view;
    private readonly Lazy<ImmutableDictionary<string, ISecurityGroup>> _groups;
    private readonly ImmutableSortedDictionary<string, VpcTier> _tiers;

    /// <summary>Plans the VPC and makes its resources.</summary>
    /// <param name="scope">Where it belongs: a stack, or a construct in one.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public ThreeTierVpc(Construct scope, string id, ThreeTierVpcProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = ThreeTierVpcPlan.From(props, this.ContextFor(nameof(ThreeTierVpcProps)));
        props.AddressBook?.Reserve(plan.Path, plan.Addresses);
        _plan = plan;
        _resources = this.Emit(plan.Blueprint, plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal));
        _view = new(() => new VpcView(this, plan, _resources));
        _groups = new(() => SecurityGroupViews.Of(this, plan, _resources));
        _tiers = plan.Tiers.ToImmutableSortedDictionary(tier => tier.Name, tier => TierOf(tier, plan), StringComparer.Ordinal);
        foreach (var warning in plan.Warnings)
        {
            Annotations.Of(this).AddWarningV2(warning.Code, warning.ToString());
        }
    }

    /// <summary>A VPC that another stack of this account and Region made, read from what it exports.</summary>
    /// <param name="scope">Where it is needed.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What is expected to be there.</param>
    /// <exception cref="PlanException">The props are unclear; it carries every problem.</exception>
    public static ExportedVpc FromExport(Construct scope, string id, ExportedVpcProps props) => new(scope, id, props);

    /// <summary>The VPC, for CDK's own constructs. Its subnet groups are the tiers.</summary>
    public IVpc Vpc => _view.Value.Vpc;

    /// <summary>The VPC's ID, as a token.</summary>
    public string VpcId => _resources.Ref(ThreeTierVpcBlueprint.VpcId);

    /// <summary>The default public tier.</summary>
    /// <exception cref="KeyNotFoundException">The VPC has tiers of its own, none of them <c>web</c>.</exception>
    public VpcTier Web => Tier(WebTierName);

    /// <summary>The default private tier with egress.</summary>
    /// <exception cref="KeyNotFoundException">The VPC has tiers of its own, none of them <c>app</c>.</exception>
    public VpcTier App => Tier(AppTierName);

    /// <summary>The default isolated tier.</summary>
    /// <exception cref="KeyNotFoundException">The VPC has tiers of its own, none of them <c>data</c>.</exception>
    public VpcTier Data => Tier(DataTierName);

    /// <summary>The tiers, by name.</summary>
    public IReadOnlyDictionary<string, VpcTier> Tiers => _tiers;

    /// <summary>A tier by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public VpcTier Tier(string name) => _tiers.GetValueOrDefault(name)
        ?? throw new KeyNotFoundException($"{Node.Path} has no tier '{name}'; its tiers are {string.Join(", ", _tiers.Keys)}");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>WebSubnetA</c> or <c>Vpc</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);

    internal ThreeTierVpcPlan Plan => _plan;

    internal EmittedBlueprint Resources => _resources;

    private VpcTier TierOf(TierPlan tier, ThreeTierVpcPlan plan) => new(tier.Name, tier.Intent, new(
        () => _view.Value.Subnets(tier),
        () => _groups.Value.GetValueOrDefault(tier.Name),
        () => [.. plan.RouteTables.Where(table => table.Tier == tier).Select(table => _resources.Ref(table.Id))],
        () => [.. tier.Subnets.Where(subnet => subnet.Ipv4 is not null).Select(subnet =>
            subnet.Ipv4 is { BasePrefix: null } literal ? literal.ToString() : _resources.GetAtt(subnet.Id, "CidrBlock"))],
        () => [.. SettingsBlueprint.PlacementGroupIds(tier).Select(id => _resources.GetAtt(id, "GroupName"))]));
}
