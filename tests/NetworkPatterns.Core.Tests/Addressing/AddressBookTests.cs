using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Tests.Addressing;

public sealed class AddressBookTests
{
    [Fact]
    public void Reserve_DisjointRanges_KeepsThemSorted()
    {
        var book = new AddressBook();
        book.Reserve("Prod/Network", "10.1.0.0/16", AddressRangeKind.Vpc);
        book.Reserve("Berlin office", "192.168.0.0/20", AddressRangeKind.OnPremises);
        book.Reserve("Berlin tunnel", "169.254.10.0/30", AddressRangeKind.VpnInside);
        book.Reserve("Clients", "172.20.0.0/20", AddressRangeKind.ClientVpn);
        book.Reserve("Acquisition", "10.128.0.0/9", AddressRangeKind.Reserved);
        book.Ranges.Select(range => range.ToString()).ShouldBe(
        [
            "10.128.0.0/9 of Acquisition (reserved)",
            "192.168.0.0/20 of Berlin office (on-premises)",
            "169.254.10.0/30 of Berlin tunnel (VPN tunnel inside)",
            "172.20.0.0/20 of Clients (Client VPN pool)",
            "10.1.0.0/16 of Prod/Network (VPC)",
        ]);
    }

    [Fact]
    public void Reserve_Overlap_NamesBothOwnersInAnyOrder()
    {
        (string Owner, string Block, AddressRangeKind Kind)[] ranges =
            [("Dev/Network", "10.0.0.0/16", AddressRangeKind.Vpc), ("Berlin office", "10.0.128.0/20", AddressRangeKind.OnPremises)];
        var messages = new[] { ranges, [.. ranges.Reverse()] }.Select(order =>
        {
            var book = new AddressBook();
            book.Reserve(order[0].Owner, order[0].Block, order[0].Kind);
            return Should.Throw<PlanException>(() => book.Reserve(order[1].Owner, order[1].Block, order[1].Kind)).Message;
        });

        messages.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldBe(
            """
            NP1040: 10.0.0.0/16 of Dev/Network (VPC) overlaps 10.0.128.0/20 of Berlin office (on-premises)
              where: Dev/Network and Berlin office
              fix:   give one of them another range
            """);
    }

    [Fact]
    public void Reserve_Overlap_EntersNothing()
    {
        var book = new AddressBook();
        book.Reserve("a", "10.0.0.0/16", AddressRangeKind.Reserved);
        var problems = new ProblemList();
        book.Reserve(
            [
                new("b", Cidr.Parse("10.5.0.0/16"), AddressRangeKind.Reserved),
                new("c", Cidr.Parse("10.0.1.0/24"), AddressRangeKind.Reserved),
                new("d", Cidr.Parse("10.5.1.0/24"), AddressRangeKind.Reserved),
            ],
            problems);
        problems.ToSorted().Length.ShouldBe(2);
        book.Ranges.ShouldHaveSingleItem().Owner.ShouldBe("a");
    }

    [Fact]
    public void Reserve_Plan_EntersEveryLiteralBlock()
    {
        var book = new AddressBook();
        book.Reserve("Dev/Network", AddressPlan.From(Plans.ThreeTiers with
        {
            SecondaryCidrs = [new("pods", "100.64.0.0/16"), new("pool", null) { NetmaskLength = 20 }],
        }));
        book.Ranges.Select(range => range.Block.ToString()).ShouldBe(["10.0.0.0/16", "100.64.0.0/16"]);
    }

    [Fact]
    public void Reserve_SameVpcTwice_IsAnOverlap()
    {
        var book = new AddressBook();
        var plan = AddressPlan.From(Plans.ThreeTiers);
        book.Reserve("Dev/Network", plan);
        Should.Throw<PlanException>(() => book.Reserve("Dev/Network", plan)).Problems.ShouldHaveSingleItem().Where.ShouldBe("Dev/Network");
    }

    [Theory]
    [InlineData("10.0.0.0/15", AddressRangeKind.Vpc)]
    [InlineData("10.0.0.0/29", AddressRangeKind.Vpc)]
    [InlineData("10.0.0.0/11", AddressRangeKind.ClientVpn)]
    [InlineData("10.0.0.0/23", AddressRangeKind.ClientVpn)]
    [InlineData("10.0.0.0/30", AddressRangeKind.VpnInside)]
    [InlineData("169.254.5.0/30", AddressRangeKind.VpnInside)]
    [InlineData("169.254.169.252/30", AddressRangeKind.VpnInside)]
    [InlineData("169.254.10.0/29", AddressRangeKind.VpnInside)]
    [InlineData("fd00::/64", AddressRangeKind.VpnInside)]
    [InlineData("2001:db8::/126", AddressRangeKind.VpnInside)]
    [InlineData("169.254.5.0/29", AddressRangeKind.ConnectInside)]
    [InlineData("169.254.169.248/29", AddressRangeKind.ConnectInside)]
    [InlineData("169.254.10.0/30", AddressRangeKind.ConnectInside)]
    [InlineData("fd00::/126", AddressRangeKind.ConnectInside)]
    public void Reserve_NotARangeOfItsKind_IsAProblem(string block, AddressRangeKind kind) =>
        Should.Throw<PlanException>(() => new AddressBook().Reserve("Owner", block, kind))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1041");

    [Theory]
    [InlineData("169.254.6.0/30", AddressRangeKind.VpnInside)]
    [InlineData("fd00::4/126", AddressRangeKind.VpnInside)]
    [InlineData("169.254.6.0/29", AddressRangeKind.ConnectInside)]
    [InlineData("fd00::8/125", AddressRangeKind.ConnectInside)]
    [InlineData("10.255.0.0/24", AddressRangeKind.TransitGateway)]
    [InlineData("10.0.0.0/12", AddressRangeKind.ClientVpn)]
    [InlineData("10.0.0.0/22", AddressRangeKind.ClientVpn)]
    [InlineData("2001:db8::/56", AddressRangeKind.Vpc)]
    [InlineData("10.0.0.0/8", AddressRangeKind.OnPremises)]
    public void Reserve_RangeOfItsKind_IsEntered(string block, AddressRangeKind kind)
    {
        var book = new AddressBook();
        book.Reserve("Owner", block, kind);
        book.Ranges.ShouldHaveSingleItem().ShouldBe(new("Owner", Cidr.Parse(block), kind));
    }

    [Theory]
    [InlineData("10.0.0.1/16", "NP1002")]
    [InlineData("office", "NP1001")]
    public void Reserve_NotABlock_IsAProblem(string block, string code) =>
        Should.Throw<PlanException>(() => new AddressBook().Reserve("Berlin office", block, AddressRangeKind.OnPremises))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
}
