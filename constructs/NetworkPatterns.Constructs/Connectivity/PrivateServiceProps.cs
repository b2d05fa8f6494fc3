namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>What an endpoint service offers, and to whom.</summary>
public sealed class PrivateServiceProps
{
    /// <summary>The Network Load Balancers that answer, by ARN. Give these or <see cref="GatewayLoadBalancerArns"/>. Default: none.</summary>
    public IReadOnlyList<string> NetworkLoadBalancerArns { get; init; } = [];

    /// <summary>The Gateway Load Balancers whose appliances look into packets, by ARN. Default: none.</summary>
    public IReadOnlyList<string> GatewayLoadBalancerArns { get; init; } = [];

    /// <summary>
    /// Who may make endpoints: account IDs, or ARNs of accounts, roles and users. <c>*</c> is everybody, and then
    /// <see cref="AcceptanceRequired"/> stays on. Default: the stack's own account.
    /// </summary>
    public IReadOnlyList<string>? AllowedPrincipals { get; init; }

    /// <summary>Whether somebody must accept each endpoint before it works. Default: yes.</summary>
    public bool AcceptanceRequired { get; init; } = true;

    /// <summary>Other Regions whose VPCs may have endpoints. Default: none but the stack's own.</summary>
    public IReadOnlyList<string> SupportedRegions { get; init; } = [];

    /// <summary>Whether endpoints have IPv6 besides IPv4 addresses; the load balancers are dual-stack then. Default: no.</summary>
    public bool DualStack { get; init; }

    /// <summary>An Amazon SNS topic that hears of endpoints that ask, are accepted, refused and deleted. Default: none.</summary>
    public string? NotificationTopicArn { get; init; }
}
