namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A text that should be a CIDR block is not one.</summary>
    public static Diagnostic NotACidr => new("NP1001", "not a CIDR block");

    /// <summary>Bits behind the prefix are set.</summary>
    public static Diagnostic HostBitsSet => new("NP1002", "host bits set");

    /// <summary>A VPC's block is larger than /16 or smaller than /28.</summary>
    public static Diagnostic VpcBlockSize => new("NP1003", "VPC block size out of range");

    /// <summary>A VPC's block lies where no VPC can be: link-local, loopback, multicast, or not IPv4.</summary>
    public static Diagnostic NotAVpcRange => new("NP1004", "not a range for a VPC");

    /// <summary>Two blocks of one VPC overlap.</summary>
    public static Diagnostic VpcBlocksOverlap => new("NP1005", "blocks of one VPC overlap");

    /// <summary>AWS does not let a VPC with this primary block have this secondary block.</summary>
    public static Diagnostic VpcBlocksNotCombinable => new("NP1006", "blocks that a VPC cannot combine");

    /// <summary>More blocks or subnets than the account's quota for one VPC.</summary>
    public static Diagnostic VpcQuotaExceeded => new("NP1007", "VPC quota exceeded");

    /// <summary>A tier or secondary block has a name that cannot be used.</summary>
    public static Diagnostic BadName => new("NP1008", "name missing, malformed or taken");

    /// <summary>A tier names a block that the VPC does not have.</summary>
    public static Diagnostic UnknownVpcBlock => new("NP1009", "no such block of the VPC");

    /// <summary>A text that should be a zone is neither a zone name nor an AZ ID.</summary>
    public static Diagnostic NotAZone => new("NP1010", "not a zone");

    /// <summary>A zone does not belong to the stack's Region, or the zones belong to several.</summary>
    public static Diagnostic ZoneOfAnotherRegion => new("NP1011", "zone of another Region");

    /// <summary>A zone is given twice.</summary>
    public static Diagnostic DuplicateZone => new("NP1012", "zone given twice");

    /// <summary>Some zones of a VPC are written by name and some by ID or index.</summary>
    public static Diagnostic MixedZoneKinds => new("NP1013", "zone names and AZ IDs mixed");

    /// <summary>A Local or Wavelength Zone has no slot.</summary>
    public static Diagnostic ZoneWithoutSlot => new("NP1014", "zone needs a slot");

    /// <summary>Two tiers or two zones want the same slot.</summary>
    public static Diagnostic SlotTaken => new("NP1015", "slot taken");

    /// <summary>A tier's or zone's slot is past the declared maximum.</summary>
    public static Diagnostic SlotOutOfRange => new("NP1016", "slot past the declared maximum");

    /// <summary>A declared maximum of zones or tiers is not 1 to 16.</summary>
    public static Diagnostic DeclaredMaximum => new("NP1017", "declared maximum out of range");

    /// <summary>A VPC without zones or without tiers has no subnets.</summary>
    public static Diagnostic NothingToPlan => new("NP1018", "no zones or no tiers");

    /// <summary>A block is too small for what must fit in it.</summary>
    public static Diagnostic TooFewAddresses => new("NP1019", "too few addresses");

    /// <summary>A size is not a prefix of /16 to /28 or not a positive number of addresses.</summary>
    public static Diagnostic SubnetSizeOutOfRange => new("NP1020", "subnet size out of range");

    /// <summary>A tier that takes several slots does not begin at a multiple of their number.</summary>
    public static Diagnostic SlotNotAligned => new("NP1021", "large tier at an unaligned slot");

    /// <summary>A pinned subnet is not inside one block of the VPC.</summary>
    public static Diagnostic PinOutsideVpc => new("NP1022", "pinned subnet outside the VPC");

    /// <summary>A pinned subnet overlaps another pin or the addresses that the plan keeps for a tier.</summary>
    public static Diagnostic PinOverlaps => new("NP1023", "pinned subnet overlaps");

    /// <summary>A pin names a tier or zone that the VPC does not have, or pins a subnet twice.</summary>
    public static Diagnostic PinOfNothing => new("NP1024", "pin of no subnet");

    /// <summary>Two subnets want the same /64 of the VPC's /56, or a place is not 0 to 255.</summary>
    public static Diagnostic Ipv6IndexTaken => new("NP1025", "IPv6 place taken or out of range");

    /// <summary>A text that should be the code of a Region is not one.</summary>
    public static Diagnostic NotARegion => new("NP1026", "not a Region");

    /// <summary>What was given as a CDK <c>Vpc</c> is nothing that the construct makes.</summary>
    public static Diagnostic NotACdkVpc => new("NP1027", "not a layout of the CDK Vpc");

    /// <summary>A template does not say the layout of the VPC that should be adopted.</summary>
    public static Diagnostic LayoutNotReadable => new("NP1028", "layout not readable from the template");

    /// <summary>A VPC's block is publicly routable; a warning.</summary>
    public static Diagnostic PublicVpcRange => new("NP1030", "publicly routable VPC range");

    /// <summary>A VPC's block overlaps 172.17.0.0/16, which some AWS services use inside; a warning.</summary>
    public static Diagnostic DockerRange => new("NP1031", "range that AWS services use");

    /// <summary>Two ranges of an app's address book overlap.</summary>
    public static Diagnostic AddressRangesOverlap => new("NP1040", "address ranges overlap");

    /// <summary>A range of an address book cannot be what it is said to be, such as a Client VPN pool of /28.</summary>
    public static Diagnostic NotARangeOfItsKind => new("NP1041", "range not possible for its kind");
}
