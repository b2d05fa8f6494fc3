using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;

namespace NetworkPatterns.Reference.Edge;

/// <summary>An HTTP API behind CloudFront and AWS WAF: a function asks every request for the secret header, and the service looks at users' tokens itself.</summary>
public static class HttpFrontDoor
{
    /// <summary>Adds its stacks.</summary>
    public static ApiFrontDoor AddTo(Construct scope, string id)
    {
        var door = new ApiFrontDoor(scope, id, new ApiFrontDoorProps
        {
            DomainName = "api.catalog.example",
            ZoneName = "catalog.example",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = "eu-west-1",
            Countries = EdgeCountries.Only("NL", "BE", "DE"),
            Api = Api,
        });
        DoorAlarms.AddTo(door);
        return door;
    }

    private static RegionalHttpApiProps Api(Stack stack)
    {
        var catalog = new HttpBackend("https://service.catalog.example") { Timeout = TimeSpan.FromSeconds(10) };
        return new()
        {
            Routes =
            [
                new("GET", "/items/{id}", catalog),
                new("POST", "/items", catalog) { Throttle = new(50, 100) },
            ],
            DefaultAuthorizer = ApiAuthorizer.Public("Users bring tokens, which the service looks at itself."),
            Cors = new(["https://www.catalog.example"]),
            Lock = OriginLock.LambdaGate(),
        };
    }
}
