using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

[Collection(CdkCollection.Name)]
public sealed class VpcOriginTests
{
    [Fact]
    public void Origin_OfAnInstance_IsAsApproved()
    {
        var stack = new BackendStack(network: new()
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers = ServiceTiers.BehindVpcOrigin(BackendStack.ServicePort, BackendStack.DatabasePort, CloudFrontAddresses.In("eu-west-1")),
        });
        var origin = new VpcOrigin(stack.Stack, "Origin", new VpcOriginProps
        {
            Network = stack.Network,
            Tier = "balancer",
            EndpointArn = new Amazon.CDK.CfnParameter(stack.Stack, "Instance", new Amazon.CDK.CfnParameterProps { Type = "String" }).ValueAsString,
        });

        origin.VpcOriginReference.ShouldBe("{{resolve:secretsmanager:Dev-Origin-d48d442258/vpc-origin:SecretString:::}}");
        stack.Stack.Resolve(origin.VpcOriginId).ShouldNotBeNull();
        Snapshot.Matches(PrivateNlbTests.Own(stack, "Origin"), "VpcOrigin.Instance");
    }
}
