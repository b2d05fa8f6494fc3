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

    /// <summary>A protection that AWS Shield refuses.</summary>
    public static Diagnostic ShieldProtection => new("NP1806", "protection of AWS Shield");

    /// <summary>AWS Shield answers attacks by rules in a WebACL, where there is one.</summary>
    public static Diagnostic ShieldResponse => new("NP1807", "automatic response of AWS Shield");

    /// <summary>Whom the Shield Response Team cannot reach.</summary>
    public static Diagnostic ShieldTeam => new("NP1808", "Shield Response Team that reaches nobody");
}
