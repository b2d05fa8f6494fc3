using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reachability.Packets;
using AddressRange = NetworkPatterns.Network.Reachability.AddressRange;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class EngineProperties
{
    private static readonly string[] Rules =
    [
        "tcp 443 10.0.0.0/24", "tcp 80-1000 0.0.0.0/0", "udp 53 10.0.1.0/25", "all Clients", "icmp 8 0.0.0.0/0", "all 10.0.0.128/25", "50 0-0 0.0.0.0/0",
    ];

    private static Gen<string[]> SomeRules { get; } = Gen.SubListOf(Rules).Select(rules => rules.ToArray());

    [Fact]
    public void OneMoreAllowRule_NeverClosesAFlow() =>
        Prop.ForAll(Gen.Zip(SomeRules, Gen.Elements(Rules)).ToArbitrary(), input =>
        {
            var (rules, extra) = input;
            var before = Net(rules).Ask("Client", "Server");
            var after = Net([.. rules, extra]).Ask("Client", "Server");
            foreach (var packets in before.Packets)
            {
                after.Packets.ShouldContain(each => each.Sources.Length > 0);
                Count(after).ShouldBeGreaterThanOrEqualTo(Count(before));
                Contains(after, packets).ShouldBeTrue($"{string.Join("; ", rules)} + {extra}");
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void IntervalSets_IntersectExceptAndUnion_AgreeWithMembership() =>
        Prop.ForAll(Gen.Zip(Sets, Sets).ToArbitrary(), input =>
        {
            var (left, right) = input;
            for (var value = 0; value <= byte.MaxValue; value++)
            {
                var (inLeft, inRight) = (left.Contains((byte)value), right.Contains((byte)value));
                left.Intersect(right).Contains((byte)value).ShouldBe(inLeft && inRight);
                left.Except(right).Contains((byte)value).ShouldBe(inLeft && !inRight);
                left.Union(right).Contains((byte)value).ShouldBe(inLeft || inRight);
            }

            left.Overlaps(right).ShouldBe(!left.Intersect(right).IsEmpty);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void BoxList_Disjoint_KeepsEveryPacketAndCountsItOnce() =>
        Prop.ForAll(Boxes.ListOf().ToArbitrary(), boxes =>
        {
            var disjoint = BoxList.Disjoint(boxes);
            for (var protocol = 0; protocol <= byte.MaxValue; protocol += 5)
            {
                for (var port = 0; port <= 300; port += 20)
                {
                    var packet = Box.Everything with { Protocols = IntervalSet<byte>.Of((byte)protocol), DestinationPorts = IntervalSet<ushort>.Of((ushort)port) };
                    disjoint.Count(box => box.Intersect(packet) is not null).ShouldBe(boxes.Any(box => box.Intersect(packet) is not null) ? 1 : 0);
                }
            }
        }).QuickCheckThrowOnFailure();

    private static Gen<IntervalSet<byte>> Sets { get; } =
        Gen.Zip(Gen.Choose(0, 255), Gen.Choose(0, 60)).ListOf()
            .Select(pairs => IntervalSet<byte>.Of(pairs.Select(pair => ((byte)pair.Item1, (byte)Math.Min(255, pair.Item1 + pair.Item2)))));

    private static Gen<Box> Boxes { get; } = Gen.Zip(Sets.Where(set => !set.IsEmpty), Gen.Zip(Gen.Choose(0, 300), Gen.Choose(0, 100))).Select(input => Box.Everything with
    {
        Protocols = input.Item1,
        DestinationPorts = IntervalSet<ushort>.Of((ushort)input.Item2.Item1, (ushort)(input.Item2.Item1 + input.Item2.Item2)),
    });

    private static Estate Net(string[] rules) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Subnet("B", "V", "10.0.1.0/24")
        .Group("Clients", "V").Group("Servers", "V", rules).Host("Client", "A", "Clients").Host("Server", "B", "Servers");

    private static UInt128 Count(ReachabilityAnswer answer) => answer.Packets
        .Aggregate(UInt128.Zero, (sum, range) => sum
            + (Size(range.Sources) * Sum(range.Protocols) * Math.Max(1, Sum(range.SourcePorts)) * Math.Max(1, Sum(range.DestinationPorts))));

    private static bool Contains(ReachabilityAnswer answer, PacketRange packets)
    {
        var corners =
            from source in packets.Sources.SelectMany(range => new[] { range.First, range.Last })
            from protocol in packets.Protocols.SelectMany(range => new[] { range.First, range.Last })
            from port in packets.DestinationPorts.SelectMany(range => new[] { range.First, range.Last }).DefaultIfEmpty(-1)
            select (Number(source), protocol, port);
        return corners.All(corner => answer.Packets.Any(range =>
            range.Sources.Any(each => Number(each.First) <= corner.Item1 && corner.Item1 <= Number(each.Last))
            && range.Protocols.Any(each => each.First <= corner.protocol && corner.protocol <= each.Last)
            && (corner.port < 0 || range.DestinationPorts.Any(each => each.First <= corner.port && corner.port <= each.Last))));
    }

    private static UInt128 Size(IEnumerable<AddressRange> ranges) =>
        ranges.Aggregate(UInt128.Zero, (sum, range) => sum + Number(range.Last) - Number(range.First) + 1);

    private static UInt128 Number(System.Net.IPAddress address) => Cidr.ToNumber(address).Value;

    private static uint Sum(IEnumerable<PortRange> ranges) => (uint)ranges.Sum(range => range.Last - range.First + 1);
}
