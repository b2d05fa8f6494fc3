using Amazon.CDK.AWS.Route53;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What a site of files is to be.</summary>
public sealed class StaticSiteProps
{
    /// <summary>The names under which it answers, such as <c>www.example.com</c>.</summary>
    public required IReadOnlyList<string> DomainNames { get; init; }

    /// <summary>The public zone of the names.</summary>
    public required IHostedZone Zone { get; init; }

    /// <summary>The countries in which it answers: a choice that has to be made.</summary>
    public required EdgeCountries Countries { get; init; }

    /// <summary>Whether it is a single-page application, which finds its own routes. Default: no.</summary>
    public bool IsSinglePage { get; init; }

    /// <summary>
    /// What is done to a request first, such as <see cref="EdgeFunction.RequirePassword"/> for a site that is not public yet. Default: nothing.
    /// </summary>
    public EdgeFunction? Function { get; init; }

    /// <summary>Pages in place of errors. Default: none. S3 answers 403, not 404, for a file that is not there.</summary>
    public IReadOnlyList<EdgeErrorPage> ErrorPages { get; init; } = [];

    /// <summary>Which access logs it writes. Default: the standard ones.</summary>
    public EdgeAccessLogs AccessLogs { get; init; } = EdgeAccessLogs.Standard;

    /// <summary>The rules of its WebACL. Default: <see cref="WafRule.Recommended"/>.</summary>
    public IReadOnlyList<WafRule> Rules { get; init; } = WafRule.Recommended;

    /// <summary>The content security policy that browsers are told. Default: none.</summary>
    public string? ContentSecurityPolicy { get; init; }

    /// <summary>From where it answers. Default: everywhere.</summary>
    public EdgePlaces Places { get; init; } = EdgePlaces.All;
}

/// <summary>A site of files in a bucket that only its distribution can read, with certificate, WebACL and records. Belongs into a stack of us-east-1.</summary>
/// <remarks>
/// Emits <c>AWS::CertificateManager::Certificate</c>, and what <see cref="WebAcl"/> and <see cref="EdgeDistribution"/> emit. The files are
/// uploaded into <see cref="BucketName"/> by a pipeline: doing it in CloudFormation takes a function. Promises that the distribution alone reads the bucket.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html</para>
/// </remarks>
public sealed class StaticSite : Construct
{
    private const string Origin = "site";

    /// <summary>Plans the site and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public StaticSite(Construct scope, string id, StaticSiteProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        WebAcl = new WebAcl(this, "WebAcl", new WebAclProps { Rules = props.Rules });
        var certificate = new ZonedCertificate(this, "Certificate", new ZonedCertificateProps { Names = props.DomainNames, Zones = [props.Zone], IsForCloudFront = true });
        Distribution = new EdgeDistribution(this, "Distribution", new EdgeDistributionProps
        {
            DomainNames = props.DomainNames,
            Zone = props.Zone,
            CertificateArn = certificate.CertificateArn,
            WebAclArn = WebAcl.WebAclArn,
            Origins = [EdgeOrigin.Bucket(Origin)],
            Behaviors = [EdgeBehavior.Files(EdgeBehavior.Everything, Origin) with { Function = FunctionOf(props) }],
            Countries = props.Countries,
            RootObject = "index.html",
            ErrorPages = props.ErrorPages,
            AccessLogs = props.AccessLogs,
            ContentSecurityPolicy = props.ContentSecurityPolicy,
            Places = props.Places,
        });
        BucketName = Distribution.BucketName(Origin);
        Distribution.Guarantee(new SingleEntrance(Party.Resource(Distribution.BucketPath(Origin)), Distribution.AsParty()));
    }

    /// <summary>The name of the bucket for the files, as a token.</summary>
    public string BucketName { get; }

    /// <summary>The WebACL of the distribution.</summary>
    public WebAcl WebAcl { get; }

    /// <summary>The distribution.</summary>
    public EdgeDistribution Distribution { get; }

    private static EdgeFunction? FunctionOf(StaticSiteProps props) => (props.Function, props.IsSinglePage) switch
    {
        ({ } first, true) => first.Then(EdgeFunction.SinglePage),
        ({ } only, false) => only,
        (null, true) => EdgeFunction.SinglePage,
        _ => null,
    };
}
