namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>An existing VPC is described incompletely.</summary>
    public static Diagnostic ExistingVpcUnclear => new("NP1467", "existing VPC unclear");

    /// <summary>A zone has workloads and no subnet of the attachment.</summary>
    public static Diagnostic ZoneNotAttached => new("NP1468", "zone without a subnet of the attachment");

    /// <summary>A public virtual interface that AWS would not take.</summary>
    public static Diagnostic PublicInterfaceUnclear => new("NP1469", "public virtual interface unclear");

    /// <summary>More rules or routes than an endpoint of Client VPN has.</summary>
    public static Diagnostic ClientVpnQuota => new("NP1480", "too much for one Client VPN endpoint");

    /// <summary>A hub's own VPC is attached to a hub again.</summary>
    public static Diagnostic HubVpcAttached => new("NP1481", "VPC of a hub attached again");
}
