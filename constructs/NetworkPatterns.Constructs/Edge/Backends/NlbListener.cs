namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The protocols of a Network Load Balancer's listeners.</summary>
public enum NlbProtocol
{
    /// <summary>TCP, passed on as it is.</summary>
    Tcp,

    /// <summary>TLS, ended at the load balancer. Only such listeners have access logs.</summary>
    Tls,

    /// <summary>UDP.</summary>
    Udp,
}

/// <summary>A listener of a Network Load Balancer, with its one target group.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html</remarks>
public sealed record NlbListener
{
    /// <summary>The listener's name: a letter, then letters, digits and hyphens. It is part of logical IDs.</summary>
    public required string Name { get; init; }

    /// <summary>The port, 1 to 65535, each once for a protocol.</summary>
    public required int Port { get; init; }

    /// <summary>The protocol. Default: TLS where <see cref="CertificateArns"/> has one, otherwise TCP.</summary>
    public NlbProtocol? Protocol { get; init; }

    /// <summary>
    /// Certificates of AWS Certificate Manager in the load balancer's Region, literals or tokens; the first is the default one.
    /// Needed for TLS.
    /// </summary>
    public IReadOnlyList<string> CertificateArns { get; init; } = [];

    /// <summary>
    /// A name on the certificate, by which API Gateway asks for the load balancer through its VPC link: it checks the certificate
    /// against it. Needed for TLS behind a VPC link.
    /// </summary>
    public string? HostName { get; init; }

    /// <summary>The security policy of TLS, of the families <c>TLS13-1-2</c> and <c>TLS13-1-3</c>. Default: <c>ELBSecurityPolicy-TLS13-1-2-2021-06</c>.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html</remarks>
    public string SslPolicy { get; init; } = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /// <summary>Where its connections go.</summary>
    public required NlbTargets Targets { get; init; }

    internal NlbProtocol EffectiveProtocol => Protocol ?? (CertificateArns.Count > 0 ? NlbProtocol.Tls : NlbProtocol.Tcp);
}
