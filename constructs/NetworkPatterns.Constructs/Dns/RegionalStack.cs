using Amazon.CDK;
using Amazon.CDK.AWS.Route53;
using Constructs;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>The stack of one Region of a <see cref="MultiRegionApplication"/>.</summary>
public sealed class RegionalStack : Stack
{
    internal RegionalStack(Construct scope, string id, IStackProps props, ApplicationRegion region, string regionalName, string? hostedZoneId, string zoneName)
        : base(scope, id, props)
    {
        ApplicationRegion = region;
        RegionalName = regionalName;
        Zone = hostedZoneId is null ? null : Zones.FromId(this, "HostedZone", hostedZoneId, zoneName);
    }

    /// <summary>The Region.</summary>
    public ApplicationRegion ApplicationRegion { get; }

    /// <summary>The Region's own name, such as <c>eu.app.example.com</c>: certificates must have it beside the application's.</summary>
    public string RegionalName { get; }

    /// <summary>The zone, for certificates; <see langword="null"/> until the zone's ID is known to the props.</summary>
    public IHostedZone? Zone { get; }
}
