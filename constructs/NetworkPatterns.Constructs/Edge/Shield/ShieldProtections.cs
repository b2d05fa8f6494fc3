using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Shield;

/// <summary>
/// Protections of AWS Shield Advanced, for accounts that have subscribed to it: a monthly price for the organization, for a year at least, and
/// more for data. Nothing else in this library makes one.
/// </summary>
/// <remarks>
/// Emits <c>AWS::Shield::Protection</c> for each resource, and <c>AWS::Shield::ProtectionGroup</c> for all together. CloudFormation does not
/// subscribe: in an account without a subscription the deployment fails.
/// <para>Source: https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html</para>
/// </remarks>
public sealed class ShieldProtections : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the protections and makes them.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public ShieldProtections(Construct scope, string id, ShieldProtectionsProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(ShieldProtectionsProps));
        var (blueprint, inputs) = ShieldProtectionsPlan.From(props, context).ToBlueprint(context);
        _resources = this.Emit(blueprint, inputs);

        // Shield answers for a load balancer only once its WebACL is associated.
        foreach (var association in props.Resources.Select(resource => resource.Response?.WebAcl).OfType<Waf.WebAcl>().Distinct().SelectMany(acl => acl.Associations))
        {
            Node.AddDependency(association);
        }
    }

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>DoorProtection</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
