using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Which two VPCs are peered.</summary>
public sealed class VpcPeeringProps
{
    /// <summary>The VPC of the stack's own account and Region, which asks for the peering.</summary>
    public required PeeringSide Requester { get; init; }

    /// <summary>The other VPC; of any account and Region.</summary>
    public required PeeringSide Accepter { get; init; }

    /// <summary>
    /// The role of the accepter's account that lets CloudFormation accept the peering: <see cref="PeeringAcceptance.RoleArn"/>.
    /// Needed where the accepter has an <see cref="PeeringSide.AccountId"/>, and only there.
    /// </summary>
    public string? AcceptanceRoleArn { get; init; }

    /// <summary>
    /// Conversations that the peering is for. The template promises these, and that tiers of the two sides otherwise never
    /// reach each other; <c>cdk synth</c> with the validation plugin proves it. Needs two VPCs of this library. Default:
    /// none are promised, and nothing is said about the sides.
    /// </summary>
    public IReadOnlyList<PeeringFlow>? Flows { get; init; }

    /// <summary>The app's address book: the blocks of a side that exists already are entered into it. Default: none.</summary>
    public AddressBook? AddressBook { get; init; }
}
