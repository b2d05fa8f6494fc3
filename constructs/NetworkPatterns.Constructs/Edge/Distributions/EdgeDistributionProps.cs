using Amazon.CDK.AWS.Route53;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>The oldest TLS that clients may speak.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html</remarks>
public enum EdgeTls
{
    /// <summary><c>TLSv1.2_2021</c>: TLS 1.2 and 1.3.</summary>
    Tls12Of2021,

    /// <summary><c>TLSv1.2_2025</c>: TLS 1.2 and 1.3, with fewer ciphers.</summary>
    Tls12Of2025,

    /// <summary><c>TLSv1.3_2025</c>: TLS 1.3.</summary>
    Tls13Of2025,
}

/// <summary>From how many places a distribution answers; the price follows.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html</remarks>
public enum EdgePlaces
{
    /// <summary>All.</summary>
    All,

    /// <summary>All but the dearest (<c>PriceClass_200</c>).</summary>
    Most,

    /// <summary>North America, Europe and Israel (<c>PriceClass_100</c>).</summary>
    Cheapest,
}

/// <summary>What a distribution is to be.</summary>
public sealed class EdgeDistributionProps
{
    /// <summary>The names under which it answers, the first of them the main one.</summary>
    public required IReadOnlyList<string> DomainNames { get; init; }

    /// <summary>The public zone of the names: records of type A and AAAA are written into it.</summary>
    public required IHostedZone Zone { get; init; }

    /// <summary>The ARN of a certificate for the names, in us-east-1.</summary>
    public required string CertificateArn { get; init; }

    /// <summary>The ARN of a WebACL for CloudFront.</summary>
    public required string WebAclArn { get; init; }

    /// <summary>Where it gets what it does not have.</summary>
    public required IReadOnlyList<EdgeOrigin> Origins { get; init; }

    /// <summary>What it does with requests: the first whose pattern fits a path; one is for <see cref="EdgeBehavior.Everything"/>.</summary>
    public required IReadOnlyList<EdgeBehavior> Behaviors { get; init; }

    /// <summary>The countries in which it answers: a choice that has to be made.</summary>
    public required EdgeCountries Countries { get; init; }

    /// <summary>Who signs URLs and cookies of behaviours that say so. Default: nobody.</summary>
    public IReadOnlyList<EdgeSigners> Signers { get; init; } = [];

    /// <summary>The file that is shown for the path <c>/</c>, such as <c>index.html</c>. Default: none.</summary>
    public string? RootObject { get; init; }

    /// <summary>The oldest TLS that clients may speak. Default: TLS 1.2 with the ciphers of 2021.</summary>
    public EdgeTls MinimumTls { get; init; } = EdgeTls.Tls12Of2021;

    /// <summary>From where it answers. Default: everywhere.</summary>
    public EdgePlaces Places { get; init; } = EdgePlaces.All;

    /// <summary>The content security policy that browsers are told, such as <c>default-src 'self'</c>. Default: none.</summary>
    public string? ContentSecurityPolicy { get; init; }

    /// <summary>Pages in place of errors, where no API answers. Default: none.</summary>
    public IReadOnlyList<EdgeErrorPage> ErrorPages { get; init; } = [];

    /// <summary>Whether clients may speak HTTP/3. Default: yes; with <see cref="Staging"/> it has to be off.</summary>
    public bool HasHttp3 { get; init; } = true;

    /// <summary>A second distribution with other behaviours, which gets a few of the requests. Default: none.</summary>
    public EdgeStaging? Staging { get; init; }

    /// <summary>Which access logs it writes. Default: the standard ones, in a bucket of its own.</summary>
    public EdgeAccessLogs AccessLogs { get; init; } = EdgeAccessLogs.Standard;

    /// <summary>Days for which access logs in buckets are kept, at least 1. Default: 365.</summary>
    public int LogRetentionDays { get; init; } = 365;

    /// <summary>Whether CloudWatch gets more metrics, such as the origin's latency, at a fixed price. Default: yes.</summary>
    public bool HasAdditionalMetrics { get; init; } = true;

    /// <summary>What the staging distribution is to be: the same with other behaviours; <see langword="null"/> where there is none.</summary>
    internal EdgeDistributionProps? OfStaging() => Staging is null ? null : new()
    {
        DomainNames = [],
        Zone = Zone,
        CertificateArn = CertificateArn,
        WebAclArn = WebAclArn,
        Origins = Staging.Origins.IsEmpty ? [.. Asked(Staging.Behaviors)] : Staging.Origins,
        Behaviors = Staging.Behaviors,
        Countries = Countries,
        Signers = Signers,
        RootObject = RootObject,
        MinimumTls = MinimumTls,
        Places = Places,
        ContentSecurityPolicy = ContentSecurityPolicy,
        ErrorPages = ErrorPages,
        HasHttp3 = HasHttp3,
        AccessLogs = AccessLogs,
        LogRetentionDays = LogRetentionDays,
        HasAdditionalMetrics = HasAdditionalMetrics,
    };

    // The origins that behaviours ask, by themselves, by their functions or as members of a group.
    private IEnumerable<EdgeOrigin> Asked(IReadOnlyCollection<EdgeBehavior> behaviors)
    {
        var names = behaviors.Select(behavior => behavior.OriginName).Concat(behaviors.SelectMany(behavior => behavior.Function?.Origins ?? [])).ToHashSet(StringComparer.Ordinal);
        names.UnionWith(Origins.Where(origin => names.Contains(origin.Name)).SelectMany(origin => origin.Members).ToList());
        return Origins.Where(origin => names.Contains(origin.Name));
    }
}
