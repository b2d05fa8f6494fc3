namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>What a Connect attachment goes over, or how many tunnels it has, is unclear.</summary>
    public static Diagnostic ConnectUnclear => new("NP1427", "Connect attachment unclear");

    /// <summary>A tunnel of a Connect attachment that AWS refuses, or that would never carry a packet.</summary>
    public static Diagnostic ConnectPeerUnusable => new("NP1428", "Connect peer unusable");

    /// <summary>A gateway without a range from which its end of a GRE tunnel gets an address.</summary>
    public static Diagnostic GatewayWithoutRange => new("NP1429", "gateway without a range of its own");

    /// <summary>A tier for appliances that the gateway does not reach.</summary>
    public static Diagnostic ConnectTierUnclear => new("NP1430", "tier for appliances unclear");

    /// <summary>A multicast domain of a gateway that routes no multicast.</summary>
    public static Diagnostic MulticastOff => new("NP1431", "hub without multicast");

    /// <summary>Subnets that cannot be in a multicast domain.</summary>
    public static Diagnostic MulticastSubnetsUnclear => new("NP1432", "subnets of a multicast domain unclear");

    /// <summary>A multicast group that AWS does not take, or that nobody is in.</summary>
    public static Diagnostic MulticastGroupUnusable => new("NP1433", "multicast group unusable");

    /// <summary>A tier reaches the internet by a gateway of its own VPC, where the hub does not let it or inspects it.</summary>
    public static Diagnostic WayAroundTheHub => new("NP1434", "way to the internet around the hub");

    /// <summary>More than AWS lets a Transit Gateway have by default.</summary>
    public static Diagnostic HubQuota => new("NP1435", "quota of a Transit Gateway passed");

    /// <summary>More attachments than a Transit Gateway can have.</summary>
    public static Diagnostic TooManyAttachments => new("NP1436", "too many attachments");

    /// <summary>A hub and its VPCs make more resources than a stack can have.</summary>
    public static Diagnostic StackOfHubFull => new("NP1437", "stack too small for the hub and its VPCs");
}
