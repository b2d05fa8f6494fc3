using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Tests.Addressing;

/// <summary>What holds for every plan, over random inputs with every option.</summary>
public sealed class AddressPlanPropertyTests
{
    private static readonly Gen<Random> Randoms = Gen.Choose(0, int.MaxValue - 1).Select(seed => new Random(seed));

    private static void ForAll<T>(Gen<T> gen, Func<T, bool> property) =>
        Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void From_PossibleInput_GivesDisjointSubnetsInsideTheVpc() => ForAll(Randoms.Select(RandomPlans.Possible), input =>
    {
        var plan = AddressPlan.From(input);
        var blocks = plan.Subnets.Where(s => s.CidrBlock is not null).Select(s => s.CidrBlock!.Value).Order().ToList();
        return plan.Subnets.Length == input.Tiers.Length * input.Zones.Length
            && blocks.Zip(blocks.Skip(1)).All(pair => pair.First.Last < pair.Second.First)
            && plan.Subnets.All(s => s.CidrBlock is null
                || (s.VpcCidr!.Block.Contains(s.CidrBlock.Value) && s.CidrBlock.Value.PrefixLength is >= 16 and <= 28))
            && plan.Tiers.All(t => t.Subnets.All(s => s.IsPinned || s.CidrBlock is null || t.Region!.Value.Contains(s.CidrBlock.Value)))
            && plan.Subnets.All(s => s.CidrBlock is null || s.VpcCidr!.Block.Subnet(s.CidrBlock.Value.PrefixLength, (UInt128)s.Ipv4Index!.Value) == s.CidrBlock);
    });

    [Fact]
    public void From_PossibleInput_GivesEverySubnetItsOwnIpv6Place() => ForAll(Randoms.Select(RandomPlans.Possible), input =>
    {
        var indexes = AddressPlan.From(input).Subnets.Select(s => s.Ipv6Index).ToList();
        return indexes.Distinct().Count() == indexes.Count && indexes.TrueForAll(i => i is >= 0 and < AddressPlan.Ipv6BlockCount);
    });

    [Fact]
    public void From_SizesByNeed_LeavesEnoughAddresses() => ForAll(Randoms.Select(RandomPlans.Possible), input =>
        AddressPlan.From(input).Subnets.Where(s => !s.IsPinned && s.CidrBlock is not null).All(subnet =>
        {
            var size = input.Tiers.Single(t => string.Equals(t.Name, subnet.Tier, StringComparison.Ordinal)).Size;
            return subnet.UsableAddresses >= size.MinimumAddresses
                && (size.ExactPrefixLength is not { } prefix || subnet.CidrBlock!.Value.PrefixLength == prefix);
        }));

    // N5. The larger input is random; zones, tiers and secondary blocks are taken away from it.
    [Fact]
    public void From_GrownInput_KeepsEverySubnetByteIdentical() => ForAll(
        Randoms.Select(random =>
        {
            var grown = RandomPlans.Possible(random);
            return (Grown: grown, Before: RandomPlans.Smaller(grown, random));
        }),
        x =>
        {
            var after = AddressPlan.From(x.Grown).Show().ToHashSet(StringComparer.Ordinal);
            return AddressPlan.From(x.Before).Show().All(after.Contains);
        });

    // N6.
    [Fact]
    public void From_PermutedInput_GivesTheSamePlan() => ForAll(
        Randoms.Select(random =>
        {
            var input = RandomPlans.Possible(random);
            return (Input: input, Permuted: RandomPlans.Permuted(input, random));
        }),
        x =>
        {
            var (one, other) = (AddressPlan.From(x.Input), AddressPlan.From(x.Permuted));
            return one.Subnets.SequenceEqual(other.Subnets)
                && one.Zones.SequenceEqual(other.Zones)
                && one.CidrBlocks.SequenceEqual(other.CidrBlocks)
                && one.Warnings.SequenceEqual(other.Warnings)
                && one.Tiers.Select(t => (t.Name, t.Slot, t.Region)).SequenceEqual(other.Tiers.Select(t => (t.Name, t.Slot, t.Region)));
        });

    [Fact]
    public void From_AnyInput_GivesAPlanOrKnownProblemsThatNoOrderChanges()
    {
        var known = DiagnosticCatalogue.All.ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ForAll(
            Randoms.Select(random =>
            {
                var input = RandomPlans.Garbage(random);
                return (Input: input, Permuted: RandomPlans.Permuted(input, random));
            }),
            x =>
            {
                var problems = Outcome(x.Input);
                seen.UnionWith(problems.Select(p => p.Code));
                return problems.SequenceEqual(Outcome(x.Permuted))
                    && problems.All(p => known.Contains(p.Diagnostic) && p.Code.StartsWith("NP10", StringComparison.Ordinal)
                        && p.Where.StartsWith("Dev/Network: Props.", StringComparison.Ordinal) && p.What.Length > 0 && p.Fix.Length > 0);
            });

        // The garbage is rich enough to meet most of the rules.
        seen.Count.ShouldBeGreaterThan(15);
    }

    private static ImmutableArray<Problem> Outcome(AddressPlanInput input)
    {
        var problems = new ProblemList();
        var plan = AddressPlan.From(input, problems);
        (plan is null).ShouldBe(!problems.IsEmpty);
        return problems.ToSorted();
    }
}
