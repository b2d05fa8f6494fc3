using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>A site's way over Direct Connect to AWS's public addresses: Amazon S3, API endpoints, public addresses of workloads, VPN endpoints.</summary>
/// <remarks>
/// Emits <c>AWS::DirectConnect::PublicVirtualInterface</c>. AWS checks that the prefixes, the addresses and a public ASN are yours, which takes up to
/// three days in state <c>verifying</c>. A hub's segments and VPCs' private addresses are not reached over it: see <see cref="DirectConnectHub"/>.
/// <para>Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html</para>
/// </remarks>
public sealed class PublicVirtualInterface : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the interface and makes its resource.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public PublicVirtualInterface(Construct scope, string id, PublicVirtualInterfaceProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = PublicVirtualInterfacePlan.From(props, this.ContextFor(nameof(PublicVirtualInterfaceProps)));
        _resources = this.Emit(plan.ToBlueprint(), plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal));
    }

    /// <summary>The ID of the interface (<c>dxvif-</c>...), as a token.</summary>
    public string VirtualInterfaceId => _resources.GetAtt(PublicVirtualInterfacePlan.InterfaceId, "VirtualInterfaceId");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
