using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.Route53;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>A VPC by its ID.</summary>
/// <param name="VpcId">The VPC's ID.</param>
/// <param name="Region">Its Region.</param>
/// <param name="AccountId">Its account, where that is another than the zone's.</param>
public sealed record ZoneVpc(string VpcId, string Region, string? AccountId = null);

/// <summary>What a private hosted zone is to be.</summary>
public sealed class PrivateZoneProps
{
    /// <summary>The zone's name, such as <c>internal.example.com</c>. A change replaces the zone.</summary>
    public required string ZoneName { get; init; }

    /// <summary>VPCs of the stack's Region and account that see the zone; they need DNS support and DNS hostnames. Default: none.</summary>
    public IReadOnlyList<IVpc> Vpcs { get; init; } = [];

    /// <summary>
    /// VPCs by ID, of any Region. One of another account is associated in two steps that CloudFormation has no resource for:
    /// an output gives the commands. A Route 53 Profile does the same without commands. Default: none.
    /// </summary>
    public IReadOnlyList<ZoneVpc> VpcsById { get; init; } = [];

    /// <summary>A comment, up to 256 characters. Default: none.</summary>
    public string? Comment { get; init; }
}

/// <summary>A private hosted zone: its names exist in its VPCs only.</summary>
/// <remarks>
/// Emits <c>AWS::Route53::HostedZone</c>, kept when the stack goes.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html</para>
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html</para>
/// </remarks>
public sealed class PrivateZone : Construct
{
    /// <summary>Plans the zone and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public PrivateZone(Construct scope, string id, PrivateZoneProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(PrivateZoneProps));
        var plan = ZonePlan.From(props, [.. props.Vpcs.Select(vpc => vpc.VpcId)], context);
        ZoneName = plan.Name;
        var (blueprint, inputs) = ZoneBlueprint.FromPrivate(plan, context);
        Resources = this.Emit(blueprint, inputs);
        Zone = Zones.FromId(this, "View", HostedZoneId, ZoneName);
        foreach (var vpc in plan.ForeignVpcs)
        {
            var where = $"--hosted-zone-id ID --vpc VPCRegion={vpc.Region},VPCId={vpc.VpcId}";
            _ = new CfnOutput(this, $"Associate{ResourceName.Of(vpc.VpcId)}", new CfnOutputProps
            {
                Description = $"The ID in: aws route53 create-vpc-association-authorization {where} (in the zone's account), then aws route53 associate-vpc-with-hosted-zone {where} (in account {vpc.AccountId})",
                Value = HostedZoneId,
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
}
