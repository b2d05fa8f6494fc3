namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>Who says which interfaces of a multicast domain receive and send. EC2 has no operation that changes it on a domain that is there.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/multicast-domains-about.html</remarks>
public enum MulticastMode
{
    /// <summary>Members are registered; every interface in the domain's subnets may send.</summary>
    StaticMembers,

    /// <summary>Members and sources are registered; only sources send.</summary>
    StaticSources,

    /// <summary>Members join and leave by IGMPv2, or are registered; every interface in the domain's subnets may send.</summary>
    Igmp,
}
