using System.Collections.Immutable;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using CdkVpc = Amazon.CDK.AWS.EC2.Vpc;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A three-tier VPC of another stack in the same account and Region, read from its export.</summary>
/// <remarks>
/// Makes no resource: a parameter of the template of the type <c>AWS::SSM::Parameter::Value&lt;String&gt;</c>, which each
/// deployment reads. Nothing is looked up when the app runs, and neither stack holds the other one back.
/// </remarks>
public sealed class ExportedVpc : Construct
{
    private readonly ExportReader _body;
    private readonly ImmutableSortedDictionary<string, VpcTier> _tiers;

    internal ExportedVpc(Construct scope, string id, ExportedVpcProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        ImmutableArray<ExportedTier> tiers = [.. props.Tiers.OrderBy(tier => tier.Slot)];
        ImmutableArray<Zone> zones = [.. ExportRules.Read(props, this.ContextFor(nameof(ExportedVpcProps))).OrderBy(zone => zone.Label, StringComparer.Ordinal)];
        _body = ExportReader.Of(this, props.ExportName);
        VpcId = Read(ExportFormat.VpcKey, ExportFormat.VpcIdPlace);
        Vpc = CdkVpc.FromVpcAttributes(this, "Vpc", Attributes(tiers, zones));
        _tiers = tiers.ToImmutableSortedDictionary(tier => tier.Name, tier => TierOf(tier, zones), StringComparer.Ordinal);
    }

    /// <summary>The VPC, for CDK's own constructs. Its subnet groups are the tiers.</summary>
    public IVpc Vpc { get; }

    /// <summary>The VPC's ID, as a token.</summary>
    public string VpcId { get; }

    /// <summary>The tiers, by name.</summary>
    public IReadOnlyDictionary<string, VpcTier> Tiers => _tiers;

    /// <summary>A tier by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public VpcTier Tier(string name) => _tiers.GetValueOrDefault(name)
        ?? throw new KeyNotFoundException($"{Node.Path} has no tier '{name}'; its tiers are {string.Join(", ", _tiers.Keys)}");

    private VpcAttributes Attributes(ImmutableArray<ExportedTier> tiers, ImmutableArray<Zone> zones)
    {
        string[]? Of(TierIntent intent, Func<ExportedTier, Zone, string> value) =>
            tiers.Any(tier => tier.Intent == intent) ? [.. tiers.Where(tier => tier.Intent == intent).SelectMany(tier => zones.Select(zone => value(tier, zone)))] : null;

        string[]? Names(TierIntent intent) =>
            tiers.Any(tier => tier.Intent == intent) ? [.. tiers.Where(tier => tier.Intent == intent).Select(tier => tier.Name)] : null;

        return new()
        {
            VpcId = VpcId,
            VpcCidrBlock = Read(ExportFormat.VpcKey, ExportFormat.VpcCidrPlace),
            AvailabilityZones = [.. zones.Select(zone => ZoneName(tiers[0], zone))],
            PublicSubnetIds = Of(TierIntent.Internet, SubnetId),
            PublicSubnetNames = Names(TierIntent.Internet),
            PublicSubnetRouteTableIds = Of(TierIntent.Internet, RouteTableId),
            PrivateSubnetIds = Of(TierIntent.Egress, SubnetId),
            PrivateSubnetNames = Names(TierIntent.Egress),
            PrivateSubnetRouteTableIds = Of(TierIntent.Egress, RouteTableId),
            IsolatedSubnetIds = Of(TierIntent.Isolated, SubnetId),
            IsolatedSubnetNames = Names(TierIntent.Isolated),
            IsolatedSubnetRouteTableIds = Of(TierIntent.Isolated, RouteTableId),
        };
    }

    private VpcTier TierOf(ExportedTier tier, ImmutableArray<Zone> zones) => new(tier.Name, tier.Intent, new(
        () =>
        [
            .. zones.Select(zone => Subnet.FromSubnetAttributes(this, $"{ResourceName.Of(tier.Name)}Subnet{ResourceName.Of(zone.Label)}", new SubnetAttributes
            {
                SubnetId = SubnetId(tier, zone),
                AvailabilityZone = ZoneName(tier, zone),
                RouteTableId = RouteTableId(tier, zone),
            })),
        ],
        // Rules between tiers are the owner's, and CDK's own would repeat them, which EC2 refuses.
        () => TierPlan.IsForWorkloadsWith(tier.Intent)
            ? SecurityGroup.FromSecurityGroupId(
                this,
                $"{ResourceName.Of(tier.Name)}SecurityGroup",
                Read(ExportFormat.KeyOf(tier.Name, tier.Slot), 0),
                new SecurityGroupImportOptions { AllowAllOutbound = false, Mutable = false })
            : null,
        () => [.. zones.Select(zone => RouteTableId(tier, zone))],
        () => [],
        () => []));

    private string SubnetId(ExportedTier tier, Zone zone) => Read(ExportFormat.KeyOf(tier.Name, tier.Slot, zone.Label), ExportFormat.SubnetIdPlace);

    private string RouteTableId(ExportedTier tier, Zone zone) => Read(ExportFormat.KeyOf(tier.Name, tier.Slot, zone.Label), ExportFormat.RouteTableIdPlace);

    private string ZoneName(ExportedTier tier, Zone zone) =>
        zone.AvailabilityZone ?? Read(ExportFormat.KeyOf(tier.Name, tier.Slot, zone.Label), ExportFormat.ZoneNamePlace);

    private string Read(string key, int place) => _body.Read(key, place);
}
