namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>What an accelerator listens at, and where it sends.</summary>
public sealed class GlobalAcceleratorProps
{
    /// <summary>The listeners, at least one.</summary>
    public required IReadOnlyList<AcceleratorListener> Listeners { get; init; }

    /// <summary>The accelerator's name, 1 to 64 letters, digits, dots and hyphens, unique in the account. Default: made of the construct path.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it has IPv6 addresses besides IPv4 ones; its endpoints are then dual-stack load balancers. Default: no.</summary>
    public bool DualStack { get; init; }

    /// <summary>IPv4 addresses of your own (BYOIP), at most two. Default: AWS's.</summary>
    public IReadOnlyList<string> IpAddresses { get; init; } = [];

    /// <summary>Whether it is on. Default: yes.</summary>
    public bool Enabled { get; init; } = true;
}
