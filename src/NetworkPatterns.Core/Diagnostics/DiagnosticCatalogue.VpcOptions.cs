namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>Where the VPC's block comes from is open, or said twice.</summary>
    public static Diagnostic VpcBlockUnclear => new("NP1220", "where the VPC's block comes from is unclear");

    /// <summary>A secondary block is to come from an IPAM pool.</summary>
    public static Diagnostic SecondaryBlockFromPool => new("NP1221", "secondary block from an IPAM pool");

    /// <summary>A rule names addresses of a family that the tier does not have.</summary>
    public static Diagnostic FamilyMismatch => new("NP1222", "rule for an address family that the tier does not have");

    /// <summary>DNS64 is asked for where no NAT gateway translates.</summary>
    public static Diagnostic Dns64WithoutNat => new("NP1223", "DNS64 without a NAT gateway");

    /// <summary>A tier for attachments or firewall endpoints has what only tiers for workloads can have.</summary>
    public static Diagnostic NotForThisIntent => new("NP1224", "not for a tier of this intent");

    /// <summary>A feature that a partition does not have.</summary>
    public static Diagnostic NotInPartition => new("NP1225", "not in this partition");

    /// <summary>Something that a Local Zone or Wavelength Zone does not have.</summary>
    public static Diagnostic NotInEdgeZone => new("NP1226", "not in a Local Zone or Wavelength Zone");

    /// <summary>An Elastic IP for a zone where nothing takes it.</summary>
    public static Diagnostic ElasticIpUnused => new("NP1227", "Elastic IP that nothing uses");

    /// <summary>A NAT instance that cannot get its packages.</summary>
    public static Diagnostic NatInstanceWithoutHttps => new("NP1228", "NAT instance without HTTPS");

    /// <summary>A tier that goes through private NAT gateways has no egress.</summary>
    public static Diagnostic PrivateNatWithoutEgress => new("NP1229", "private NAT gateway for a tier without egress");

    /// <summary>An option names a tier that the VPC does not have.</summary>
    public static Diagnostic UnknownTierInOption => new("NP1230", "option names an unknown tier");

    /// <summary>A message of ICMP that rules do not cover.</summary>
    public static Diagnostic IcmpNotCovered => new("NP1231", "ICMP message that rules do not cover");

    /// <summary>A blocked range holds addresses of the VPC itself, or all there are.</summary>
    public static Diagnostic BlockedRangeOfVpc => new("NP1232", "blocked range of the VPC itself");

    /// <summary>A prefix list or security group of a rule without a name or a size.</summary>
    public static Diagnostic BadPeer => new("NP1233", "prefix list or security group incompletely named");

    /// <summary>A service that the table of interface endpoints does not have.</summary>
    public static Diagnostic UnknownEndpointService => new("NP1234", "unknown endpoint service");

    /// <summary>Which tier holds the interface endpoints is open, or it cannot.</summary>
    public static Diagnostic EndpointTierUnclear => new("NP1235", "tier of the interface endpoints unclear");

    /// <summary>A zone of an endpoint that is not one of the VPC.</summary>
    public static Diagnostic EndpointZoneUnknown => new("NP1236", "endpoint in an unknown zone");

    /// <summary>An interface endpoint is listed twice.</summary>
    public static Diagnostic DuplicateInterfaceEndpoint => new("NP1237", "interface endpoint listed twice");

    /// <summary>Not the ID of an organization.</summary>
    public static Diagnostic NotAnOrganization => new("NP1238", "not an organization's ID");

    /// <summary>A field of flow logs that AWS does not have, or that is given twice.</summary>
    public static Diagnostic BadFlowLogField => new("NP1239", "flow log field unknown or given twice");

    /// <summary>DHCP options that AWS does not take.</summary>
    public static Diagnostic BadDhcpOptions => new("NP1240", "DHCP options out of range");

    /// <summary>A number of partitions that a placement group cannot have.</summary>
    public static Diagnostic PartitionsOutOfRange => new("NP1241", "partitions out of range");

    /// <summary>A share without a name, a tier or somebody to share with.</summary>
    public static Diagnostic BadShare => new("NP1242", "share incomplete");

    /// <summary>Zones by name in a VPC whose subnets are shared.</summary>
    public static Diagnostic SharedZoneNames => new("NP1243", "shared subnets with zones by name");

    /// <summary>A public tier that the VPC's own block of public access closes.</summary>
    public static Diagnostic PublicTierBlocked => new("NP1244", "public tier behind Block Public Access");

    /// <summary>More exclusions from Block Public Access than the quota.</summary>
    public static Diagnostic TooManyExclusions => new("NP1245", "too many exclusions from Block Public Access");

    /// <summary>More resources than a stack should have.</summary>
    public static Diagnostic TooManyResources => new("NP1246", "too many resources for a stack");

    /// <summary>A list that must name something is empty.</summary>
    public static Diagnostic NothingNamed => new("NP1247", "option names nothing");

    /// <summary>An export that does not fit into one parameter.</summary>
    public static Diagnostic ExportTooLong => new("NP1248", "export too long for a parameter");

    /// <summary>What is read from an export is unclear.</summary>
    public static Diagnostic ImportUnclear => new("NP1249", "import from an export unclear");

    /// <summary>A Reachability Analyzer path without two ends.</summary>
    public static Diagnostic NoInsightsPath => new("NP1250", "no path to analyze");

    /// <summary>A traffic mirror whose target or sources are unclear.</summary>
    public static Diagnostic MirrorUnclear => new("NP1251", "traffic mirror unclear");
}
