using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Network.Proving;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>The analyzer proves what the VPC promises, and refutes it where the template is broken on purpose.</summary>
[Collection(CdkCollection.Name)]
public sealed class ThreeTierVpcProofTests
{
    [Fact]
    public void Synthesized_Defaults_AreProved()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(pathMetadata: true));
        _ = new ThreeTierVpc(stack, "Network", Sample.Minimal());
        var results = Proof.Of(stack.Template());
        results.Length.ShouldBe(15);
        results.Where(result => result.Outcome != GuaranteeOutcome.Holds).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("single")]
    [InlineData("none")]
    public void Plain_OtherNatStrategies_AreProved(string nat)
    {
        var results = Proof.Of(new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.ThreeZones,
            NatGateways = nat == "none" ? NatStrategy.None : NatStrategy.Single("eu-west-1b"),
        }.Plain());
        results.Where(result => result.Outcome != GuaranteeOutcome.Holds).ShouldBeEmpty();
    }

    public static TheoryData<string, string> Mutations => new()
    {
        { "WebEgressToAppTcp8080", "tier:web can reach tier:app on tcp 8080" },
        { "AppIngressFromWebTcp8080", "tier:web can reach tier:app on tcp 8080" },
        { "AppNetworkAclEgress2900", "tier:web can reach tier:app on tcp 8080" },
        { "AppNetworkAclEgress4760", "tier:app can reach tier:data on tcp 3306" },
        { "DataNetworkAclIngress4760", "tier:app can reach tier:data on tcp 3306" },
        { "DataNetworkAclEgress4780", "tier:app can reach tier:data on tcp 3306" },
        { "AppRouteTableBDefaultRoute", "tier:app can reach internet on tcp 443" },
        { "WebRouteTableDefaultRoute", "tier:app can reach internet on tcp 443" },
        { "InternetGatewayAttachment", "tier:app can reach internet on tcp 443" },
        { "WebNetworkAclIngress2940", "tier:app can reach internet on tcp 443" },
        { "WebNetworkAclEgress2920", "tier:app can reach internet on tcp 443" },
        { "AppNetworkAclIngress2940", "tier:app can reach internet on tcp 443" },
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Plain_ResourceTakenAway_BreaksItsPromise(string id, string guarantee)
    {
        var template = Sample.Minimal().Plain();
        template.Resources().Remove(id).ShouldBeTrue();
        foreach (var resource in template.Resources().Select(entry => entry.Value!.AsObject()))
        {
            if (resource["DependsOn"] is JsonArray list && list.Any(item => item!.GetValue<string>() == id))
            {
                resource.Remove("DependsOn");
            }
        }

        Broken(template).ShouldContain(guarantee);
    }

    [Theory]
    [InlineData("data", "10.0.0.0/8", "app", "tier:app reaches tier:data at most on tcp 3306")]
    [InlineData("app", "10.0.0.0/8", "web", "tier:web reaches tier:app at most on tcp 8080")]
    public void Plain_RuleAdded_BreaksItsPromise(string tier, string range, string peer, string guarantee)
    {
        var template = Sample.Minimal().Plain();
        var (to, from) = (char.ToUpperInvariant(tier[0]) + tier[1..], char.ToUpperInvariant(peer[0]) + peer[1..]);
        Open(template, $"{to}SecurityGroup", "SecurityGroupIngress", range);
        Open(template, $"{from}SecurityGroup", "SecurityGroupEgress", range);
        foreach (var acl in new[] { $"{to}NetworkAcl", $"{from}NetworkAcl" })
        {
            template.Resources()[$"{acl}OpenIn"] = Entry(acl, egress: false);
            template.Resources()[$"{acl}OpenOut"] = Entry(acl, egress: true);
        }

        Broken(template).ShouldContain(guarantee);
    }

    [Fact]
    public void Plain_EverythingOutWrittenTwice_IsUndecided()
    {
        // CloudFormation may take such a rule for the default one, and strip it when a rule of its own is added.
        var template = Sample.Minimal().Plain();
        Open(template, "WebSecurityGroup", "SecurityGroupEgress", "0.0.0.0/0");
        Proof.Of(template).Where(result => result.Outcome == GuaranteeOutcome.Undecided).Select(result => result.Guarantee.ToString())
            .ShouldContain("tier:web never reaches internet");
    }

    private static IEnumerable<string> Broken(JsonObject template) =>
        Proof.Of(template).Where(result => result.Outcome == GuaranteeOutcome.Fails).Select(result => result.Guarantee.ToString()!);

    private static void Open(JsonObject template, string group, string property, string range) =>
        template.Properties(group)[property] = new JsonArray(new JsonObject { ["IpProtocol"] = "-1", ["CidrIp"] = range });

    private static JsonObject Entry(string acl, bool egress) => new()
    {
        ["Type"] = "AWS::EC2::NetworkAclEntry",
        ["Properties"] = new JsonObject
        {
            ["NetworkAclId"] = new JsonObject { ["Ref"] = acl },
            ["Egress"] = egress,
            ["RuleNumber"] = 1,
            ["RuleAction"] = "allow",
            ["Protocol"] = -1,
            ["CidrBlock"] = "0.0.0.0/0",
        },
    };
}
