using Amazon.CDK.AWS.Route53;
using Constructs;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Zones that exist already.</summary>
public static class Zones
{
    /// <summary>A public zone by its ID and name; nothing is looked up.</summary>
    /// <param name="scope">Where it is used.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="hostedZoneId">The zone's ID, a literal or a token.</param>
    /// <param name="zoneName">The zone's name.</param>
    public static IHostedZone FromId(Construct scope, string id, string hostedZoneId, string zoneName) =>
        HostedZone.FromHostedZoneAttributes(scope, id, new HostedZoneAttributes { HostedZoneId = hostedZoneId, ZoneName = zoneName });

    /// <summary>A private zone by its ID and name; nothing is looked up.</summary>
    /// <param name="scope">Where it is used.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="hostedZoneId">The zone's ID, a literal or a token.</param>
    /// <param name="zoneName">The zone's name.</param>
    public static IHostedZone FromPrivateId(Construct scope, string id, string hostedZoneId, string zoneName) =>
        FromId(new PrivateZoneView(scope, id), "View", hostedZoneId, zoneName);

    // CDK's own view of a private zone knows no name, so a view of a zone with a name is known by where it stands.
    internal static bool IsPrivate(IHostedZone zone) =>
        zone is IPrivateHostedZone || zone.Node.Scope is PrivateZone or PrivateZoneView;

    private sealed class PrivateZoneView(Construct scope, string id) : Construct(scope, id);
}
