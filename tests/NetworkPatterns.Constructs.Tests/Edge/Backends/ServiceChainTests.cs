using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Network.Proving;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

/// <summary>The analyzer proves on the template: load balancer to services to database, and nothing else.</summary>
[Collection(CdkCollection.Name)]
public sealed class ServiceChainTests
{
    [Fact]
    public void Chain_LoadBalancerServicesDatabase_IsAllThereIs()
    {
        var results = Proof.Of(Template());

        results.Where(result => result.Outcome != GuaranteeOutcome.Holds).ShouldBeEmpty();
        var promises = results.Select(result => result.Guarantee.ToString()).ToArray();
        promises.ShouldContain("tier:link can reach tier:app on tcp 8080");
        promises.ShouldContain("tier:link reaches tier:app at most on tcp 8080");
        promises.ShouldContain("tier:app can reach tier:data on tcp 5433");
        promises.ShouldContain("tier:app reaches tier:data at most on tcp 5433");
        foreach (var never in new[]
        {
            "tier:link never reaches tier:data", "tier:data never reaches tier:app", "tier:data never reaches tier:link", "tier:app never reaches tier:link",
            "internet never reaches tier:link", "internet never reaches tier:app", "internet never reaches tier:data",
            "tier:link never reaches internet", "tier:data never reaches internet",
        })
        {
            promises.ShouldContain(never);
        }
    }

    [Theory]
    [InlineData("Data", "Link", BackendStack.DatabasePort, "tier:link never reaches tier:data")]
    [InlineData("App", "Link", 22, "tier:link reaches tier:app at most on tcp 8080")]
    [InlineData("Link", "App", 80, "tier:app never reaches tier:link")]
    public void Chain_WithOneMoreRule_IsRefuted(string server, string client, int port, string promise)
    {
        var template = Template();
        AddRule(template, server, client, port);
        OpenNetworkAcls(template);

        Proof.Of(template).Single(result => result.Guarantee.ToString() == promise).Outcome.ShouldBe(GuaranteeOutcome.Fails);
    }

    private static JsonObject Template()
    {
        var stack = new BackendStack();
        stack.Fargate(stack.Balancer(BackendStack.Listener()));
        _ = new PrivateDatabase(stack.Stack, "Database", new PrivateDatabaseProps
        {
            Network = stack.Network,
            Engine = DatabaseEngine.PostgreSql,
            EngineVersion = "16.4",
            Port = BackendStack.DatabasePort,
        });
        return stack.Template();
    }

    private static void AddRule(JsonObject template, string server, string client, int port)
    {
        var from = Group(template, client);
        var to = Group(template, server);
        template.Resources()["OneMoreIngress"] = Rule("AWS::EC2::SecurityGroupIngress", to, "SourceSecurityGroupId", from, port);
        template.Resources()["OneMoreEgress"] = Rule("AWS::EC2::SecurityGroupEgress", from, "DestinationSecurityGroupId", to, port);
    }

    private static string Group(JsonObject template, string tier) =>
        template.LogicalIds("AWS::EC2::SecurityGroup").Single(id => id.StartsWith($"Network{tier}SecurityGroup", StringComparison.Ordinal));

    private static JsonObject Rule(string type, string group, string peerProperty, string peer, int port) => new()
    {
        ["Type"] = type,
        ["Properties"] = new JsonObject
        {
            ["GroupId"] = GroupId(group),
            [peerProperty] = GroupId(peer),
            ["IpProtocol"] = "tcp",
            ["FromPort"] = port,
            ["ToPort"] = port,
        },
    };

    private static JsonObject GroupId(string group) => new() { ["Fn::GetAtt"] = new JsonArray(group, "GroupId") };

    // Two lines hold: the rule alone would change nothing behind the network ACLs.
    private static void OpenNetworkAcls(JsonObject template)
    {
        foreach (var acl in template.LogicalIds("AWS::EC2::NetworkAcl"))
        {
            foreach (var isEgress in new[] { true, false })
            {
                template.Resources()[$"{acl}Open{isEgress}"] = new JsonObject
                {
                    ["Type"] = "AWS::EC2::NetworkAclEntry",
                    ["Properties"] = new JsonObject
                    {
                        ["NetworkAclId"] = new JsonObject { ["Ref"] = acl },
                        ["Egress"] = isEgress,
                        ["RuleNumber"] = 1,
                        ["RuleAction"] = "allow",
                        ["Protocol"] = -1,
                        ["CidrBlock"] = "0.0.0.0/0",
                    },
                };
            }
        }
    }
}
