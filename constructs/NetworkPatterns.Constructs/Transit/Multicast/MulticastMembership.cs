using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>Subnets of an attached VPC in a multicast domain, with the interfaces that receive and send.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::TransitGatewayMulticastDomainAssociation</c> for each subnet, <c>TransitGatewayMulticastGroupMember</c> and
/// <c>TransitGatewayMulticastGroupSource</c> for registered interfaces, and in a domain with IGMP <c>NetworkAclEntry</c>,
/// <c>SecurityGroupIngress</c> and <c>SecurityGroupEgress</c> that let IGMP through in the tiers.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-multicast-works.html</para>
/// </remarks>
public sealed class MulticastMembership : Construct
{
    /// <summary>Plans the membership and makes its resources.</summary>
    /// <param name="scope">Where it belongs: the stack of the VPC, or a construct in it.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">Which subnets and interfaces, which domain.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public MulticastMembership(Construct scope, string id, MulticastMembershipProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(MulticastMembershipProps));
        var problems = new ProblemList();
        if (!ReferenceEquals(Stack.Of(this), Stack.Of(props.Spoke)))
        {
            problems.Add(DiagnosticCatalogue.AttachmentUnclear.At(
                context.At(nameof(props.Spoke)), $"{props.Spoke.Node.Path} is of another stack", "make the membership in the stack of the VPC, so that neither stack holds the other one back"));
        }

        var domainId = props.Domain.IdFor(this, context.At(nameof(props.Domain)), problems);
        if (props.Spoke.Register.IsOfThisApp && props.Domain.Register.IsOfThisApp && !ReferenceEquals(props.Spoke.Register, props.Domain.Register))
        {
            problems.Add(DiagnosticCatalogue.MulticastSubnetsUnclear.At(
                context.At(nameof(props.Spoke)), $"{props.Spoke.Node.Path} is attached to another hub than that of {props.Domain.Node.Path}", "give an attachment of the domain's hub"));
        }

        var plan = MulticastMembershipPlan.From(
            props.Tiers, props.Groups, props.Domain.Mode, props.Domain.Node.Path, props.Spoke.Plan.Network, props.Spoke.MulticastTiers, context, problems);
        foreach (var tier in plan.Tiers)
        {
            props.Spoke.MulticastTiers.Add(tier.Name, props.Domain.Node.Path);
        }

        var (blueprint, inputs) = plan.ToBlueprint(domainId(), props.Spoke.AttachmentId, props.Spoke.Network.Resources);
        this.Emit(blueprint, inputs);
    }
}
