using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using Xunit.Abstractions;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>
/// Two independent implementations agree: the engine, which answers with sets of packets, and the walker, which carries
/// one. The seed is printed on failure; <c>NETWORKPATTERNS_SEED</c> starts from another one, and
/// <c>NETWORKPATTERNS_NETWORKS</c> tries another number of networks.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const int QuestionsPerNetwork = 4;
    private const int PacketsPerQuestion = 5;
    private const int CornersPerAnswer = 4;

    private static ulong Seed => (ulong)Setting("NETWORKPATTERNS_SEED", 20_260_000);

    private static int Networks => Setting("NETWORKPATTERNS_NETWORKS", 5_000);

    [Fact]
    public void Answer_OfRandomNetworks_HoldsExactlyThePacketsThatTheWalkerDelivers()
    {
        var (packets, delivered, questions, reachable) = (0, 0, 0, 0);
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new Case(seed)), Case.Shrink), tried =>
        {
            var model = tried.Questions[0].Model;
            var analyzer = new ReachabilityAnalyzer(model);
            var walker = new PacketWalker(model);
            foreach (var question in tried.Questions)
            {
                if (Disagreement(question, analyzer.Answer(question.Query), walker, out var walked, out var passed) is { } disagreement)
                {
                    return false.Label(disagreement);
                }

                packets += walked;
                delivered += passed;
                questions++;
                reachable += passed > 0 ? 1 : 0;
            }

            return true.ToProperty();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Networks).WithReplay(Seed, 1));
        output.WriteLine($"{packets} packets, {delivered} delivered; {questions} questions, {reachable} reachable");
    }

    /// <summary>Null when engine and walker agree.</summary>
    private static string? Disagreement(Question question, ReachabilityAnswer answer, PacketWalker walker, out int tried, out int passed)
    {
        (tried, passed) = (0, 0);
        if (answer.Verdict switch
        {
            Verdict.Unknown => answer.Unknowns.IsEmpty,
            Verdict.Reachable => answer.Packets.IsEmpty || answer.Example is null || answer.Packets.Any(r => r.Sources.IsEmpty || r.Destinations.IsEmpty || r.Protocols.IsEmpty),
            _ => !answer.Packets.IsEmpty,
        })
        {
            return $"{answer.Verdict} with {answer.Packets.Length} packet ranges, example {answer.Example}, unknown {Text.Of(answer.Unknowns)}";
        }

        foreach (var packet in Candidates(question, answer))
        {
            var isHeld = PacketSet.Holds(answer.Packets, packet, SymbolOf(question));
            var (fate, lost) = walker.Walk(question.Query.From, question.Query.To, packet);
            var agree = answer.Verdict switch
            {
                Verdict.Reachable => isHeld == (fate == Fate.Answered),
                Verdict.NotReachable => fate == Fate.Dropped,
                _ => fate != Fate.Answered,
            };
            if (!agree)
            {
                return $"{packet}\nengine: {answer.Verdict}, {(isHeld ? "with" : "without")} this packet {Text.Of(answer.Unknowns)}; walker: {fate} {lost}";
            }

            tried++;
            passed += fate == Fate.Answered ? 1 : 0;
        }

        return null;
    }

    /// <summary>The engine names the addresses of services behind gateway endpoints instead of listing them.</summary>
    private static ImmutableArray<Cidr> SymbolOf(Question question) =>
        [.. question.Model.All<PrefixList>().Where(l => l.IsGatewayService).SelectMany(l => l.Entries.Value)];

    private static IEnumerable<Packet> Candidates(Question question, ReachabilityAnswer answer)
    {
        var dice = new Dice(question.Seed);
        IEnumerable<Packet> corners = answer.Packets.IsEmpty
            ? []
            : Enumerable.Range(0, CornersPerAnswer).Select(_ => PacketSet.Corner(answer.Packets, dice, SymbolOf(question))).SelectMany(p => new[] { p, PacketSet.Beside(p, dice) });
        var example = answer.Example is { DestinationName: null, SourceName: null } it ? [it] : Array.Empty<Packet>();
        return question.Packets.Concat(corners).Concat(example).Where(p => Asked.About(question.Query, p));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>A random network with some questions about it.</summary>
    private sealed record Case(ImmutableArray<Question> Questions)
    {
        public Case(int seed)
            : this([.. RandomQuestion.Some(seed, QuestionsPerNetwork, PacketsPerQuestion)])
        {
        }

        public static IEnumerable<Case> Shrink(Case from) => from.Questions.Length > 1
            ? from.Questions.Select(q => new Case([q]))
            : Shrinking.Smaller(from.Questions[0]).Select(q => new Case([q]));

        public override string ToString() => string.Join("\n\n", Questions);
    }
}
