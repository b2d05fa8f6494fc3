using System.Collections.Immutable;
using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Reference.Edge;

/// <summary>Files for customers who paid: signed URLs, a page behind a password, a shop that some see anew, logs in several places, and a preview of what comes next.</summary>
public sealed class DownloadsStack : Stack
{
    private const string Files = "files";
    private const string NewShop = "new-shop";
    private const string Customers = "customers";

    // The public half of a key that nobody has the private half of: replace it with yours.
    private const string PublicKey = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApgm3fZ044IELdTGn6u/F
        gslpEGEQFrpmMBnE5WjQvDN2B7yA/Q7AAJaB7oowdkoACc8AMS/klVC0Cg1kjfdT
        1FG/MJK5X6nRVfs2FjvoNOvnXK+uVEHpgSZmMOMFZkLYr0ih5brttnJP0jMj00gm
        hH/1eHxgvijr9UjYhZnDLO8OuwC1vFHpP3lomn8CUnTyijYs2/nE2QpuOeFNpskC
        ++ZZcKk62CaIL4niPgcpIY9oz8WNOndupbHrt6i5OzZeheFyMdb/LTaRm5tpOK+6
        KpHrW7d1VrNHOClGSLRGuB42OBaaUSyvfmVTZRuzckY12SayT1cFLJZ6uH3krsRZ
        AQIDAQAB
        -----END PUBLIC KEY-----

        """;

    /// <summary>Makes the stack.</summary>
    public DownloadsStack(Construct scope, string id)
        : base(scope, id, new StackProps { Env = new Amazon.CDK.Environment { Region = "us-east-1" } })
    {
        var zone = Zones.FromId(this, "HostedZone", "Z0123456789EXAMPLE", "downloads.example");
        var certificate = new ZonedCertificate(this, "Certificate", new ZonedCertificateProps { Names = ["www.downloads.example"], Zones = [zone], IsForCloudFront = true });
        var live = new EdgeRealtimeLogs("live", 5);
        var paid = EdgeBehavior.Files("/paid/*", Files) with { Signers = [Customers], RealtimeLogs = live };
        var desk = EdgeBehavior.Files("/desk/*", Files) with { Function = EdgeFunction.RequirePassword("Desk", "Service desk").Then(EdgeFunction.SinglePage) };
        var shop = EdgeBehavior.Files("/shop/*", Files) with
        {
            Function = EdgeFunction.RouteByCookie("Shop", "shop", ImmutableDictionary<string, string>.Empty.Add("new", NewShop)),
            Cache = new(TimeSpan.FromHours(1), TimeSpan.FromDays(1)) { Cookies = ["shop"] },
        };
        var everything = EdgeBehavior.Files(EdgeBehavior.Everything, Files);
        _ = new EdgeDistribution(this, "Distribution", new EdgeDistributionProps
        {
            DomainNames = ["www.downloads.example"],
            Zone = zone,
            CertificateArn = certificate.CertificateArn,
            WebAclArn = new WebAcl(this, "WebAcl").WebAclArn,
            Origins = [EdgeOrigin.Bucket(Files) with { ShieldRegion = "us-east-1" }, EdgeOrigin.Bucket(NewShop)],
            Behaviors = [paid, desk, shop, everything],
            Countries = EdgeCountries.Only("NL", "BE", "DE"),
            Signers = [new(Customers, ImmutableSortedDictionary<string, string>.Empty.Add("first", PublicKey))],
            ErrorPages = [new(404) { PagePath = "/errors/404.html" }],
            AccessLogs = EdgeAccessLogs.StandardAndDelivered(
                EdgeLogDelivery.ToS3() with { Format = EdgeLogFormat.Parquet, SuffixPath = "{DistributionId}/{yyyy}/{MM}/{dd}" },
                EdgeLogDelivery.ToCloudWatch(30)),
            HasHttp3 = false,
            Staging = EdgeStaging.ByHeader("aws-cf-cd-preview", "next", paid, desk, everything with { Cache = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)) }),
        });
    }
}
