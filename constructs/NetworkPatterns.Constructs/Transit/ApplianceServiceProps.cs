using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Where appliances live, and who may send them packets.</summary>
public sealed class ApplianceServiceProps
{
    /// <summary>The VPC of the appliances, of the same stack.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>The tier of the appliances: it accepts UDP 6081 (GENEVE) and the health check from its own VPC.</summary>
    public required string Tier { get; init; }

    /// <summary>
    /// Instances that are appliances: IDs, literals or tokens. An Auto Scaling group takes <see cref="ApplianceService.TargetGroupArn"/> instead.
    /// Default: none.
    /// </summary>
    public IReadOnlyList<string> InstanceIds { get; init; } = [];

    /// <summary>The TCP port that answers while an appliance works. Default: 80.</summary>
    public int HealthCheckPort { get; init; } = 80;

    /// <summary>Accounts, besides this one, that may make endpoints: IDs of 12 digits. Default: none.</summary>
    public IReadOnlyList<string> AllowedAccounts { get; init; } = ImmutableArray<string>.Empty;
}
