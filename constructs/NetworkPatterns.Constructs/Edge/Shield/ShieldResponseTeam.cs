using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Shield;

/// <summary>Somebody whom AWS's Shield Response Team reaches while an attack lasts.</summary>
/// <param name="EmailAddress">The mail address.</param>
/// <param name="PhoneNumber">The number with country code, such as <c>+31201234567</c>; needed where the team calls by itself.</param>
public sealed record ShieldContact(string EmailAddress, string? PhoneNumber = null);

/// <summary>What AWS's Shield Response Team may do in the account.</summary>
public sealed class ShieldResponseTeamProps
{
    /// <summary>Whom the team reaches: 1 to 10.</summary>
    public required IReadOnlyList<ShieldContact> Contacts { get; init; }

    /// <summary>
    /// Whether the team calls by itself when a health check of a protection fails during an attack. Needs Business or Enterprise Support, and
    /// health checks on the protections. Default: no.
    /// </summary>
    public bool CallsByItself { get; init; }

    /// <summary>Buckets of logs, at most 10, that the team may read beside those of AWS WAF. Default: none.</summary>
    public IReadOnlyList<string> LogBucketNames { get; init; } = [];
}

/// <summary>Lets AWS's Shield Response Team look at and change AWS WAF and Shield in the account. One for an account that subscribes to Shield Advanced.</summary>
/// <remarks>
/// Emits <c>AWS::IAM::Role</c>, <c>AWS::Shield::DRTAccess</c> and <c>AWS::Shield::ProactiveEngagement</c>. The role has a managed policy of AWS's,
/// because the team takes no other.
/// <para>Source: https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-access.html</para>
/// </remarks>
public sealed class ShieldResponseTeam : Construct
{
    /// <summary>Plans the access and makes it.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public ShieldResponseTeam(Construct scope, string id, ShieldResponseTeamProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        _ = this.Emit(ShieldResponseTeamPlan.From(props, this.ContextFor(nameof(ShieldResponseTeamProps))).ToBlueprint());
    }
}
