using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Dns;

/// <summary>The least that a Region's entry point can be: a VPC, and a load balancer that answers by itself.</summary>
internal static class RegionalWeb
{
    public static RegionalEntry In(RegionalStack stack, string cidrBlock, AddressBook book)
    {
        var region = stack.ApplicationRegion.Region;
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = cidrBlock,
            Zones = [$"{region}a", $"{region}b"],
            WebPorts = [80],
            NatGateways = NatStrategy.None,
            AddressBook = book,
        });
        var loadBalancer = new ApplicationLoadBalancer(stack, "Web", new ApplicationLoadBalancerProps
        {
            Vpc = network.Vpc,
            VpcSubnets = new SubnetSelection { Subnets = network.Web.Subnets },
            SecurityGroup = network.Web.SecurityGroup,
            InternetFacing = true,
            DropInvalidHeaderFields = true,
        });
        new LoadBalancerLogs(stack, "Logs").LogAccessOf(loadBalancer, "web");
        loadBalancer.AddListener("Http", new BaseApplicationListenerProps
        {
            Port = 80,
            Open = false,
            DefaultAction = ListenerAction.FixedResponse(200, new FixedResponseOptions { ContentType = "text/plain", MessageBody = stack.RegionalName }),
        });
        return new(Alias.LoadBalancer(loadBalancer));
    }
}
