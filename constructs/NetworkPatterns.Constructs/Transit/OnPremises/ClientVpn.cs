using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>People on their own machines in a VPC, over OpenVPN: who they are is proved, what they reach is said tier by tier.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::ClientVpnEndpoint</c>, a <c>ClientVpnTargetNetworkAssociation</c> for each zone,
/// <c>ClientVpnAuthorizationRule</c>, a <c>ClientVpnRoute</c> for each network and zone, <c>SecurityGroup</c> without ingress, with
/// <c>SecurityGroupEgress</c> and the tiers' <c>SecurityGroupIngress</c>, and <c>AWS::Logs::LogGroup</c>. AWS charges for each
/// association and each connected client by the hour.
/// <para>Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is.html</para>
/// </remarks>
public sealed class ClientVpn : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the VPN and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public ClientVpn(Construct scope, string id, ClientVpnProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = ClientVpnPlan.From(props, props.Network.Plan, this.ContextFor(nameof(ClientVpnProps)));
        var problems = new ProblemList();
        props.AddressBook?.Reserve([new AddressRange(plan.Path, plan.ClientCidr, AddressRangeKind.ClientVpn)], problems);
        problems.ThrowIfAny();
        _resources = this.Emit(ClientVpnBlueprint.From(plan), InputsOf(plan, props.Network));
    }

    /// <summary>The ID of the endpoint, as a token: what the clients' configuration is exported by.</summary>
    public string EndpointId => _resources.Ref(ClientVpnBlueprint.EndpointId);

    /// <summary>The ID of the security group of the endpoint's network interfaces, as a token.</summary>
    public string SecurityGroupId => _resources.GetAtt(ClientVpnBlueprint.SecurityGroupId, "GroupId");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);

    private static Dictionary<string, object> InputsOf(ClientVpnPlan plan, ThreeTierVpc network)
    {
        var inputs = plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal);
        inputs.Add(ThreeTierVpcBlueprint.VpcId, network.VpcId);
        foreach (var subnet in plan.Tier.Subnets)
        {
            inputs.Add(subnet.Id, network.Resources.Ref(subnet.Id));
        }

        foreach (var tier in plan.AuthorizedTiers)
        {
            inputs.Add(tier.SecurityGroupId, network.Resources.GetAtt(tier.SecurityGroupId, "GroupId"));
        }

        return inputs;
    }
}
