using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A service behind a load balancer that VPCs of others reach by endpoints of their own: the provider's side of PrivateLink.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::VPCEndpointService</c>, <c>VPCEndpointServicePermissions</c> and, with a topic,
/// <c>VPCEndpointConnectionNotification</c>. The consumer's side is <see cref="PrivateServiceEndpoint"/>. Endpoints of a Gateway
/// Load Balancer belong to an inspection. The service itself costs nothing; endpoints do, by the hour and zone.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html</para>
/// </remarks>
public sealed class PrivateService : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the service and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public PrivateService(Construct scope, string id, PrivateServiceProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = PrivateServicePlan.From(props, this.ContextFor(nameof(PrivateServiceProps)));
        _resources = this.Emit(plan.ToBlueprint(), plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal));
        _ = new CfnOutput(this, "ServiceName", new CfnOutputProps { Description = "PrivateServiceEndpointProps.ServiceName of consumers", Value = ServiceName });
        if (plan.AcceptanceRequired)
        {
            Annotations.Of(this).AddInfo(
                "Each endpoint waits until it is accepted: aws ec2 accept-vpc-endpoint-connections --service-id SERVICE --vpc-endpoint-ids ENDPOINT");
        }
    }

    /// <summary>The service's ID, as a token.</summary>
    public string ServiceId => _resources.Ref(PrivateServicePlan.ServiceId);

    /// <summary>
    /// The name by which consumers of the same Region call it, such as
    /// <c>com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0</c>, as a token. Those of other Regions take the output's text.
    /// </summary>
    public string ServiceName => Fn.Join(".", ["com.amazonaws.vpce", Aws.REGION, ServiceId]);

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
