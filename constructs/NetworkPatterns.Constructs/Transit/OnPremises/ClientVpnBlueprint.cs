using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>The resources of a Client VPN.</summary>
internal sealed class ClientVpnBlueprint
{
    public const string EndpointId = "Endpoint";
    public const string SecurityGroupId = "SecurityGroup";
    private const string LogGroupId = "ConnectionLogGroup";

    private static readonly GroupPeer Clients = new("Clients", "VPN clients", Value.GetAtt(SecurityGroupId, "GroupId"));

    private readonly ClientVpnPlan _plan;
    private readonly ResourceTags _tags;
    private readonly BlueprintBuilder _builder = new();

    private ClientVpnBlueprint(ClientVpnPlan plan)
    {
        _plan = plan;
        _tags = new(plan.Path);
    }

    public static Blueprint From(ClientVpnPlan plan) => new ClientVpnBlueprint(plan).Build();

    private Blueprint Build()
    {
        foreach (var name in _plan.Inputs.Keys
            .Concat([ThreeTierVpcBlueprint.VpcId])
            .Concat(_plan.Tier.Subnets.Select(subnet => subnet.Id))
            .Concat(_plan.AuthorizedTiers.Select(tier => tier.SecurityGroupId)))
        {
            _builder.AddInput(name);
        }

        if (_plan.Props.LogRetentionDays is { } days)
        {
            _builder.Add(LogGroupId, "AWS::Logs::LogGroup", ("RetentionInDays", days), ("Tags", _tags.Of("connection-log")));
        }

        AddSecurityGroup();
        AddEndpoint();
        foreach (var subnet in _plan.Tier.Subnets)
        {
            _builder.Add(AssociationId(subnet), "AWS::EC2::ClientVpnTargetNetworkAssociation", ("ClientVpnEndpointId", Value.Ref(EndpointId)), ("SubnetId", Value.Input(subnet.Id)));
        }

        foreach (var rule in _plan.Rules)
        {
            AddRule(rule);
        }

        return _builder.Build(_plan.Path);
    }

    private void AddSecurityGroup()
    {
        SecurityGroupBlueprint.AddGroup(
            _builder,
            new(SecurityGroupId, "AWS::EC2::SecurityGroup", Value.Map(
                ("GroupDescription", "Clients of the VPN"),
                ("VpcId", Value.Input(ThreeTierVpcBlueprint.VpcId)),
                ("Tags", _tags.Of("clients")))),
            [],
            _plan.ToRanges);
        foreach (var flow in _plan.ToTiers)
        {
            var tier = flow.To.Group! with { Value = Value.Input(_plan.AuthorizedTiers.First(known => known.Group == flow.To.Group).SecurityGroupId) };
            _builder
                .Add(
                    SecurityGroupBlueprint.RuleId(tier, "IngressFrom", Clients, flow.Rule),
                    "AWS::EC2::SecurityGroupIngress",
                    SecurityGroupBlueprint.RuleOf(flow, $"{flow.Rule.Description} from {Clients.Label}", ("GroupId", tier.Value), ("SourceSecurityGroupId", Clients.Value)))
                .Add(
                    SecurityGroupBlueprint.RuleId(Clients, "EgressTo", tier, flow.Rule),
                    "AWS::EC2::SecurityGroupEgress",
                    SecurityGroupBlueprint.RuleOf(flow, $"{flow.Rule.Description} to {tier.Label}", ("DestinationSecurityGroupId", tier.Value), ("GroupId", Clients.Value)));
        }
    }

    private void AddEndpoint() => _builder.Add(
        EndpointId,
        "AWS::EC2::ClientVpnEndpoint",
        ("VpcId", Value.Input(ThreeTierVpcBlueprint.VpcId)),
        ("ClientCidrBlock", _plan.ClientCidr.ToString()),
        ("EndpointIpAddressType", _plan.Props.EndpointIpStack switch
        {
            IpStack.DualStack => Value.FromString("dual-stack"),
            IpStack.Ipv6 => Value.FromString("ipv6"),
            _ => null,
        }),
        ("ServerCertificateArn", _plan.ServerCertificateArn),
        ("AuthenticationOptions", Value.List(AuthenticationOptions())),
        ("ConnectionLogOptions", Value.Map(
            ("Enabled", _plan.Props.LogRetentionDays is not null),
            ("CloudwatchLogGroup", _plan.Props.LogRetentionDays is null ? null : Value.Ref(LogGroupId)))),
        ("SecurityGroupIds", Value.List(Clients.Value)),
        ("SplitTunnel", _plan.Props.SplitTunnel),
        ("SelfServicePortal", _plan.Props.SelfServicePortal ? "enabled" : "disabled"),
        ("SessionTimeoutHours", (int)_plan.Props.SessionTimeout.TotalHours),
        ("DnsServers", _plan.DnsServers.IsEmpty ? null : Value.List(_plan.DnsServers)),
        ("TagSpecifications", Value.List(Value.Map(("ResourceType", "client-vpn-endpoint"), ("Tags", _tags.Of("endpoint"))))));

    private IEnumerable<Value> AuthenticationOptions()
    {
        var given = _plan.Authentication;
        if (given.RootCertificate is { } certificate)
        {
            yield return Value.Map(("Type", "certificate-authentication"), ("MutualAuthentication", Value.Map(("ClientRootCertificateChainArn", certificate))));
        }

        if (given.Directory is { } directory)
        {
            yield return Value.Map(("Type", "directory-service-authentication"), ("ActiveDirectory", Value.Map(("DirectoryId", directory))));
        }

        if (given.SamlProvider is { } provider)
        {
            yield return Value.Map(
                ("Type", "federated-authentication"),
                ("FederatedAuthentication", Value.Map(("SAMLProviderArn", provider), ("SelfServiceSAMLProviderArn", given.PortalSamlProvider))));
        }
    }

    // A route can be made only once its subnet is associated.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-clientvpnroute.html
    private void AddRule(ClientVpnRule rule)
    {
        var name = ResourceName.Of(rule.Name);
        _builder.Add(
            $"{name}AuthorizationTo{ResourceName.OfRange(rule.Range)}",
            "AWS::EC2::ClientVpnAuthorizationRule",
            ("ClientVpnEndpointId", Value.Ref(EndpointId)),
            ("TargetNetworkCidr", rule.Range),
            ("AccessGroupId", rule.AccessGroup),
            ("AuthorizeAllGroups", rule.AccessGroup is null ? Value.FromBoolean(true) : null),
            ("Description", rule.Name));
        foreach (var subnet in rule.IsRouted ? _plan.Tier.Subnets : [])
        {
            _builder.Add(new($"{name}RouteIn{ResourceName.Of(subnet.Zone.Label)}", "AWS::EC2::ClientVpnRoute", Value.Map(
                ("ClientVpnEndpointId", Value.Ref(EndpointId)),
                ("DestinationCidrBlock", rule.Range),
                ("TargetVpcSubnetId", Value.Input(subnet.Id)),
                ("Description", rule.Name)))
            {
                DependsOn = [AssociationId(subnet)],
            });
        }
    }

    private static string AssociationId(SubnetPlan subnet) => $"AssociationIn{ResourceName.Of(subnet.Zone.Label)}";
}
