namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>Logs of load balancers are to be kept for no time.</summary>
    public static Diagnostic LoadBalancerLogRetention => new("NP1700", "load balancer logs that are not kept");
}
