using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model;

/// <summary>A VPC Lattice service network: VPCs on one side, services on the other.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/what-is-vpc-lattice.html</remarks>
public sealed record LatticeServiceNetwork(Component Component) : NetworkObject(Component)
{
    /// <summary>VPCs whose clients use the network.</summary>
    public ImmutableArray<LatticeVpcAssociation> Vpcs { get; init; } = [];

    /// <summary>Services on the network.</summary>
    public ImmutableArray<Maybe<ComponentId>> Services { get; init; } = [];
}

/// <summary>The association of a VPC with a service network; its groups filter clients.</summary>
public sealed record LatticeVpcAssociation(Component Component, Maybe<ComponentId> Vpc) : NetworkObject(Component)
{
    /// <summary>Groups whose ingress rules clients must pass; none lets every client of the VPC in.</summary>
    public ImmutableArray<Maybe<ComponentId>> Groups { get; init; } = [];
}

/// <summary>A VPC Lattice service.</summary>
public sealed record LatticeService(Component Component) : NetworkObject(Component)
{
    /// <summary>What its listeners accept.</summary>
    public ImmutableArray<Traffic> Listeners { get; init; } = [];
}
