namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>The two VPCs of a peering have addresses in common.</summary>
    public static Diagnostic PeeringOverlap => new("NP1450", "peered VPCs with common addresses");

    /// <summary>A side of a peering without blocks or route tables, or that is no other VPC.</summary>
    public static Diagnostic PeeringUnclear => new("NP1451", "side of a peering unclear");

    /// <summary>A peering across accounts that nothing may accept.</summary>
    public static Diagnostic PeeringRoleMissing => new("NP1452", "peering across accounts without a role");

    /// <summary>A peering is asked to lead further than its VPC.</summary>
    public static Diagnostic TransitivePeering => new("NP1453", "transitive use of a peering");
}
