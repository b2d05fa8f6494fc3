namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>Something answers to conversations from most of the internet.</summary>
    public static Diagnostic OpenToTheInternet => new("NP3001", "open to the internet");

    /// <summary>A network ACL lets requests pass and not their answers, or the other way round.</summary>
    public static Diagnostic OneSidedNetworkAcl => new("NP3002", "network ACL lets one direction pass only");

    /// <summary>Packets arrive, and their answers have no route back.</summary>
    public static Diagnostic OneWayRoute => new("NP3003", "route without a way back");

    /// <summary>A route whose target does not exist or cannot carry anything.</summary>
    public static Diagnostic RouteToNothing => new("NP3004", "route to nothing");

    /// <summary>A rule of a security group that another rule of it makes superfluous.</summary>
    public static Diagnostic CoveredGroupRule => new("NP3005", "security group rule covered by another");

    /// <summary>An entry of a network ACL whose packets earlier entries decide about.</summary>
    public static Diagnostic ShadowedAclEntry => new("NP3006", "network ACL entry never decides");

    /// <summary>A route or route table that no packet meets.</summary>
    public static Diagnostic UnusedRoute => new("NP3007", "route never used");

    /// <summary>A rule of a security group for addresses that no route brings to its members.</summary>
    public static Diagnostic UnreachableSource => new("NP3008", "rule for a source that cannot arrive");

    /// <summary>A zone whose subnets depend on another zone, or cannot use a Transit Gateway at all.</summary>
    public static Diagnostic ZoneWithoutGateway => new("NP3009", "zone without its NAT gateway or attachment subnet");

    /// <summary>Networks that are connected and have addresses in common.</summary>
    public static Diagnostic OverlappingRanges => new("NP3010", "connected networks with overlapping addresses");

    /// <summary>Traffic that a firewall inspects on one way and not on another.</summary>
    public static Diagnostic AvoidedInspection => new("NP3011", "inspection that some path avoids");

    /// <summary>A part of a VPC that its own VPC endpoint does not serve.</summary>
    public static Diagnostic EndpointOutOfReach => new("NP3012", "VPC endpoint out of reach");
}
