using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class ComputeTests
{
    private static Estate Net() => new Estate()
        .Vpc("V", "10.0.0.0/16").InternetGateway("Igw", "V")
        .Subnet("A", "V", "10.0.0.0/24").Subnet("B", "V", "10.0.1.0/24", "b")
        .Group("All", "V", "all 0.0.0.0/0")
        .Host("Client", "A", "All");

    private static NetworkInterface Interface(string name, string subnet, InterfaceKind kind) =>
        new(Named($"{name}.{subnet}"), Named(name), Id(subnet)) { Kind = kind, Groups = [Id("All")] };

    [Fact]
    public void S75_Lambda_OnlyInitiates()
    {
        var estate = Net().Add(Interface("Function", "A", InterfaceKind.Lambda) with { ListensOn = [] }, Interface("Function", "B", InterfaceKind.Lambda) with { ListensOn = [] });

        estate.Tcp("Function.A,Function.B", "Client", 443).ShouldBeReachable();
        estate.Tcp("Client", "Function.A,Function.B", 443).ShouldBeBlocked("NO_POSSIBLE_DESTINATION Function.A");
    }

    [Fact]
    public void S76_Database_IsPublicOnlyWithAPublicAddressAndAGatewayRoute()
    {
        var database = Interface("Database", "A", InterfaceKind.Database) with { Addresses = [InterfaceAddress.AnyIPv4 with { HasPublicAddress = true }] };

        Net().Add(database).Tcp("internet", "Database.A", 5432).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION ATable");
        Net().Add(database).Route("A", "0.0.0.0/0", "Igw").Tcp("internet", "Database.A", 5432).ShouldBeReachable();
        Net().Add(database with { Addresses = [InterfaceAddress.AnyIPv4 with { HasPublicAddress = Open("PubliclyAccessible is left out") }] }).Route("A", "0.0.0.0/0", "Igw")
            .Tcp("internet", "Database.A", 5432).ShouldBeUnknown("PubliclyAccessible is left out");
    }

    [Fact]
    public void S76_Database_AnswersOnItsPort()
    {
        var estate = Net().Add(Interface("Database", "A", InterfaceKind.Database) with { ListensOn = [Traffic.Tcp(5432)] });

        estate.Ask("Client", "Database.A").ShouldBeReachable().DestinationPorts().ShouldBe("5432");
        estate.Tcp("Client", "Database.A", 22).ShouldBeBlocked("NO_POSSIBLE_DESTINATION Database.A");
    }

    [Fact]
    public void S77_Task_WithoutPublicAddress_IsNotOnTheInternet() =>
        Net().Route("A", "0.0.0.0/0", "Igw").Add(Interface("Task", "A", InterfaceKind.EcsTask)).Tcp("Task.A", "internet", 443)
            .ShouldBeBlocked("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS Task.A");

    [Fact]
    public void S78_AutoScalingGroup_HasAnInterfaceInEachSubnet_AndOneIsEnough()
    {
        var estate = Net().Add(Interface("Fleet", "A", InterfaceKind.Instance), Interface("Fleet", "B", InterfaceKind.Instance))
            .Acl("Acl", "B", "in 100 allow tcp 443 0.0.0.0/0", "out 100 allow all 0.0.0.0/0");

        estate.Tcp("Client", "Fleet.A,Fleet.B", 80).ShouldBeReachable().Destinations().ShouldBe("10.0.0.4-10.0.0.254");
        estate.Tcp("Client", "Fleet.A,Fleet.B", 443).ShouldBeReachable().Destinations().ShouldBe("10.0.0.4-10.0.0.254, 10.0.1.4-10.0.1.254");
    }

    [Fact]
    public void OneInterface_AskedAboutItself_NeedsARuleForIt()
    {
        var estate = Net().Group("Fleet", "V").Host("Member", "A", "Fleet");

        estate.Tcp("Member", "Member", 443).Verdict.ShouldBe(Verdict.NotReachable);
        estate.Ingress("Fleet", "all Fleet").Tcp("Member", "Member", 443).ShouldBeReachable();
    }
}
