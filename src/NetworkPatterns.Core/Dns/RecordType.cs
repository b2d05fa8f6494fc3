namespace NetworkPatterns.Core.Dns;

/// <summary>The type of a DNS record, by its name in DNS.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html</remarks>
public enum RecordType
{
    /// <summary>An IPv4 address.</summary>
    A,

    /// <summary>An IPv6 address.</summary>
    AAAA,

    /// <summary>Which certificate authorities may issue certificates for the name.</summary>
    CAA,

    /// <summary>Another name for which the client asks instead; never at the apex of a zone.</summary>
    CNAME,

    /// <summary>The digest of a child zone's key: the link of the DNSSEC chain of trust.</summary>
    DS,

    /// <summary>Service parameters for HTTPS.</summary>
    HTTPS,

    /// <summary>A mail server, with its priority.</summary>
    MX,

    /// <summary>A rule that rewrites a value, used in telephony.</summary>
    NAPTR,

    /// <summary>A name server: delegates a child zone.</summary>
    NS,

    /// <summary>The name of an address (reverse lookup).</summary>
    PTR,

    /// <summary>What TXT holds today; kept for zones that have it from before RFC 7208.</summary>
    SPF,

    /// <summary>Host and port of a service.</summary>
    SRV,

    /// <summary>Service parameters for any protocol.</summary>
    SVCB,

    /// <summary>Text.</summary>
    TXT,
}
