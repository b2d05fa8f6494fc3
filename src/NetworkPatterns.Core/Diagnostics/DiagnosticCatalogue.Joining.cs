namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>An existing VPC is described incompletely.</summary>
    public static Diagnostic ExistingVpcUnclear => new("NP1467", "existing VPC unclear");

    /// <summary>A zone has workloads and no subnet of the attachment.</summary>
    public static Diagnostic ZoneNotAttached => new("NP1468", "zone without a subnet of the attachment");
}
