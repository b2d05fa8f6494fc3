using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>An address of somebody's private service in a VPC: the consumer's side of PrivateLink.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::VPCEndpoint</c>, its <c>SecurityGroup</c> with rules from the client tiers' groups and back, and with a
/// private name <c>AWS::Route53::HostedZone</c> and <c>RecordSet</c>. The template promises that nobody else of the VPC reaches
/// the endpoint. AWS charges by the hour and zone.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html</para>
/// </remarks>
public sealed class PrivateServiceEndpoint : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the endpoint and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public PrivateServiceEndpoint(Construct scope, string id, PrivateServiceEndpointProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = PrivateServiceEndpointPlan.From(props, this.ContextFor(nameof(PrivateServiceEndpointProps)));
        var inputs = plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal);
        inputs[PrivateServiceEndpointBlueprint.VpcInput] = props.Network.VpcId;
        foreach (var subnet in plan.Subnets)
        {
            inputs[PrivateServiceEndpointBlueprint.InputOf(subnet.Id)] = props.Network.Resources.Ref(subnet.Id);
        }

        foreach (var client in plan.Clients)
        {
            inputs[PrivateServiceEndpointBlueprint.InputOf(client.SecurityGroupId)] = props.Network.Resources.GetAtt(client.SecurityGroupId, "GroupId");
        }

        _resources = this.Emit(PrivateServiceEndpointBlueprint.From(plan), inputs);
        PrivateName = plan.PrivateName;
    }

    /// <summary>The endpoint's ID, as a token.</summary>
    public string EndpointId => _resources.Ref(PrivateServiceEndpointBlueprint.EndpointId);

    /// <summary>The name that AWS gives the endpoint, as a token.</summary>
    public string DnsName => Fn.Select(1, Fn.Split(":", Fn.Select(0, ((CfnVPCEndpoint)_resources.GetResource(PrivateServiceEndpointBlueprint.EndpointId)).AttrDnsEntries)));

    /// <summary>The private name, where one was asked for.</summary>
    public string? PrivateName { get; }

    /// <summary>The endpoint's security group ID, as a token.</summary>
    public string SecurityGroupId => _resources.GetAtt(PrivateServiceEndpointBlueprint.GroupId, "GroupId");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
