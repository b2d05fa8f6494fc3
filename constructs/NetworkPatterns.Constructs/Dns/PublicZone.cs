using Amazon.CDK;
using Amazon.CDK.AWS.Route53;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>What a public hosted zone is to be.</summary>
public sealed class PublicZoneProps
{
    /// <summary>The zone's name, such as <c>example.com</c>. A change replaces the zone.</summary>
    public required string ZoneName { get; init; }

    /// <summary>A comment, up to 256 characters. Default: none.</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// For how many days CloudWatch Logs keeps the queries for the zone. Default: they are not logged. Only in a stack of
    /// us-east-1, where Route 53 writes its logs.
    /// </summary>
    public int? QueryLogRetentionDays { get; init; }

    /// <summary>
    /// Whether the zone is signed (DNSSEC), with a KMS key of its own. Default: no. Only in a stack of us-east-1. The parent
    /// zone then needs a DS record, which an output tells how to get; until it is there, nothing is validated.
    /// </summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether Route 53 restores changes of the zone within an hour when us-east-1 fails (accelerated recovery). Default: no.</summary>
    public bool AcceleratedRecovery { get; init; }
}

/// <summary>A public hosted zone, with query logging and DNSSEC signing if wanted.</summary>
/// <remarks>
/// Emits <c>AWS::Route53::HostedZone</c>, kept when the stack goes; for logging <c>AWS::Logs::LogGroup</c> and
/// <c>AWS::Logs::ResourcePolicy</c>; for signing <c>AWS::KMS::Key</c>, <c>AWS::Route53::KeySigningKey</c> and
/// <c>AWS::Route53::DNSSEC</c>.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html</para>
/// </remarks>
public sealed class PublicZone : Construct
{
    /// <summary>Plans the zone and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public PublicZone(Construct scope, string id, PublicZoneProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = ZonePlan.From(props, this.ContextFor(nameof(PublicZoneProps)));
        ZoneName = plan.Name;
        Resources = this.Emit(ZoneBlueprint.From(plan));
        Zone = Zones.FromId(this, "View", HostedZoneId, ZoneName);
        if (plan.IsSigned)
        {
            _ = new CfnOutput(this, "DsRecordCommand", new CfnOutputProps
            {
                Description = "Shows the DS record that the parent zone needs for DNSSEC",
                Value = $"aws route53 get-dnssec --hosted-zone-id {HostedZoneId} --query KeySigningKeys[0].DSRecord --output text",
            });
        }
    }

    internal EmittedBlueprint Resources { get; }

    /// <summary>The zone, for records and for CDK's own constructs.</summary>
    public IHostedZone Zone { get; }

    /// <summary>The zone's name.</summary>
    public string ZoneName { get; }

    /// <summary>The zone's ID, as a token.</summary>
    public string HostedZoneId => Resources.Ref(ZoneBlueprint.ZoneId);

    /// <summary>The zone's name servers, as a token that is a list: for a <see cref="ZoneDelegation"/>.</summary>
    public string[] NameServers => Token.AsList(Resources.GetResource(ZoneBlueprint.ZoneId).GetAtt("NameServers", ResolutionTypeHint.STRING_LIST));

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => Resources.GetResource(id);
}
