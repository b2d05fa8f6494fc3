namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A VPC origin is to be in a VPC to which no internet gateway is attached.</summary>
    public static Diagnostic VpcOriginNetwork => new("NP1830", "VPC origin without an internet gateway");

    /// <summary>CloudFront has no VPC origins in a zone or Region.</summary>
    public static Diagnostic VpcOriginZone => new("NP1831", "VPC origin where CloudFront has none");

    /// <summary>What is said of a VPC origin is not what CloudFront takes.</summary>
    public static Diagnostic VpcOriginEndpoint => new("NP1832", "not a VPC origin");

    /// <summary>A rule of a listener that Elastic Load Balancing would refuse, or that never takes a request.</summary>
    public static Diagnostic ListenerRules => new("NP1833", "rule of a listener");

    /// <summary>A load balancer that faces the internet is not locked by a header, or CloudFront does not get to it.</summary>
    public static Diagnostic LockedLoadBalancer => new("NP1834", "load balancer that cannot be locked");

    /// <summary>A front door got a load balancer that its distribution cannot ask.</summary>
    public static Diagnostic FrontDoorBalancer => new("NP1835", "load balancer that the distribution cannot ask");

    /// <summary>The ID of CloudFront's prefix list in a Region is not known.</summary>
    public static Diagnostic CloudFrontPrefixList => new("NP1836", "CloudFront's addresses unknown");

    /// <summary>The API of a Region does not fit the front door over several of them.</summary>
    public static Diagnostic RegionalFrontDoor => new("NP1837", "API that does not fit its front door in several Regions");

    /// <summary>A proxy that cannot stand between services and their database.</summary>
    public static Diagnostic DatabaseProxy => new("NP1840", "database proxy that cannot stand between");
}
