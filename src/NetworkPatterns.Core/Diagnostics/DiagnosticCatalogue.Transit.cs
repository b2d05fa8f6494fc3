namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A segment's name cannot be part of a logical ID, or two would have the same.</summary>
    public static Diagnostic BadSegmentName => new("NP1400", "segment name unusable");

    /// <summary>A hub without segments.</summary>
    public static Diagnostic NoSegments => new("NP1401", "hub without segments");

    /// <summary>A pair names a segment that the hub does not have.</summary>
    public static Diagnostic PairOfUnknownSegment => new("NP1402", "pair of an unknown segment");

    /// <summary>A pair of segments is given twice.</summary>
    public static Diagnostic DuplicatePair => new("NP1403", "pair given twice");

    /// <summary>An ASN that a Transit Gateway cannot have.</summary>
    public static Diagnostic AsnOutOfRange => new("NP1404", "ASN out of range");

    /// <summary>Two gateways that meet have the same ASN.</summary>
    public static Diagnostic AsnClash => new("NP1405", "two gateways with one ASN");

    /// <summary>Two attached VPCs have addresses in common.</summary>
    public static Diagnostic SpokesOverlap => new("NP1406", "attached VPCs overlap");

    /// <summary>A VPC is attached twice to one hub.</summary>
    public static Diagnostic SpokeTwice => new("NP1407", "VPC attached twice");

    /// <summary>An attachment of a segment that the hub does not have.</summary>
    public static Diagnostic UnknownSegment => new("NP1408", "unknown segment");

    /// <summary>A VPC without subnets of its own for the attachment, or with several tiers of them.</summary>
    public static Diagnostic AttachmentTierUnclear => new("NP1409", "subnets of the attachment unclear");

    /// <summary>A tier cannot be routed to the hub.</summary>
    public static Diagnostic TierNotRoutable => new("NP1410", "tier cannot be routed to the hub");

    /// <summary>A VPC block outside of what is private to the estate.</summary>
    public static Diagnostic OutsidePrivateRanges => new("NP1411", "block outside the private ranges");

    /// <summary>A private range that routes cannot name.</summary>
    public static Diagnostic BadPrivateRange => new("NP1412", "private range unusable");

    /// <summary>A range of the gateway itself that AWS does not take.</summary>
    public static Diagnostic BadGatewayRange => new("NP1413", "range of the gateway unusable");

    /// <summary>A hub is needed in another stack, and exports nothing.</summary>
    public static Diagnostic HubNotExported => new("NP1414", "hub not exported");

    /// <summary>A hub is needed in another account or Region than its own.</summary>
    public static Diagnostic HubElsewhere => new("NP1415", "hub of another account or Region");

    /// <summary>An IPv6 tier whose IPv6 would not go to the hub.</summary>
    public static Diagnostic Ipv6NotRouted => new("NP1416", "IPv6 not routed to the hub");

    /// <summary>A segment's ranges are unusable.</summary>
    public static Diagnostic BadSegmentRange => new("NP1417", "range of a segment unusable");

    /// <summary>A VPC block outside of its segment's ranges.</summary>
    public static Diagnostic OutsideSegmentRanges => new("NP1418", "block outside its segment's ranges");

    /// <summary>A principal that AWS RAM does not take.</summary>
    public static Diagnostic HubSharedWithNobody => new("NP1419", "hub shared with nobody");

    /// <summary>Flow logs of a kind that Transit Gateways do not have here.</summary>
    public static Diagnostic HubFlowLogs => new("NP1420", "flow logs of a hub");

    /// <summary>An attachment is identified incompletely.</summary>
    public static Diagnostic AttachmentUnclear => new("NP1421", "attachment unclear");

    /// <summary>A central egress that nobody uses, or that cannot be one.</summary>
    public static Diagnostic EgressUnused => new("NP1422", "central egress unusable");

    /// <summary>What inspects, or what is inspected, is unclear.</summary>
    public static Diagnostic InspectionUnclear => new("NP1423", "inspection unclear");

    /// <summary>A hub of another Region is unclear.</summary>
    public static Diagnostic PeerUnclear => new("NP1424", "peer unclear");

    /// <summary>A firewall's rules that AWS Network Firewall does not take.</summary>
    public static Diagnostic FirewallRulesUnclear => new("NP1425", "firewall rules unclear");

    /// <summary>An appliance service that cannot be made.</summary>
    public static Diagnostic ApplianceServiceUnclear => new("NP1426", "appliance service unclear");
}
