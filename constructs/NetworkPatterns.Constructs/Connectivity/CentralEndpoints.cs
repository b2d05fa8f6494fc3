using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Endpoints of AWS services in one VPC, under the services' usual names, for many VPCs.</summary>
/// <remarks>
/// Emits for each service <c>AWS::EC2::VPCEndpoint</c>, a private <c>AWS::Route53::HostedZone</c> and its alias <c>RecordSet</c>; for
/// a Profile what <see cref="DnsProfile"/> emits. AWS charges for each endpoint by the hour and zone: once here, rather than in
/// every VPC; and for data that crosses VPCs.
/// <para>Source: https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html</para>
/// </remarks>
public sealed class CentralEndpoints : Construct
{
    private readonly CentralEndpointsPlan _plan;
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the endpoints and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public CentralEndpoints(Construct scope, string id, CentralEndpointsProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        _plan = CentralEndpointsPlan.From(props, this.ContextFor(nameof(CentralEndpointsProps)));
        var inputs = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [CentralEndpointsBlueprint.VpcInput] = props.Network.VpcId,
            [CentralEndpointsBlueprint.GroupInput] = props.Network.Resources.GetAtt(_plan.Home.SecurityGroupId, "GroupId"),
        };
        foreach (var subnet in _plan.Endpoints.SelectMany(endpoint => endpoint.Subnets).Distinct())
        {
            inputs[CentralEndpointsBlueprint.InputOf(subnet)] = props.Network.Resources.Ref(subnet.Id);
        }

        foreach (var name in _plan.Vpcs)
        {
            inputs[CentralEndpointsBlueprint.VpcInputOf(name)] = props.Vpcs[name].VpcId;
        }

        _resources = this.Emit(CentralEndpointsBlueprint.From(_plan), inputs);
        if (_plan.UsesProfile)
        {
            Profile = new DnsProfile(this, "Profile", new DnsProfileProps
            {
                Resources = [.. _plan.Endpoints.Select(endpoint => new ProfileResource(
                    endpoint.Service.Replace('.', '-'),
                    $"arn:{Aws.PARTITION}:route53:::hostedzone/{_resources.Ref(CentralEndpointsBlueprint.ZoneId(endpoint))}"))],
                Vpcs = props.Vpcs,
                ShareWith = props.ShareWith,
                AllowExternalPrincipals = props.AllowExternalPrincipals,
            });
        }
    }

    /// <summary>The Profile that carries the names; <see langword="null"/> where zones are associated with each VPC.</summary>
    public DnsProfile? Profile { get; }

    /// <summary>The ID of a service's endpoint, as a token.</summary>
    /// <exception cref="KeyNotFoundException">The service has no endpoint here.</exception>
    public string EndpointId(string service) => _resources.Ref(CentralEndpointsBlueprint.EndpointId(Find(service)));

    /// <summary>The ID of a service's zone, as a token.</summary>
    /// <exception cref="KeyNotFoundException">The service has no endpoint here.</exception>
    public string ZoneId(string service) => _resources.Ref(CentralEndpointsBlueprint.ZoneId(Find(service)));

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);

    private CentralEndpointPlan Find(string service) => _plan.Endpoints.FirstOrDefault(endpoint => endpoint.Service == service)
        ?? throw new KeyNotFoundException($"{Node.Path} has no endpoint for '{service}'; it has {string.Join(", ", _plan.Endpoints.Select(endpoint => endpoint.Service))}");
}
