using Constructs;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Edge;

/// <summary>An API in front of services in private subnets: CloudFront, AWS WAF, API Gateway, a VPC link, a Network Load Balancer, PostgreSQL behind it.</summary>
public static class ServicesFrontDoor
{
    /// <summary>Adds its stacks.</summary>
    /// <param name="scope">The stage.</param>
    /// <param name="id">Its name.</param>
    /// <param name="book">Where the network's addresses are written down.</param>
    public static ApiFrontDoor AddTo(Construct scope, string id, AddressBook book)
    {
        var door = new ApiFrontDoor(scope, id, new ApiFrontDoorProps
        {
            DomainName = "api.services.example",
            ZoneName = "services.example",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = "eu-west-1",
            Countries = EdgeCountries.Only("NL", "BE", "DE"),
            KeepsName = true,
            Api = stack =>
            {
                var services = Services.AddTo(stack, book, DoorAlarms.TopicIn(stack));
                return new RegionalRestApiProps
                {
                    Routes =
                    [
                        new("ANY", "/orders/{proxy+}", services.Backend("api")),
                        new("GET", "/reports/{proxy+}", services.Backend("reports")),
                    ],
                    DefaultAuthorizer = ApiAuthorizer.Iam,
                };
            },
        });
        DoorAlarms.AddTo(door);
        return door;
    }
}
