namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A selector whose form is not one of those that exist.</summary>
    public static Diagnostic MalformedSelector => new("NP2101", "selector that can't be read");

    /// <summary>A selector that names nothing of the estate.</summary>
    public static Diagnostic UnknownSelector => new("NP2102", "selector names nothing");

    /// <summary>A selector that names several things.</summary>
    public static Diagnostic AmbiguousSelector => new("NP2103", "selector names several things");

    /// <summary>A selector that names something without interfaces.</summary>
    public static Diagnostic SelectorWithoutInterfaces => new("NP2104", "selected part has no interfaces");

    /// <summary>Something that matters to reachability and that the model has no part for.</summary>
    public static Diagnostic NotModelled => new("NP2110", "not modelled");

    /// <summary>A rule, route or association of which nobody knows what it is part of.</summary>
    public static Diagnostic UnknownOwner => new("NP2111", "part of an unknown resource");

    /// <summary>A custom resource that touches a part of the network.</summary>
    public static Diagnostic CustomNetworkChange => new("NP2112", "custom resource may change the network");

    /// <summary>The order of a firewall's endpoints, which AWS does not promise.</summary>
    public static Diagnostic EndpointOrder => new("NP2113", "order of firewall endpoints is assumed");
}
