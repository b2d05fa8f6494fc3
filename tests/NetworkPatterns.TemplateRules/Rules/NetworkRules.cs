using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Rules.Addressing;
using NetworkPatterns.TemplateRules.Rules.Backends;
using NetworkPatterns.TemplateRules.Rules.Connectivity;
using NetworkPatterns.TemplateRules.Rules.Dns;
using NetworkPatterns.TemplateRules.Rules.Edge;
using NetworkPatterns.TemplateRules.Rules.Endpoints;
using NetworkPatterns.TemplateRules.Rules.Internet;
using NetworkPatterns.TemplateRules.Rules.Logs;
using NetworkPatterns.TemplateRules.Rules.NetworkAcls;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;
using NetworkPatterns.TemplateRules.Rules.Transit;
using NetworkPatterns.TemplateRules.Rules.WholeTemplate;

namespace NetworkPatterns.TemplateRules.Rules;

/// <summary>The rules, by what the templates of a pattern contain: a list has only rules that find something to look at there.</summary>
public static class NetworkRules
{
    /// <summary>What a three-tier VPC with its defaults must satisfy.</summary>
    public static ImmutableArray<TemplateRule> Foundation { get; } =
    [
        new VpcBlockRule(),
        new DisjointBlocksRule(),
        new SubnetZoneRule(),
        new RouteTableAssociationRule(),
        new SingleInternetGatewayRule(),
        new InternetRouteDependencyRule(),
        new ElasticIpDependencyRule(),
        new ZonalNatGatewayRule(),
        new NatInOwnZoneRule(),
        new RouteShapeRule(),
        new IsolatedTierRule(),
        new PublicAddressRule(),
        new GroupDescriptionRule(),
        new RuleShapeRule(),
        new ExplicitEgressRule(),
        new SymmetricGroupsRule(),
        new DefaultGroupRule(),
        new EntryShapeRule(),
        new ReturnPathRule(),
        new AssociationRule(),
        new AclQuotaRule(),
        new GroupQuotaRule(),
        new GatewayEndpointRule(),
        new EndpointPolicyRule(),
        new FlowLogRoleRule(),
        new PlainCloudFormationRule(),
        new CompleteAssemblyRule(),
        new StackSizeRule(),
        new DeclaredExportsRule(),
        new PseudoParametersRule(),
        new LogRetentionRule(),
        new ClosedIngressRule(),
    ];

    /// <summary>What a three-tier VPC must satisfy when the templates together use every option.</summary>
    public static ImmutableArray<TemplateRule> FullVpc { get; } =
    [
        .. Foundation,
        new SubnetCapacityRule(),
        new SecondaryBlockDependencyRule(),
        new IPv6SubnetRule(),
        new IPv6FlagsRule(),
        new RegionalNatGatewayRule(),
        new PrivateNatGatewayRule(),
        new EgressOnlyGatewayRule(),
        new Nat64Rule(),
        new NatInstanceRule(),
        new BlockListRule(),
        new OpenTransitAclRule(),
        new InterfaceEndpointRule(),
        new DnsAttributesRule(),
        new PrivateNameRule(),
        new ResourceShareRule(),
        new S3FlowLogRule(),
        new LogDeliveryPolicyRule(),
        new FlowLogColumnsRule(),
        new FlowLogFormatRule(),
        new TrafficMirrorRule(),
        new InsightsPathRule(),
        new BucketRule(),
        new KeyRotationRule(),
    ];

    /// <summary>What records, health checks, zones, certificates and resolvers must satisfy.</summary>
    public static ImmutableArray<TemplateRule> Dns { get; } =
    [
        new ZoneVpcsRule(),
        new ResolverEndpointRule(),
        new ResolverRuleRule(),
        new RecordPolicyRule(),
        new AliasRecordRule(),
        new FailoverRule(),
        new DefaultRecordRule(),
        new HealthCheckRule(),
        new AlarmHealthCheckRule(),
        new MonitoredRecordRule(),
        new CertificateRule(),
    ];

