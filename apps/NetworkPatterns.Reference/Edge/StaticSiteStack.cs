using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Distributions;

namespace NetworkPatterns.Reference.Edge;

/// <summary>A site of files for the whole world.</summary>
public sealed class StaticSiteStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public StaticSiteStack(Construct scope, string id)
        : base(scope, id, new StackProps { Env = new Amazon.CDK.Environment { Region = "us-east-1" } }) =>
        _ = new StaticSite(this, "Site", new StaticSiteProps
        {
            DomainNames = ["www.site.example", "site.example"],
            Zone = Zones.FromId(this, "HostedZone", "Z0123456789EXAMPLE", "site.example"),
            Countries = EdgeCountries.All("The site is for the whole world."),
        });
}
