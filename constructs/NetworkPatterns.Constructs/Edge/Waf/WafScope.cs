namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What a WebACL can protect.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html</remarks>
public enum WafScope
{
    /// <summary>CloudFront distributions; the WebACL is in us-east-1.</summary>
    CloudFront,

    /// <summary>Resources of one Region: load balancers, stages of REST APIs, and others.</summary>
    Regional,
}

/// <summary>How much of a request's body AWS WAF looks at. More than 16 KB costs extra.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-oversize-request-components.html</remarks>
public enum WafBodyLimit
{
    /// <summary>The first 16 KB.</summary>
    Kb16,

    /// <summary>The first 32 KB.</summary>
    Kb32,

    /// <summary>The first 48 KB.</summary>
    Kb48,

    /// <summary>The first 64 KB.</summary>
    Kb64,
}
