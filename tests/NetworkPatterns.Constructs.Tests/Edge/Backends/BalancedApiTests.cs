using Amazon.CDK.AWS.ECS;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

/// <summary>APIs of both styles in front of one Application Load Balancer, through one VPC link v2.</summary>
[Collection(CdkCollection.Name)]
public sealed class BalancedApiTests
{
    [Fact]
    public void RestApi_ThroughAVpcLinkV2_AsksTheLoadBalancerByItsName()
    {
        var stack = new BackendStack(network: new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"], Tiers = ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort) });
        _ = new RegionalRestApi(stack.Stack, "Api", new RegionalRestApiProps
        {
            Routes = [new("GET", "/orders/{id}", Balancer(stack).Backend("api", TimeSpan.FromSeconds(10)))],
            DefaultAuthorizer = ApiAuthorizer.Iam,
        });
        var template = stack.Template();

        var link = template.LogicalIds("AWS::ApiGatewayV2::VpcLink").ShouldHaveSingleItem();
        var integration = template.Single("AWS::ApiGateway::Method")["Properties"]!["Integration"]!;
        integration["Type"]!.GetValue<string>().ShouldBe("HTTP_PROXY");
        integration["ConnectionType"]!.GetValue<string>().ShouldBe("VPC_LINK");
        integration["ConnectionId"]!["Ref"]!.GetValue<string>().ShouldBe(link);
        integration["Uri"]!.GetValue<string>().ShouldBe("https://services.example.com:443/orders/{id}");
        integration["IntegrationTarget"]!["Ref"]!.GetValue<string>().ShouldBe(template.LogicalIds("AWS::ElasticLoadBalancingV2::LoadBalancer").ShouldHaveSingleItem());
        integration["TimeoutInMillis"]!.GetValue<int>().ShouldBe(10_000);
    }

    [Fact]
    public void HttpApi_ThroughAVpcLinkV2_AsksTheListenerAndChecksItsName()
    {
        var stack = new BackendStack(network: new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"], Tiers = ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort) });
        _ = new RegionalHttpApi(stack.Stack, "Api", new RegionalHttpApiProps
        {
            Routes = [new("ANY", "/{proxy+}", Balancer(stack).Backend("api"))],
            DefaultAuthorizer = ApiAuthorizer.Jwt("users", "https://login.example.com/", "shop"),
            Lock = OriginLock.None,
        });
        var template = stack.Template();

        var integration = template.Single("AWS::ApiGatewayV2::Integration")["Properties"]!;
        integration["ConnectionType"]!.GetValue<string>().ShouldBe("VPC_LINK");
        integration["ConnectionId"]!["Ref"]!.GetValue<string>().ShouldBe(template.LogicalIds("AWS::ApiGatewayV2::VpcLink").ShouldHaveSingleItem());
        integration["IntegrationUri"]!["Ref"]!.GetValue<string>().ShouldBe(template.LogicalIds("AWS::ElasticLoadBalancingV2::Listener").ShouldHaveSingleItem());
        integration["TlsConfig"]!["ServerNameToVerify"]!.GetValue<string>().ShouldBe("services.example.com");
    }

    private static PrivateAlb Balancer(BackendStack stack)
    {
        var balancer = new PrivateAlb(stack.Stack, "Balancer", new PrivateAlbProps
        {
            Network = stack.Network,
            Listeners =
            [
                new()
                {
                    Name = "api",
                    CertificateArns = [new Amazon.CDK.CfnParameter(stack.Stack, "Certificate", new Amazon.CDK.CfnParameterProps { Type = "String" }).ValueAsString],
                    HostName = "services.example.com",
                    Targets = new() { Port = BackendStack.ServicePort },
                },
            ],
        });
        _ = new FargateTargets(stack.Stack, "Service", new FargateTargetsProps
        {
            LoadBalancer = balancer,
            Listener = "api",
            Image = ContainerImage.FromRegistry("public.ecr.aws/docker/library/httpd:2.4"),
        });
        return balancer;
    }
}
