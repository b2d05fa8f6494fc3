namespace NetworkPatterns.Core.Dns;

/// <summary>One choice of a record group: for whom it is meant and what it answers.</summary>
/// <param name="Name">
/// Its name in the group: a letter, then letters, digits and hyphens. It is the record's set identifier and part of its
/// logical ID: renaming a member replaces its record.
/// </param>
/// <param name="Selector">For which clients it is meant.</param>
/// <param name="Target">What it answers with.</param>
public sealed record RecordMember(string Name, RoutingSelector Selector, RecordTarget Target)
{
    /// <summary>The ID of a Route 53 health check that must pass, a literal or a token. Default: none.</summary>
    public string? HealthCheckId { get; init; }

    /// <summary>
    /// Whether an alias takes over the health of its target. Default: yes, except for CloudFront, which AWS refuses. Say no
    /// where clients must stay in this branch even while all of it is unhealthy.
    /// </summary>
    public bool? EvaluateTargetHealth { get; init; }

    /// <summary>The only member of a simple group.</summary>
    public static RecordMember Simple(RecordTarget target) => new("only", new RoutingSelector.Simple(), target);

    /// <summary>A member with a share of the clients.</summary>
    /// <param name="name">Its name in the group.</param>
    /// <param name="weight">0 to 255.</param>
    /// <param name="target">What it answers with.</param>
    public static RecordMember Weighted(string name, int weight, RecordTarget target) =>
        new(name, new RoutingSelector.Weighted(weight), target);

    /// <summary>A member for clients that reach a Region fastest; named after the Region.</summary>
    public static RecordMember Latency(string region, RecordTarget target) =>
        new(region, new RoutingSelector.Latency(region), target);

    /// <summary>The member that answers while it is healthy; named <c>primary</c>.</summary>
    public static RecordMember Primary(RecordTarget target) => new("primary", new RoutingSelector.Failover(IsPrimary: true), target);

    /// <summary>The member that answers while the primary is unhealthy; named <c>secondary</c>.</summary>
    public static RecordMember Secondary(RecordTarget target) => new("secondary", new RoutingSelector.Failover(IsPrimary: false), target);

    /// <summary>A member for clients at a place.</summary>
    public static RecordMember Geolocation(string name, GeoLocation location, RecordTarget target) =>
        new(name, new RoutingSelector.Geolocation(location), target);

    /// <summary>The member of a geolocation group for clients at no other member's place; named <c>default</c>.</summary>
    public static RecordMember DefaultGeolocation(RecordTarget target) => Geolocation("default", GeoLocation.Default, target);

    /// <summary>A member for clients that are near.</summary>
    /// <param name="name">Its name in the group.</param>
    /// <param name="place">Where its resource is.</param>
    /// <param name="target">What it answers with.</param>
    /// <param name="bias">-99 to 99.</param>
    public static RecordMember Geoproximity(string name, GeoproximityPlace place, RecordTarget target, int bias = 0) =>
        new(name, new RoutingSelector.Geoproximity(place, bias), target);

    /// <summary>One of the values of a multivalue answer.</summary>
    public static RecordMember Multivalue(string name, string value) =>
        new(name, new RoutingSelector.Multivalue(), RecordTarget.Values(value));

    /// <summary>A member for clients of some address ranges; its name is that of the CIDR location.</summary>
    /// <param name="name">Its name in the group.</param>
    /// <param name="cidrBlocks">IPv4 blocks of /1 to /24, IPv6 blocks of /1 to /48.</param>
    /// <param name="target">What it answers with.</param>
    public static RecordMember IpBased(string name, IEnumerable<string> cidrBlocks, RecordTarget target) =>
        new(name, new RoutingSelector.IpBased([.. cidrBlocks]), target);

    /// <summary>The member of an IP-based group for clients of no other member's ranges; named <c>default</c>.</summary>
    public static RecordMember DefaultIp(RecordTarget target) => new("default", new RoutingSelector.IpBased([]), target);
}