    /// <summary>What a front door must satisfy: distributions, WebACLs, APIs and what belongs to them.</summary>
    public static ImmutableArray<TemplateRule> Edge { get; } =
    [
        new WafRuleShapeRule(),
        new WafLoggingRule(),
        new WafDefaultActionRule(),
        new WafCapacityRule(),
        new WafClientAddressRule(),
        new DistributionWebAclRule(),
        new ViewerCertificateRule(),
        new DistributionCertificateRule(),
        new DistributionOriginRule(),
        new BucketOriginRule(),
        new DistributionBehaviorRule(),
        new DistributionErrorRule(),
        new DistributionLogRule(),
        new DistributionDeliveryRule(),
        new DistributionSettingsRule(),
        new EdgeFunctionRule(),
        new CookieRoutingRule(),
        new EdgeNameRule(),
        new SignedBehaviorRule(),
        new GlobalNameRule(),
        new RestApiRule(),
        new RestDomainRule(),
        new RestMethodRule(),
        new RestAccessLogRule(),
        new RestStageRule(),
        new UsagePlanRule(),
        new RestCacheRule(),
        new CanaryRule(),
        new PrivateApiRule(),
        new AuthorizerMemoryRule(),
        new HttpAccessLogRule(),
        new HttpStageRule(),
        new HttpRouteRule(),
        new HttpDomainRule(),
        new WebSocketStageRule(),
        new WebSocketRouteRule(),
        new WebSocketDeploymentRule(),
        new WebSocketDomainRule(),
        new OriginGateRule(),
        new InvokePermissionRule(),
        new HeaderGateRule(),
        new ApiAccountRule(),
    ];

    /// <summary>What connections between networks must satisfy: peering, PrivateLink, central endpoints, VPC Lattice, accelerators.</summary>
    public static ImmutableArray<TemplateRule> Connectivity { get; } =
    [
        new PeeringRule(),
        new PrivateServiceRule(),
        new CentralEndpointRule(),
        new LatticeRule(),
        new VpnConnectionRule(),
        new DirectConnectRule(),
        new AcceleratorRule(),
    ];

    /// <summary>What load balancers, the services behind them and their databases must satisfy.</summary>
    public static ImmutableArray<TemplateRule> Backends { get; } =
    [
        new InternalNlbRule(),
        new PrivateLinkEnforcementRule(),
        new ClosedLoadBalancerRule(),
        new ServiceIngressRule(),
        new VpcLinkRule(),
        new PrivateIntegrationRule(),
        new ListenerRule(),
        new LoadBalancerLogRule(),
        new ApplicationLoadBalancerRule(),
        new VpcOriginRule(),
        new LockedBalancerRule(),
        new TargetGroupRule(),
        new AutoScalingRule(),
        new FargateRule(),
        new DatabaseRule(),
        new MessagingEncryptionRule(),
    ];

    /// <summary>What whole applications must satisfy; a part of one need not.</summary>
    public static ImmutableArray<TemplateRule> Operations { get; } = [new OperationsAlarmRule()];

    /// <summary>What hubs, their spokes and their inspection must satisfy.</summary>
    public static ImmutableArray<TemplateRule> Transit { get; } =
    [
        new SegmentedHubRule(),
        new AttachmentSubnetsRule(),
        new SingleAssociationRule(),
        new RouteAfterAttachmentRule(),
        new TransitRouteRule(),
        new ApplianceModeRule(),
        new InspectionZoneRule(),
        new FirewallPlaceRule(),
        new FirewallPolicyRule(),
        new MulticastRule(),
        new TransitFlowLogRule(),
    ];

    /// <summary>Rules for what other patterns add to a network.</summary>
    public static ImmutableArray<TemplateRule> Others { get; } =
    [
        new GatewayLoadBalancerEndpointRule(),
        new InspectedTableRule(),
        new InspectedEgressRule(),
        new RestBodyRule(),
        new TransitPeeringRule(),
        new GatewayLoadBalancerRule(),
    ];
}
