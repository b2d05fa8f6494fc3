using System.Net;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Tests.Addressing;

public sealed class CidrPropertyTests
{
    private static readonly Gen<Cidr> Blocks =
        from isIPv6 in Gen.Elements(true, false)
        from prefix in Gen.Choose(0, isIPv6 ? 128 : 32)
        from words in Gen.ArrayOf(Gen.Choose(0, 255), isIPv6 ? 16 : 4)
        select Cidr.Covering(new IPAddress(words.Select(word => (byte)word).ToArray()), prefix);

    private static readonly Gen<Cidr> IPv4Blocks =
        from prefix in Gen.Choose(8, 32)
        from low in Gen.Choose(0, 65_535)
        select Cidr.Covering(new IPAddress([10, 0, (byte)(low >> 8), (byte)low]), prefix);

    private static void ForAll<T>(Gen<T> gen, Func<T, bool> property) =>
        Prop.ForAll(gen.ToArbitrary(), property).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_AnyPrintedBlock_IsTheBlock() =>
        ForAll(Blocks, block => Cidr.Parse(block.ToString()) == block && Cidr.Parse($"{block}") == block);

    [Fact]
    public void Merge_AfterSplit_IsTheParent() => ForAll(
        from block in Blocks
        from bits in Gen.Choose(0, 8)
        select (Block: block, Prefix: Math.Min(block.AddressBits, block.PrefixLength + bits)),
        x => Cidr.Merge(x.Block.Split(x.Prefix).Reverse()).Single() == x.Block);

    [Fact]
    public void Split_AnyBlock_GivesDisjointNeighboursInsideIt() => ForAll(
        from block in Blocks
        from bits in Gen.Choose(0, 6)
        select (Block: block, Prefix: Math.Min(block.AddressBits, block.PrefixLength + bits)),
        x =>
        {
            var parts = x.Block.Split(x.Prefix).ToList();
            return (UInt128)parts.Count == x.Block.CountOf(x.Prefix)
                && parts[0].First == x.Block.First
                && parts[^1].Last == x.Block.Last
                && parts.TrueForAll(part => x.Block.Contains(part) && part.Supernet(x.Block.PrefixLength) == x.Block)
                && parts.Zip(parts.Skip(1)).All(pair => pair.First.Last + 1 == pair.Second.First && !pair.First.Overlaps(pair.Second));
        });

    [Fact]
    public void Overlaps_AnyTwoBlocks_MeansThatOneContainsTheOther() => ForAll(
        Gen.Zip(IPv4Blocks, IPv4Blocks),
        x => x.Item1.Overlaps(x.Item2) == (x.Item1.Contains(x.Item2) || x.Item2.Contains(x.Item1))
            && x.Item1.Overlaps(x.Item2) == x.Item2.Overlaps(x.Item1));

    [Fact]
    public void Merge_AnyBlocks_CoversTheSameAddressesWithFewest() => ForAll(
        Gen.ListOf(IPv4Blocks),
        blocks =>
        {
            var merged = Cidr.Merge(blocks);
            return blocks.All(block => merged.Any(m => m.Contains(block)))
                && merged.All(m => m.PrefixLength == 32 || Covers(blocks, m))
                && merged.Zip(merged.Skip(1)).All(pair =>
                    pair.First.Last < pair.Second.First
                    && (pair.First.PrefixLength != pair.Second.PrefixLength
                        || pair.First.Supernet(pair.First.PrefixLength - 1) != pair.Second.Supernet(pair.First.PrefixLength - 1)));
        });

    [Fact]
    public void CompareTo_AnyTwoBlocks_IsZeroOnlyForEqualOnes() => ForAll(
        Gen.Zip(Blocks, Blocks),
        x => (x.Item1.CompareTo(x.Item2) == 0) == (x.Item1 == x.Item2)
            && Math.Sign(x.Item1.CompareTo(x.Item2)) == -Math.Sign(x.Item2.CompareTo(x.Item1)));

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll<string>(text => Cidr.TryParse(text, out var cidr) || cidr.PrefixLength >= 0).QuickCheckThrowOnFailure();

    // Whether the blocks together hold every address of one: walk from its first address to its last.
    private static bool Covers(IEnumerable<Cidr> blocks, Cidr whole)
    {
        var next = whole.First;
        foreach (var block in blocks.Order())
        {
            if (block.First <= next && block.Last >= next)
            {
                next = block.Last + 1;
            }
        }

        return next > whole.Last;
    }
}
