using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Tests.Connectivity;

public sealed class PrivateServicePlanTests
{
    private const string Balancer = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/net/pay/1";

    private static PrivateServicePlan Plan(PrivateServiceProps props) => PrivateServicePlan.From(props, Connections.ContextOf(nameof(PrivateServiceProps)));

    [Fact]
    public void From_Defaults_AreTheOwnAccountWithAcceptance()
    {
        var blueprint = Plan(new() { NetworkLoadBalancerArns = [Balancer] }).ToBlueprint();
        blueprint.GetResource("Service").Properties["AcceptanceRequired"].ShouldBe(true);
        blueprint.GetResource("Permissions").Properties["AllowedPrincipals"].ShouldBe(Value.List(Value.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")));
    }

    [Fact]
    public void From_OrderOfPrincipals_DoesNotShow()
    {
        static Blueprint Of(params string[] principals) => Plan(new() { NetworkLoadBalancerArns = [Balancer], AllowedPrincipals = principals }).ToBlueprint();
        Of("222222222222", "111111111111").GetResource("Permissions").ShouldBe(Of("111111111111", "222222222222").GetResource("Permissions"));
    }

    [Fact]
    public void From_Everything_IsWritten()
    {
        var blueprint = Plan(new()
        {
            GatewayLoadBalancerArns = [Balancer],
            AllowedPrincipals = ["*"],
            SupportedRegions = ["us-east-1", "eu-central-1"],
            DualStack = true,
            NotificationTopicArn = "${Token[Topic]}",
        }).ToBlueprint();
        blueprint.Resources.Select(resource => resource.Id).ShouldBe(["Notification", "Permissions", "Service"]);
        blueprint.GetResource("Service").Properties["SupportedRegions"].ShouldBe(Value.List("eu-central-1", "us-east-1"));
        blueprint.GetResource("Service").Properties["SupportedIpAddressTypes"].ShouldBe(Value.List("ipv4", "ipv6"));
        blueprint.GetResource("Notification").Properties["ConnectionNotificationArn"].ShouldBe(Value.Input("NotificationTopicArn"));
    }

    [Fact]
    public void From_Mistakes_AreReported()
    {
        static string[] Codes(PrivateServiceProps props) => Connections.Codes(() => Plan(props));
        Codes(new()).ShouldBe(["NP1454 NetworkLoadBalancerArns"]);
        Codes(new() { NetworkLoadBalancerArns = [Balancer], GatewayLoadBalancerArns = [Balancer], AllowedPrincipals = ["me"] }).ShouldBe(["NP1454 AllowedPrincipals", "NP1454 NetworkLoadBalancerArns"]);
        Codes(new() { NetworkLoadBalancerArns = [Balancer], AllowedPrincipals = ["*"], AcceptanceRequired = false }).ShouldBe(["NP1455 AllowedPrincipals"]);
        Codes(new() { NetworkLoadBalancerArns = [Balancer], AcceptanceRequired = false }).ShouldBe(["NP1455 AllowedPrincipals"]);
        Codes(new() { NetworkLoadBalancerArns = [Balancer], AllowedPrincipals = [] }).ShouldBe(["NP1247 AllowedPrincipals"]);
    }
}
