using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Connectivity;

namespace NetworkPatterns.Reference.Connectivity;

/// <summary>Two fixed addresses in front of a Network Load Balancer.</summary>
public sealed class AcceleratedStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public AcceleratedStack(Construct scope, string id)
        : base(scope, id) => _ = new GlobalAccelerator(this, "Front", new GlobalAcceleratorProps
        {
            Listeners =
            [
                new("web", 443, 443, new AcceleratedRegion(
                    "eu-west-1",
                    AcceleratedEndpoint.NetworkLoadBalancer("web", new CfnParameter(this, "LoadBalancer", new CfnParameterProps { Description = "The ARN of the Network Load Balancer" }).ValueAsString))),
            ],
        });
}
