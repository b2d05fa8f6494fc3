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

    /// <summary>A Client VPN that nobody proves who they are to, or by a certificate or provider that is none.</summary>
    public static Diagnostic ClientVpnAuthentication => new("NP1470", "authentication of a Client VPN unclear");

    /// <summary>A self-service portal that nobody can sign in to.</summary>
    public static Diagnostic ClientVpnPortal => new("NP1471", "self-service portal without people who sign in");

    /// <summary>A length of sessions that Client VPN does not have.</summary>
    public static Diagnostic ClientVpnSession => new("NP1472", "session timeout not offered");

    /// <summary>DNS servers that Client VPN does not take.</summary>
    public static Diagnostic ClientVpnDnsServers => new("NP1473", "DNS servers of a Client VPN unusable");

    /// <summary>Subnets that a Client VPN cannot be associated with.</summary>
    public static Diagnostic ClientVpnSubnets => new("NP1474", "subnets of a Client VPN unusable");

    /// <summary>An access group that no certificate says anybody is in.</summary>
    public static Diagnostic ClientVpnGroup => new("NP1475", "access group that nobody signs in to");

    /// <summary>Clients may ask, and no rule lets them through.</summary>
    public static Diagnostic ClientVpnReachesNothing => new("NP1476", "authorization that reaches nothing");

    /// <summary>A destination that is neither a tier nor a network elsewhere.</summary>
    public static Diagnostic ClientVpnDestination => new("NP1477", "destination of a Client VPN unclear");

    /// <summary>A VPC whose addresses only deployment knows.</summary>
    public static Diagnostic ClientVpnAddressesUnknown => new("NP1478", "addresses of a Client VPN's VPC unknown");

    /// <summary>Two authorizations of one group for one destination.</summary>
    public static Diagnostic ClientVpnAuthorizedTwice => new("NP1479", "authorization given twice");
}
