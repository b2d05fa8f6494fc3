using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Transit.OnPremises;

[Collection(CdkCollection.Name)]
public sealed class ClientVpnTests
{
    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static ClientVpn Clients(Stack stack, ClientVpnProps like, ThreeTierVpcProps network) =>
        new(stack, "Clients", ClientVpns.With(like, new ThreeTierVpc(stack, "Shop", network)));

    [Fact]
    public void Synthesized_Defaults_IsAsApproved()
    {
        var stack = NewStack();
        var clients = Clients(stack, ClientVpns.Props(), ClientVpns.Network());
        clients.EndpointId.ShouldNotBeEmpty();
        clients.SecurityGroupId.ShouldNotBeEmpty();
        clients.GetResource("Endpoint").CfnResourceType.ShouldBe("AWS::EC2::ClientVpnEndpoint");
        Snapshot.Matches(Connections.Ours(stack.Template(), "Clients"), "ClientVpn.Defaults");
    }

    [Fact]
    public void Synthesized_AllOptions_IsAsApproved()
    {
        var stack = NewStack();
        var book = new AddressBook();
        Clients(stack, ClientVpns.All(new CfnParameter(stack, "Group").ValueAsString, book), ClientVpns.Network());
        Snapshot.Matches(Connections.Ours(stack.Template(), "Clients"), "ClientVpn.AllOptions");
        book.Ranges.ShouldHaveSingleItem().ToString().ShouldBe("172.20.0.0/20 of Dev/Clients (Client VPN pool)");
    }

    [Fact]
    public void Synthesized_SecurityGroup_AcceptsNothing()
    {
        var stack = NewStack();
        Clients(stack, ClientVpns.Props(), ClientVpns.Network());
        var resources = stack.Template().Resources();
        var group = resources.Single(resource => resource.Key.StartsWith("ClientsSecurityGroup", StringComparison.Ordinal));
        group.Value!["Properties"]!["SecurityGroupIngress"].ShouldBeNull();
        resources.Where(resource => resource.Value!["Type"]!.GetValue<string>() == "AWS::EC2::SecurityGroupIngress")
            .Select(resource => resource.Value!["Properties"]!["GroupId"]!.ToJsonString())
            .ShouldAllBe(target => !target.Contains(group.Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a zone")]
    [InlineData("a tier")]
    [InlineData("a network")]
    [InlineData("a group")]
    public void Grow_ChangesNothingThatIsThere(string step)
    {
        var props = ClientVpns.Props();
        var (before, after) = (Synthesize(props, ClientVpns.Network()), step switch
        {
            "a zone" => Synthesize(props, ClientVpns.Network(["eu-west-1a", "eu-west-1b", "eu-west-1c"])),
            "a tier" => Synthesize(ClientVpns.Props([ClientVpnAuthorization.ToTier("a-database", "data")]), ClientVpns.Network()),
            "a network" => Synthesize(ClientVpns.Props([ClientVpnAuthorization.ToNetwork("a-site", "192.168.0.0/16")]), ClientVpns.Network()),
            _ => Synthesize(ClientVpns.Props([ClientVpnAuthorization.ToTier("a-group", "app") with { AccessGroupId = "operators" }]), ClientVpns.Network()),
        });
        after.Count.ShouldBeGreaterThan(before.Count);
        foreach (var (id, resource) in before)
        {
            JsonNode.DeepEquals(after[id], resource).ShouldBeTrue($"{id} is {after[id]?.ToJsonString()}, and was {resource!.ToJsonString()}");
        }

        static JsonObject Synthesize(ClientVpnProps props, ThreeTierVpcProps network)
        {
            var stack = NewStack();
            Clients(stack, props, network);
            return JsonNode.Parse(Connections.Ours(stack.Template(), "Clients"))!.AsObject();
        }
    }

    [Fact]
    public void Pool_ThatTheBookHasAlready_IsRefused()
    {
        var book = new AddressBook();
        book.Reserve("Berlin office", "172.20.4.0/24", AddressRangeKind.OnPremises);
        Should.Throw<PlanException>(() => Clients(NewStack(), ClientVpns.Props(book: book), ClientVpns.Network()))
            .Problems.ShouldHaveSingleItem().What.ShouldBe("172.20.0.0/20 of Dev/Clients (Client VPN pool) overlaps 172.20.4.0/24 of Berlin office (on-premises)");
    }
}
