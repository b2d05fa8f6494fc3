using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Api;

namespace NetworkPatterns.Reference.Edge;

/// <summary>An HTTP API that stands alone under a name of its own: users bring tokens of their issuer, other systems sign requests.</summary>
public sealed class HttpApiStack : Stack
{
    private const string ApiName = "api.http.example";

    /// <summary>Makes the stack.</summary>
    public HttpApiStack(Construct scope, string id)
        : base(scope, id)
    {
        var zone = Zones.FromId(this, "HostedZone", "Z0123456789EXAMPLE", "http.example");
        var certificate = new ZonedCertificate(this, "Certificate", new ZonedCertificateProps { Names = [ApiName], Zones = [zone] });
        var orders = new HttpBackend("https://orders.http.example") { Timeout = TimeSpan.FromSeconds(10) };
        _ = new RegionalHttpApi(this, "Api", new RegionalHttpApiProps
        {
            Routes =
            [
                new("GET", "/orders/{id}", orders),
                new("POST", "/orders", orders) { Scopes = ["orders/write"], Throttle = new(50, 100) },
                new("GET", "/reports/{proxy+}", orders) { Authorizer = ApiAuthorizer.Iam },
            ],
            DefaultAuthorizer = ApiAuthorizer.Jwt("users", "https://login.http.example/", "shop"),
            Domain = new(ApiName, certificate.CertificateArn) { Zone = zone },
            Cors = new(["https://www.http.example"]),
            Lock = OriginLock.None,
        });
    }
}
