namespace NetworkPatterns.Core.Diagnostics;

// Distributions in depth, and AWS Shield.
public static partial class DiagnosticCatalogue
{
    /// <summary>A delivery of access logs that CloudFront or CloudWatch Logs refuses.</summary>
    public static Diagnostic DistributionLogs => new("NP1800", "access logs of a distribution");

    /// <summary>A configuration of real-time logs that CloudFront refuses.</summary>
    public static Diagnostic DistributionRealtimeLogs => new("NP1801", "real-time logs of a distribution");

    /// <summary>A staging distribution that CloudFront refuses.</summary>
    public static Diagnostic DistributionStaging => new("NP1802", "staging of a distribution");

    /// <summary>An error page that CloudFront refuses, or that hides what an API says.</summary>
    public static Diagnostic DistributionErrorPages => new("NP1803", "error page of a distribution");

    /// <summary>Field-level encryption where nothing is sent.</summary>
    public static Diagnostic DistributionFieldEncryption => new("NP1804", "field-level encryption that CloudFront refuses");

    /// <summary>CloudFront has origin shields in some Regions only.</summary>
    public static Diagnostic DistributionShield => new("NP1805", "origin shield in a Region without one");
}
