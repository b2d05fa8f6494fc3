namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A text that should be a DNS name is not one.</summary>
    public static Diagnostic NotADnsName => new("NP1501", "not a DNS name");

    /// <summary>A name lies outside its zone.</summary>
    public static Diagnostic NameOutsideZone => new("NP1502", "name outside its zone");

    /// <summary>A CNAME stands at the apex of a zone.</summary>
    public static Diagnostic CnameAtApex => new("NP1503", "CNAME at the apex of a zone");

    /// <summary>An alias record is given a TTL.</summary>
    public static Diagnostic AliasWithTtl => new("NP1504", "alias with a TTL");

    /// <summary>Records of one name and type have different routing policies.</summary>
    public static Diagnostic TwoPolicies => new("NP1505", "two policies on one name");

    /// <summary>Two members of a group have one name or one place.</summary>
    public static Diagnostic DuplicateMember => new("NP1506", "member of a record group given twice");

    /// <summary>Two groups of one tree have one name.</summary>
    public static Diagnostic DuplicateGroup => new("NP1507", "two record groups of one name");

    /// <summary>A record group has no members.</summary>
    public static Diagnostic NoMembers => new("NP1508", "record group without members");

    /// <summary>More records of one name and type than the quota.</summary>
    public static Diagnostic TooManyMembers => new("NP1509", "too many records of one name");

    /// <summary>A member's name cannot be a set identifier and part of a logical ID.</summary>
    public static Diagnostic MemberName => new("NP1510", "not a name of a member");

    /// <summary>A weight is not 0 to 255.</summary>
    public static Diagnostic WeightOutOfRange => new("NP1511", "weight out of range");

    /// <summary>A failover group lacks its primary or its secondary.</summary>
    public static Diagnostic FailoverIncomplete => new("NP1512", "failover without primary or secondary");

    /// <summary>Nothing would notice that a primary fails.</summary>
    public static Diagnostic PrimaryUnmonitored => new("NP1513", "primary whose failure nothing sees");

    /// <summary>A geolocation or IP-based group has no default.</summary>
    public static Diagnostic MissingDefault => new("NP1514", "no default record");

    /// <summary>A location that Route 53 does not have.</summary>
    public static Diagnostic NotALocation => new("NP1515", "not a location");

    /// <summary>A bias is not -99 to 99.</summary>
    public static Diagnostic BiasOutOfRange => new("NP1516", "bias out of range");

    /// <summary>Coordinates that Route 53 does not take.</summary>
    public static Diagnostic NotCoordinates => new("NP1517", "not coordinates");

    /// <summary>A member of a multivalue answer is not one value.</summary>
    public static Diagnostic MultivalueTarget => new("NP1518", "multivalue member that is not one value");

    /// <summary>A value does not have the form of its record type.</summary>
    public static Diagnostic RecordValue => new("NP1519", "not a value of the record type");

    /// <summary>A TTL is not 0 to 2147483647 seconds.</summary>
    public static Diagnostic TtlOutOfRange => new("NP1520", "TTL out of range");

    /// <summary>An alias of a type that its target does not have.</summary>
    public static Diagnostic AliasTypeRefused => new("NP1521", "record type that cannot be an alias");

    /// <summary>Records of type AAAA for a target without IPv6 addresses.</summary>
    public static Diagnostic TargetNotDualStack => new("NP1522", "target without IPv6 addresses");

    /// <summary>Evaluating the health of a CloudFront distribution.</summary>
    public static Diagnostic TargetHealthRefused => new("NP1523", "target whose health cannot be evaluated");

    /// <summary>A block of a CIDR location is too small or too large.</summary>
    public static Diagnostic CidrLocationPrefix => new("NP1524", "CIDR location with an unsupported prefix");

    /// <summary>A record among several has no health check; a warning.</summary>
    public static Diagnostic RecordUnmonitored => new("NP1525", "record without a health check");

    /// <summary>A target whose health AWS does not document; a warning.</summary>
    public static Diagnostic TargetHealthUnknown => new("NP1526", "target whose health is not documented");

    /// <summary>A record that a private zone cannot have.</summary>
    public static Diagnostic NotInPrivateZone => new("NP1527", "record that a private zone cannot have");

    /// <summary>A health check has no endpoint or alarm, or one that cannot be read.</summary>
    public static Diagnostic HealthCheckEndpoint => new("NP1530", "nothing to check the health of");

    /// <summary>Route 53's checkers cannot reach an address.</summary>
    public static Diagnostic HealthCheckUnreachable => new("NP1531", "endpoint that checkers cannot reach");

    /// <summary>A path, a text or a port that the protocol does not have or that is too long.</summary>
    public static Diagnostic HealthCheckRequest => new("NP1532", "health check request that cannot be sent");

    /// <summary>Checkers ask every 10 or 30 seconds.</summary>
    public static Diagnostic HealthCheckInterval => new("NP1533", "health check interval not offered");

    /// <summary>A threshold that makes no sense.</summary>
    public static Diagnostic HealthCheckThreshold => new("NP1534", "health check threshold out of range");

    /// <summary>Regions without checkers, or fewer than three.</summary>
    public static Diagnostic HealthCheckRegions => new("NP1535", "health checker Regions");

    /// <summary>A calculated health check counts 1 to 256 others.</summary>
    public static Diagnostic HealthCheckChildren => new("NP1536", "number of child health checks");

    /// <summary>A calculated health check cannot count another.</summary>
    public static Diagnostic HealthCheckNested => new("NP1537", "calculated health check inside another");

    /// <summary>A zone's name is not one.</summary>
    public static Diagnostic ZoneName => new("NP1540", "not the name of a zone");

    /// <summary>Something that AWS makes in one Region only.</summary>
    public static Diagnostic ZoneRegion => new("NP1541", "not possible in this Region");

    /// <summary>A private zone has no VPC, or one VPC twice.</summary>
    public static Diagnostic ZoneVpcs => new("NP1542", "private zone and its VPCs");

    /// <summary>A delegation has too few name servers, or some that are not names.</summary>
    public static Diagnostic DelegationNameServers => new("NP1543", "name servers of a delegation");

    /// <summary>No zone can prove that a name of a certificate is yours.</summary>
    public static Diagnostic CertificateZone => new("NP1544", "certificate name without a zone");

    /// <summary>A certificate has no names, too many, one twice, or a first one that is too long.</summary>
    public static Diagnostic CertificateNames => new("NP1545", "names of a certificate");

    /// <summary>An application needs several Regions, each once.</summary>
    public static Diagnostic ApplicationRegions => new("NP1550", "Regions of an application");

    /// <summary>A routing names Regions that the application does not have, or leaves some out.</summary>
    public static Diagnostic ApplicationRouting => new("NP1551", "routing that does not fit the Regions");

    /// <summary>A regional entry point that the routing cannot use.</summary>
    public static Diagnostic ApplicationEntry => new("NP1552", "entry point that cannot be routed to");

    /// <summary>A continent's clients could be answered from Regions that are not its own.</summary>
    public static Diagnostic CompliantContinent => new("NP1553", "continent answered from elsewhere");

    /// <summary>A resolver endpoint needs addresses in two subnets.</summary>
    public static Diagnostic ResolverAddresses => new("NP1560", "addresses of a resolver endpoint");

    /// <summary>A resolver rule whose type and targets contradict each other.</summary>
    public static Diagnostic ResolverRule => new("NP1561", "resolver rule");

    /// <summary>A DNS Firewall rule that AWS would refuse.</summary>
    public static Diagnostic FirewallRule => new("NP1562", "DNS Firewall rule");

    /// <summary>A share has no principal, or one that is not an account or an organization.</summary>
    public static Diagnostic ShareWithNobody => new("NP1563", "share with nobody");

    /// <summary>A Profile has nothing to share, or one name twice.</summary>
    public static Diagnostic ProfileResources => new("NP1564", "contents of a Route 53 Profile");

    /// <summary>A safety rule that names unknown controls or needs more of them than there are.</summary>
    public static Diagnostic SafetyRule => new("NP1565", "safety rule");
}
