using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>One of the two tunnels of a VPN connection. What is left out is AWS's own default.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html</remarks>
public sealed record VpnTunnel
{
    /// <summary>The addresses inside: a <c>/30</c> of <c>169.254.0.0/16</c> that AWS does not keep. Default: AWS chooses.</summary>
    public string? InsideCidr { get; init; }

    /// <summary>
    /// The secret of AWS Secrets Manager, by name or ARN, whose field <see cref="PreSharedKeyField"/> is the pre-shared key. Default: AWS
    /// makes a key, and keeps it in Secrets Manager.
    /// </summary>
    public string? PreSharedKeySecret { get; init; }

    /// <summary>The field of the secret. Default: <c>psk</c>.</summary>
    public string PreSharedKeyField { get; init; } = "psk";

    /// <summary>IKE versions: <c>ikev1</c>, <c>ikev2</c>. Default: <c>ikev2</c> alone.</summary>
    public IReadOnlyList<string> IkeVersions { get; init; } = ["ikev2"];

    /// <summary>Encryption in phase 1: <c>AES128</c>, <c>AES256</c>, <c>AES128-GCM-16</c>, <c>AES256-GCM-16</c>. Default: all.</summary>
    public IReadOnlyList<string> Phase1Encryption { get; init; } = [];

    /// <summary>Encryption in phase 2. Default: all.</summary>
    public IReadOnlyList<string> Phase2Encryption { get; init; } = [];

    /// <summary>Integrity in phase 1: <c>SHA1</c>, <c>SHA2-256</c>, <c>SHA2-384</c>, <c>SHA2-512</c>. Default: all but <c>SHA1</c>.</summary>
    public IReadOnlyList<string> Phase1Integrity { get; init; } = StrongIntegrity;

    /// <summary>Integrity in phase 2. Default: all but <c>SHA1</c>.</summary>
    public IReadOnlyList<string> Phase2Integrity { get; init; } = StrongIntegrity;

    /// <summary>Diffie-Hellman groups in phase 1: 2 and 14 to 24. Default: all but 2.</summary>
    public IReadOnlyList<int> Phase1DhGroups { get; init; } = StrongGroups;

    /// <summary>Diffie-Hellman groups in phase 2: 2, 5 and 14 to 24. Default: all but 2 and 5.</summary>
    public IReadOnlyList<int> Phase2DhGroups { get; init; } = StrongGroups;

    /// <summary>For how long phase 1 holds: 15 minutes to 8 hours. Default: 8 hours.</summary>
    public TimeSpan? Phase1Lifetime { get; init; }

    /// <summary>For how long phase 2 holds: 15 minutes to 1 hour, and no longer than phase 1. Default: 1 hour.</summary>
    public TimeSpan? Phase2Lifetime { get; init; }

    /// <summary>How long before the end of phase 2 AWS makes new keys: 60 seconds to half of phase 2. Default: AWS's own.</summary>
    public TimeSpan? RekeyMargin { get; init; }

    /// <summary>By how much that moment varies, 0 to 100 percent. Default: 100.</summary>
    public int? RekeyFuzzPercentage { get; init; }

    /// <summary>How many packets the window against replays has, 64 to 2048. Default: 1024.</summary>
    public int? ReplayWindowSize { get; init; }

    /// <summary>After which silence the other side counts as dead: 30 seconds or more. Default: AWS's own.</summary>
    public TimeSpan? DpdTimeout { get; init; }

    /// <summary>What happens then: <c>clear</c>, <c>none</c> or <c>restart</c>. Default: <c>clear</c>.</summary>
    public string? DpdTimeoutAction { get; init; }

    /// <summary>Whether AWS starts the negotiation. Default: no, the customer gateway does.</summary>
    public bool AwsStarts { get; init; }

    /// <summary>Whether you say when AWS may replace the tunnel's endpoint. Default: no.</summary>
    public bool LifecycleControl { get; init; }

    private static ImmutableArray<string> StrongIntegrity { get; } = ["SHA2-256", "SHA2-384", "SHA2-512"];

    private static ImmutableArray<int> StrongGroups { get; } = [14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];

    /// <inheritdoc/>
    public bool Equals(VpnTunnel? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A VPN connection to one customer gateway.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="CustomerGatewayAddress">The public IPv4 address of the device.</param>
public sealed record VpnConnection(string Name, string CustomerGatewayAddress)
{
    /// <summary>The device's ASN, 1 to 4294967294. Default: 65000. Several connections share one where they lead to one site.</summary>
    public long CustomerAsn { get; init; } = 65000;

    /// <summary>The first tunnel.</summary>
    public VpnTunnel FirstTunnel { get; init; } = new();

    /// <summary>The second tunnel.</summary>
    public VpnTunnel SecondTunnel { get; init; } = new();

    /// <summary>
    /// The ID of its attachment to the Transit Gateway (<c>tgw-attach-</c>...), which exists once the connection is deployed:
    /// CloudFormation does not tell it, and an output has the command that does. Default: not known yet.
    /// </summary>
    public string? AttachmentId { get; init; }
}
