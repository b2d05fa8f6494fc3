using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class FirewallTests
{
    private static Estate Net(FirewallPolicy policy) => new Estate()
        .Vpc("V", "10.0.0.0/16")
        .Subnet("A", "V", "10.0.0.0/24").Subnet("B", "V", "10.0.1.0/24").Subnet("F", "V", "10.0.9.0/28").Subnet("G", "V", "10.0.9.16/28")
        .Group("All", "V", "all 0.0.0.0/0").Host("Client", "A", "All").Host("Server", "B", "All")
        .Add(new NetworkFirewall(Named("Firewall"), policy) { Endpoints = [new(Named("End"), Id("F")), new(Named("OtherEnd"), Id("G"))] })
        .Route("A", "10.0.1.0/24", "End").Route("B", "10.0.0.0/24", "End");

    private static FirewallPolicy Policy() => new(Named("Policy"));

    private static FirewallMatch Match(int protocol, int? port = null, string? source = null) => new()
    {
        Protocols = [protocol],
        DestinationPorts = port is { } number ? [new(number, number)] : [],
        Sources = source is null ? [] : [Cidr.Parse(source)],
    };

    [Fact]
    public void S79_BothDirections_MustPassTheSameEndpoint()
    {
        Net(Policy()).Tcp("Client", "Server", 443).ShouldBeReachable();
        Net(Policy()).Change<RouteTable>("BTable", table => table with { Routes = [new(table.Component, RouteDestination.To("10.0.0.0/24"), RouteTarget.To(Id("OtherEnd")))] })
            .Tcp("Client", "Server", 443).Explanations.ShouldContain(each => each.Code == "FIREWALL_ASYMMETRIC_ROUTING");
        Net(Policy()).Change<RouteTable>("BTable", table => table with { Routes = [] })
            .Tcp("Client", "Server", 443).ShouldBeBlocked("FIREWALL_ASYMMETRIC_ROUTING Firewall");
    }

    [Fact]
    public void S80_StatelessRules_ByPriorityThenDefault()
    {
        var policy = Policy() with
        {
            StatelessRules = [new(Named("Drop"), Match(6, 22), StatelessAction.Drop), new(Named("Pass"), Match(6), StatelessAction.Pass)],
            StatelessDefault = StatelessAction.Drop,
        };

        Net(policy).Tcp("Client", "Server", 443).ShouldBeReachable();
        Net(policy).Tcp("Client", "Server", 22).ShouldBeBlocked("FIREWALL_RULES_RESTRICTION Firewall");
        Net(policy).Ask("Client", "Server", QueryProtocol.Udp, 53).Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void S80_StatelessPass_OfOneDirection_LeavesAnswersToOtherRules()
    {
        var policy = Policy() with
        {
            StatelessRules = [new(Named("Pass"), Match(6, 443), StatelessAction.Pass)],
            StatelessDefault = StatelessAction.Drop,
        };

        Net(policy).Tcp("Client", "Server", 443).ShouldBeBlocked("FIREWALL_RULES_RESTRICTION Firewall");
    }

    [Fact]
    public void S80_DefaultOrder_PassBeforeDrop_AndUnmatchedTrafficPasses()
    {
        var policy = Policy() with
        {
            StatefulRules = [new(Named("Drop"), Match(6), StatefulAction.Drop), new(Named("Pass"), Match(6, 443), StatefulAction.Pass)],
        };

        Net(policy).Tcp("Client", "Server", 443).ShouldBeReachable();
        Net(policy).Tcp("Client", "Server", 22).ShouldBeBlocked("FIREWALL_RULES_RESTRICTION Firewall");
        Net(policy).Ask("Client", "Server", QueryProtocol.Udp, 53).ShouldBeReachable();
    }

    [Fact]
    public void S80_StrictOrder_FirstMatchDecides_AndTheDefaultMayDrop()
    {
        var policy = Policy() with
        {
            StrictOrder = true,
            DropsUnmatched = true,
            StatefulRules = [new(Named("Drop"), Match(6, 443, "10.0.0.0/25"), StatefulAction.Drop), new(Named("Pass"), Match(6, 443), StatefulAction.Pass)],
        };

        Net(policy).Tcp("Client", "Server", 443).ShouldBeReachable().Sources().ShouldBe("10.0.0.128-10.0.0.254");
        Net(policy).Tcp("Client", "Server", 80).ShouldBeBlocked("FIREWALL_RULES_RESTRICTION Firewall");
    }

    // A connection that is dropped before it is established never meets the rules about established ones.
    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public void S80_PassOfEstablishedConnections_NeedsADefaultThatLetsThemOpen(bool drops, bool letsOpen, bool isReachable)
    {
        var policy = Policy() with
        {
            StrictOrder = true,
            DropsUnmatched = drops,
            LetsUnmatchedOpen = letsOpen,
            StatefulRules = [new(Named("Pass"), Match(6, 443), StatefulAction.Pass) { OnlyEstablished = true }],
        };

        Net(policy).Tcp("Client", "Server", 443).Verdict.ShouldBe(isReachable ? Verdict.Reachable : Verdict.NotReachable);
        Net(policy).Tcp("Client", "Server", 80).Verdict.ShouldBe(drops ? Verdict.NotReachable : Verdict.Reachable);
    }

    // What a pass rule takes at its first packet is looked at no more.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void S80_DropOfEstablishedConnections_ComesAfterEveryPassOfTheFirstPacket(bool strictOrder)
    {
        StatefulRule drop = new(Named("Drop"), Match(6), StatefulAction.Drop) { OnlyEstablished = true };
        var policy = Policy() with { StrictOrder = strictOrder, StatefulRules = [drop, new(Named("Pass"), Match(6, 443), StatefulAction.Pass)] };

        Net(policy).Tcp("Client", "Server", 443).ShouldBeReachable();
        Net(policy).Tcp("Client", "Server", 80).ShouldBeBlocked("FIREWALL_RULES_RESTRICTION Firewall");
    }

    [Fact]
    public void S80_UnknownDefault_LeavesUnmatchedConnectionsOpen()
    {
        var policy = Policy() with { StrictOrder = true, DropsUnmatched = Open("the default action"), StatefulRules = [new(Named("Pass"), Match(6, 443), StatefulAction.Pass)] };

        Net(policy).Tcp("Client", "Server", 443).ShouldBeReachable();
        Net(policy).Tcp("Client", "Server", 80).ShouldBeUnknown("the default action");
    }

    [Fact]
    public void S80_DomainRules_AreUndecided()
    {
        var policy = Policy() with
        {
            StrictOrder = true,
            DropsUnmatched = true,
            StatefulRules = [new(Named("Domains"), Match(6, 443), StatefulAction.Pass) { Undecidable = Open("a domain list decides") }],
        };

        Net(policy).Tcp("Client", "Server", 443).ShouldBeUnknown("a domain list decides");
        Net(policy).Tcp("Client", "Server", 80).ShouldBeBlocked("FIREWALL_RULES_RESTRICTION Firewall");
    }

    [Fact]
    public void S80_TransitGatewayFirewall_FiltersBetweenTables()
    {
        var policy = Policy() with { StatefulRules = [new(Named("Drop"), Match(6, 22), StatefulAction.Drop)] };
        var estate = new Estate()
            .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("GV", "V", "all 0.0.0.0/0").Host("One", "A", "GV").Route("A", "0.0.0.0/0", "Tgw")
            .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("GW", "W", "all 0.0.0.0/0").Host("Two", "B", "GW").Route("B", "0.0.0.0/0", "Tgw")
            .TransitGateway("Tgw", defaults: false)
            .Attachment("AtV", "Tgw", "V", "A").Attachment("AtW", "Tgw", "W", "B")
            .Add(
                new NetworkFirewall(Named("Firewall"), policy),
                new TransitGatewayAttachment(Named("AtFirewall"), Id("Tgw"), new AttachedResource.OfFirewall(Id("Firewall"))))
            .TransitTable("Spokes", "Tgw", ["AtV", "AtW"], [], TransitRoute("0.0.0.0/0", "AtFirewall"))
            .TransitTable("Inspected", "Tgw", ["AtFirewall"], ["AtV", "AtW"]);

        estate.Tcp("One", "Two", 443).ShouldBeReachable();
        estate.Tcp("One", "Two", 22).Explanations.ShouldContain(each => each.Code == "FIREWALL_RULES_RESTRICTION");
    }
}
