using Amazon.CDK;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Validation.Tests.Support;

/// <summary>Front doors with the locks that the reference app does not have, each in a stage of its own, synthesized once.</summary>
public sealed class LockedDoors : IDisposable
{
    private const string Region = "eu-west-1";
    private const string Zone = "Z0123456789EXAMPLE";
    private const string Truststore = "s3://truststore/own.pem";
    private const string ClientCertificate = "arn:aws:acm:us-east-1:111122223333:certificate/client";

    /// <summary>Synthesizes the doors.</summary>
    public LockedDoors()
    {
        var app = new App(new AppProps
        {
            Outdir = Folder,
            PostCliContext = new Dictionary<string, object>(StringComparer.Ordinal) { ["aws:cdk:enable-path-metadata"] = true },
        });
        Door(app, "KeyDoor", OriginLock.KeyGate());
        Door(app, "PolicyDoor", OriginLock.PolicyGate());
        Door(app, "MutualDoor", OriginLock.OriginMtls(Truststore, ClientCertificate));
        HttpDoor(app);
        app.Synth();
    }

    /// <summary>The cloud assembly.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("networkpatterns-doors-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Door(App app, string name, OriginLock originLock) => _ = new ApiFrontDoor(new Stage(app, name), "Door", new ApiFrontDoorProps
    {
        DomainName = "api.example.com",
        ZoneName = "example.com",
        HostedZoneId = Zone,
        Region = Region,
        Countries = EdgeCountries.Only("NL"),
        Api = _ => new RegionalRestApiProps
        {
            Routes = [Route("GET", "/orders"), Route("POST", "/orders")],
            Cors = new(["https://www.example.com"]),
            Lock = originLock,
        },
    });

    private static void HttpDoor(App app)
    {
        var stage = new Stage(app, "HttpDoor");
        var regional = new Stack(stage, "Regional", new StackProps { Env = new Amazon.CDK.Environment { Region = Region } });
        var api = new RegionalHttpApi(regional, "Api", new RegionalHttpApiProps
        {
            Routes = [Route("GET", "/orders")],
            Domain = new("origin.example.com", $"arn:aws:acm:{Region}:111122223333:certificate/api"),
            Lock = OriginLock.OriginMtls(Truststore, ClientCertificate),
        });
        var edge = new Stack(stage, "Edge", new StackProps { Env = new Amazon.CDK.Environment { Region = "us-east-1" } });
        var distribution = new EdgeDistribution(edge, "Distribution", new EdgeDistributionProps
        {
            DomainNames = ["api.example.com"],
            Zone = Zones.FromId(edge, "HostedZone", Zone, "example.com"),
            CertificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/api",
            WebAclArn = new WebAcl(edge, "WebAcl", new WebAclProps()).WebAclArn,
            Origins = [EdgeOrigin.Server("api", "origin.example.com") with { ClientCertificateArn = ClientCertificate }],
            Behaviors = [EdgeBehavior.Api(EdgeBehavior.Everything, "api")],
            Countries = EdgeCountries.Only("NL"),
        });
        distribution.Guarantee(new SingleEntrance(api.AsParty(), distribution.AsParty()));
    }

    private static ApiRoute Route(string method, string path) =>
        new(method, path, new HttpBackend("https://service.example.com")) { Authorizer = ApiAuthorizer.Public("the test's service is for everybody") };
}
