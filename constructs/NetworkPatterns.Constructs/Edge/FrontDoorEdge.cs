using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>The half of a front door that is in us-east-1: a stack with a certificate, a WebACL and a distribution with its records.</summary>
internal sealed class FrontDoorEdge
{
    private readonly IFrontDoorProps _props;

    /// <summary>Makes the stack and its WebACL.</summary>
    /// <param name="door">The front door.</param>
    /// <param name="props">What it is to be.</param>
    /// <param name="origin">The stack that deploys first.</param>
    /// <param name="why">Why it does.</param>
    public FrontDoorEdge(Construct door, IFrontDoorProps props, Stack origin, string why)
    {
        _props = props;
        Stack = new Stack(door, "Edge", StackIn(props, ZonePlan.GlobalRegion, $"The distribution of {props.DomainName}"));
        Stack.AddDependency(origin, why);
        WebAcl = new WebAcl(Stack, "WebAcl", new WebAclProps { Rules = props.Rules });
    }

    public Stack Stack { get; }

    public WebAcl WebAcl { get; }

    /// <summary>The props of a front door's stack.</summary>
    public static StackProps StackIn(IFrontDoorProps props, string region, string description) => new()
    {
        Env = new Amazon.CDK.Environment { Account = props.Account, Region = region },
        Description = description,
    };

    /// <summary>Makes the distribution under the clients' name.</summary>
    public EdgeDistribution Distribute(IReadOnlyList<EdgeOrigin> origins, IReadOnlyList<EdgeBehavior> behaviors, string? rootObject = null)
    {
        var zone = Zones.FromId(Stack, "HostedZone", _props.HostedZoneId, _props.ZoneName);
        var certificate = new ZonedCertificate(Stack, "Certificate", new ZonedCertificateProps { Names = [_props.DomainName], Zones = [zone], IsForCloudFront = true });
        return new(Stack, "Distribution", new EdgeDistributionProps
        {
            DomainNames = [_props.DomainName],
            Zone = zone,
            CertificateArn = certificate.CertificateArn,
            WebAclArn = WebAcl.WebAclArn,
            Origins = origins,
            Behaviors = behaviors,
            Countries = _props.Countries,
            RootObject = rootObject,
            MinimumTls = _props.MinimumTls,
            Places = _props.Places,
            AccessLogs = _props.AccessLogs,
        });
    }
}
