using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Constructs;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Edge;

/// <summary>An API that is reached from one VPC only, by the application tier, and whose backend knows it by a client certificate.</summary>
public sealed class PrivateApiStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public PrivateApiStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.30.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            AddressBook = book,
            InterfaceEndpoints = ["execute-api"],
            InterfaceEndpointTier = "data",
            InterfaceEndpointClients = ["app"],
        });
        var users = ApiAuthorizer.Cognito("users", UserPool.FromUserPoolArn(this, "Users", $"arn:{Aws.PARTITION}:cognito-idp:{Aws.REGION}:{Aws.ACCOUNT_ID}:userpool/staff"));
        var stock = new HttpBackend("https://stock.private.example") { Timeout = TimeSpan.FromSeconds(5) };
        var api = new RegionalRestApi(this, "Api", new RegionalRestApiProps
        {
            Routes =
            [
                new("GET", "/articles/{id}", stock) { CacheFor = TimeSpan.FromMinutes(1) },
                new("PUT", "/articles/{id}", stock) { Throttle = new(10, 20) },
            ],
            DefaultAuthorizer = users,
            Lock = OriginLock.Private(network.GetResource("ExecuteApiInterfaceEndpoint").Ref),
            CacheGigabytes = 0.5m,
            Variables = ImmutableSortedDictionary<string, string>.Empty.Add("shop", "main"),
            ClientCertificate = new(),
        });

        // Clients have addresses of the VPC: what is said of addresses of the internet means nothing here.
        new WebAcl(this, "Rules", new WebAclProps
        {
            Scope = WafScope.Regional,
            Rules = [new ManagedRules(WafManagedGroup.KnownBadInputs), new ManagedRules(WafManagedGroup.Core), new ManagedRules(WafManagedGroup.SqlInjection)],
        }).Protect(this, "Protection", api.StageArn);
    }
}
