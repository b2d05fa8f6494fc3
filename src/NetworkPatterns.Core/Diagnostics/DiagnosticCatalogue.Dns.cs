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
}
