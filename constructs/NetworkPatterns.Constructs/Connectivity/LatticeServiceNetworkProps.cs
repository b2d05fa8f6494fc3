using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A VPC whose members call the services of a service network.</summary>
/// <param name="Name">A name that stays, part of logical IDs.</param>
/// <param name="Network">The VPC.</param>
/// <param name="Clients">The tiers that may call. Their rules let them out to <see cref="LatticeServiceNetwork.Range"/> on the listeners' ports.</param>
public sealed record LatticeVpc(string Name, ThreeTierVpc Network, params IReadOnlyList<string> Clients);

/// <summary>Which services a service network has, and who calls them.</summary>
public sealed class LatticeServiceNetworkProps
{
    /// <summary>The services. Default: none; other accounts may bring theirs.</summary>
    public IReadOnlyList<LatticeService> Services { get; init; } = [];

    /// <summary>What answers for them. Default: none.</summary>
    public IReadOnlyList<LatticeTargetGroup> TargetGroups { get; init; } = [];

    /// <summary>The VPCs whose members call them. A VPC has one service network. Default: none.</summary>
    public IReadOnlyList<LatticeVpc> Vpcs { get; init; } = [];

    /// <summary>Who may call any service of it. Default: <see cref="LatticeAuth.None"/>.</summary>
    public LatticeAuth Auth { get; init; } = LatticeAuth.None;

    /// <summary>Account IDs, or ARNs of organizations and organizational units, that may bring services and VPCs. Default: none.</summary>
    public IReadOnlyList<string> ShareWith { get; init; } = [];

    /// <summary>Whether accounts outside the organization may be among them. Default: no.</summary>
    public bool AllowExternalPrincipals { get; init; }

    /// <summary>For how many days a log group keeps who called what; <see langword="null"/> writes no log. Default: 90.</summary>
    public int? AccessLogRetentionDays { get; init; } = 90;
}
