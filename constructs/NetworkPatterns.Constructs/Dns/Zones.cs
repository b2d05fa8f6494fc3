using Amazon.CDK.AWS.Route53;
using Constructs;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Zones that exist already.</summary>
public static class Zones
{
    /// <summary>A zone by its ID and name; nothing is looked up.</summary>
    /// <param name="scope">Where it is used.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="hostedZoneId">The zone's ID, a literal or a token.</param>
    /// <param name="zoneName">The zone's name.</param>
    public static IHostedZone FromId(Construct scope, string id, string hostedZoneId, string zoneName) =>
        HostedZone.FromHostedZoneAttributes(scope, id, new HostedZoneAttributes { HostedZoneId = hostedZoneId, ZoneName = zoneName });
}
