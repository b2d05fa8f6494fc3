using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>The accepter's half of a peering with a VPC of another account or Region.</summary>
public sealed class PeeringAcceptanceProps
{
    /// <summary>The accepter's VPC, of the stack's own account and Region.</summary>
    public required PeeringSide Accepter { get; init; }

    /// <summary>The VPC that asks for the peering. With an <see cref="PeeringSide.AccountId"/>, that account gets a role to accept with.</summary>
    public required PeeringSide Requester { get; init; }

    /// <summary>
    /// The peering's ID, which exists once the requester's stack is deployed. Default: not known yet, and the routes are
    /// left out until it is.
    /// </summary>
    public string? PeeringConnectionId { get; init; }
}

/// <summary>The accepter's half of a peering across accounts or Regions: a role to accept with, and routes back.</summary>
/// <remarks>
/// Emits <c>AWS::IAM::Role</c> where the requester is of another account, and <c>AWS::EC2::Route</c> once the peering's ID is
/// given. Order: this without the ID, the requester's <see cref="VpcPeering"/>, this with the ID.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/peer-with-vpc-in-another-account.html</para>
/// </remarks>
public sealed class PeeringAcceptance : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the half and makes its resources.</summary>
    /// <exception cref="PlanException">The sides overlap or are unclear; it carries every problem.</exception>
    public PeeringAcceptance(Construct scope, string id, PeeringAcceptanceProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = PeeringAcceptancePlan.From(props, this.ContextFor(nameof(PeeringAcceptanceProps)));
        _resources = this.Emit(plan.ToBlueprint(), plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal));
        if (plan.HasRole)
        {
            _ = new CfnOutput(this, "AcceptanceRoleArn", new CfnOutputProps { Description = $"VpcPeeringProps.AcceptanceRoleArn of {props.Requester.Name}", Value = RoleArn });
        }

        if (props.PeeringConnectionId is null)
        {
            Annotations.Of(this).AddInfo(
                $"Routes to {props.Requester.Name} are made once PeeringConnectionId is given: deploy the requester's VpcPeering, then: aws ec2 describe-vpc-peering-connections --filters Name=status-code,Values=active Name=accepter-vpc-info.vpc-id,Values=VPC");
        }
    }

    /// <summary>The ARN of the role with which CloudFormation accepts in the requester's name, as a token.</summary>
    /// <exception cref="KeyNotFoundException">The requester is of this account: no role is needed.</exception>
    public string RoleArn => _resources.GetAtt(PeeringAcceptancePlan.RoleId, "Arn");
}
