namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A token stands where the plan needs a literal.</summary>
    public static Diagnostic TokenForLiteral => new("NP1201", "token where a literal is needed");

    /// <summary>A port is not one.</summary>
    public static Diagnostic PortOutOfRange => new("NP1202", "port out of range");

    /// <summary>A range of ports whose first port is above its last.</summary>
    public static Diagnostic PortRangeBackwards => new("NP1203", "port range runs backwards");

    /// <summary>A rule names a tier that the VPC does not have.</summary>
    public static Diagnostic UnknownTier => new("NP1204", "rule names an unknown tier");

    /// <summary>A rule is listed twice.</summary>
    public static Diagnostic DuplicateRule => new("NP1205", "rule listed twice");

    /// <summary>An egress rule names a tier whose ingress it is.</summary>
    public static Diagnostic EgressToTier => new("NP1206", "egress to a tier of the same VPC");

    /// <summary>A rule lets the internet into a tier that the internet cannot reach.</summary>
    public static Diagnostic NoWayInFromInternet => new("NP1207", "no way in from the internet");

    /// <summary>Props that exclude each other.</summary>
    public static Diagnostic ContradictoryProps => new("NP1208", "contradictory props");

    /// <summary>The zone of a single NAT gateway is not one of the VPC.</summary>
    public static Diagnostic NatZoneUnknown => new("NP1209", "NAT gateway in an unknown zone");

    /// <summary>NAT gateways are asked for and there is no public subnet to put them in.</summary>
    public static Diagnostic NatWithoutPublicTier => new("NP1210", "NAT gateway without a public tier");

    /// <summary>A tier is to have egress and there is no NAT gateway.</summary>
    public static Diagnostic EgressWithoutNat => new("NP1211", "egress without a NAT gateway");

    /// <summary>More network ACL entries than the quota.</summary>
    public static Diagnostic TooManyAclEntries => new("NP1212", "too many network ACL entries");

    /// <summary>More security group rules than the quota.</summary>
    public static Diagnostic TooManyGroupRules => new("NP1213", "too many security group rules");

    /// <summary>More rules than a tier can number.</summary>
    public static Diagnostic TooManyRules => new("NP1214", "too many rules in a tier");

    /// <summary>A retention that CloudWatch Logs does not offer.</summary>
    public static Diagnostic RetentionNotOffered => new("NP1215", "retention not offered");

    /// <summary>A gateway endpoint is listed twice.</summary>
    public static Diagnostic DuplicateEndpoint => new("NP1216", "gateway endpoint listed twice");

    /// <summary>Two tier names give the same logical IDs.</summary>
    public static Diagnostic TierNamesClash => new("NP1217", "tier names clash");

    /// <summary>Which public tier holds the NAT gateways is open, or is none of the VPC's.</summary>
    public static Diagnostic NatTierUnclear => new("NP1218", "public tier of the NAT gateways unclear");
}
