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

    /// <summary>An endpoint service without load balancers, or with principals that are none.</summary>
    public static Diagnostic PrivateServiceUnclear => new("NP1454", "private service unclear");

    /// <summary>An endpoint service that anybody may use unasked.</summary>
    public static Diagnostic OpenPrivateService => new("NP1455", "private service open to everybody");

    /// <summary>Clients of an endpoint that no rule of the VPC lets through.</summary>
    public static Diagnostic EndpointUnreachable => new("NP1456", "endpoint that its clients cannot reach");

    /// <summary>A service whose usual name the table does not have.</summary>
    public static Diagnostic CentralNameUnknown => new("NP1457", "name of a central endpoint unknown");

    /// <summary>An endpoint of the VPC answers for the name already.</summary>
    public static Diagnostic CentralNameTaken => new("NP1458", "name of a central endpoint taken");

    /// <summary>A part of a service network that VPC Lattice refuses.</summary>
    public static Diagnostic LatticeUnclear => new("NP1459", "part of a service network unclear");

    /// <summary>A VPN without a place, or a part of it that AWS refuses.</summary>
    public static Diagnostic VpnUnclear => new("NP1460", "VPN unclear");

    /// <summary>Several connections to the same ranges without BGP.</summary>
    public static Diagnostic VpnWithoutEcmp => new("NP1461", "several VPN connections with static routes");

    /// <summary>An ASN on both sides of a BGP session, or of two sites that are to learn from each other.</summary>
    public static Diagnostic VpnAsnClash => new("NP1462", "ASN of a VPN taken");

    /// <summary>An option of a tunnel that is out of range.</summary>
    public static Diagnostic VpnTunnelOption => new("NP1463", "tunnel option out of range");

    /// <summary>A Direct Connect gateway or virtual interface that AWS refuses.</summary>
    public static Diagnostic DirectConnectUnclear => new("NP1464", "Direct Connect unclear");

    /// <summary>An ASN on both sides of a BGP session of Direct Connect.</summary>
    public static Diagnostic DirectConnectAsnClash => new("NP1465", "ASN of Direct Connect taken");

    /// <summary>A listener, Region or endpoint that an accelerator refuses.</summary>
    public static Diagnostic AcceleratorUnclear => new("NP1466", "accelerator unclear");
}
