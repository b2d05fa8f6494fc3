namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What a WebACL is to be.</summary>
public sealed class WebAclProps
{
    /// <summary>What it protects. Default: CloudFront, which needs a stack in us-east-1.</summary>
    public WafScope Scope { get; init; } = WafScope.CloudFront;

    /// <summary>The rules, looked at in this order: put the cheap ones first. Default: <see cref="WafRule.Recommended"/>.</summary>
    public IReadOnlyList<WafRule> Rules { get; init; } = WafRule.Recommended;

    /// <summary>What happens to a request that no rule allowed or blocked: allow or block. Default: allow.</summary>
    public WafAction DefaultAction { get; init; } = WafAction.Allow;

    /// <summary>
    /// Whether requests reach it through CloudFront, so that it sees CloudFront's addresses: rules about addresses must then say
    /// which header has the client's. Only for <see cref="WafScope.Regional"/>. Default: no.
    /// </summary>
    public bool IsBehindCloudFront { get; init; }

    /// <summary>
    /// The most capacity units that the rules may cost, 1 to 5,000. Default: 1,500, what the basic price includes; a higher number
    /// accepts the surcharge.
    /// </summary>
    public int CapacityLimit { get; init; } = 1500;

    /// <summary>How much of a body is looked at. Default: AWS's, 16 KB, and 8 KB for what a load balancer forwards.</summary>
    public WafBodyLimit? BodyLimit { get; init; }

    /// <summary>Domains whose CAPTCHA and challenge tokens count, beside the protected one. Default: none.</summary>
    public IReadOnlyList<string> TokenDomains { get; init; } = [];

    /// <summary>For how long a solved CAPTCHA counts, 60 seconds to 3 days. Default: AWS's, 5 minutes.</summary>
    public TimeSpan? CaptchaImmunity { get; init; }

    /// <summary>For how long a passed challenge counts, 5 minutes to 3 days. Default: AWS's, 5 minutes.</summary>
    public TimeSpan? ChallengeImmunity { get; init; }

    /// <summary>Where it logs to. Default: a log group of its own, kept for 365 days.</summary>
    public WafLogging Logging { get; init; } = WafLogging.ToCloudWatch();

    /// <summary>Whether requests that were allowed are logged too. Default: yes.</summary>
    public bool LogsAllowed { get; init; } = true;

    /// <summary>Headers that are never logged, beside <c>authorization</c>, <c>cookie</c>, <c>x-api-key</c> and <c>x-origin-verify</c>. Default: none.</summary>
    public IReadOnlyList<string> RedactedHeaders { get; init; } = [];

    /// <summary>Whether AWS keeps samples of requests, headers included, for its console. Default: yes.</summary>
    public bool KeepsSamples { get; init; } = true;
}
