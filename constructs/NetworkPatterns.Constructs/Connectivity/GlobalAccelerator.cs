using Amazon.CDK;
using Amazon.CDK.AWS.GlobalAccelerator;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Two fixed addresses, announced from AWS's edge, for load balancers, instances and Elastic IP addresses of several Regions.</summary>
/// <remarks>
/// Emits <c>AWS::GlobalAccelerator::Accelerator</c>, <c>Listener</c> and <c>EndpointGroup</c>. It can be in a stack of any Region.
/// Security groups are not changed: an endpoint that sees the clients' addresses lets the clients in itself. AWS charges
/// by the hour, and for data.
/// <para>Source: https://docs.aws.amazon.com/global-accelerator/latest/dg/what-is-global-accelerator.html</para>
/// </remarks>
public sealed class GlobalAccelerator : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the accelerator and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public GlobalAccelerator(Construct scope, string id, GlobalAcceleratorProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = GlobalAcceleratorPlan.From(props, this.ContextFor(nameof(GlobalAcceleratorProps)));
        _resources = this.Emit(plan.ToBlueprint(), plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal));
    }

    /// <summary>The accelerator's name in DNS, as a token.</summary>
    public string DnsName => _resources.GetAtt(GlobalAcceleratorPlan.AcceleratorId, "DnsName");

    /// <summary>The accelerator's ARN, as a token.</summary>
    public string AcceleratorArn => _resources.GetAtt(GlobalAcceleratorPlan.AcceleratorId, "AcceleratorArn");

    /// <summary>The first of its two fixed IPv4 addresses, as a token.</summary>
    public string FirstAddress => Fn.Select(0, Addresses);

    /// <summary>The second of its two fixed IPv4 addresses, as a token.</summary>
    public string SecondAddress => Fn.Select(1, Addresses);

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);

    private string[] Addresses => ((CfnAccelerator)_resources.GetResource(GlobalAcceleratorPlan.AcceleratorId)).AttrIpv4Addresses;
}
