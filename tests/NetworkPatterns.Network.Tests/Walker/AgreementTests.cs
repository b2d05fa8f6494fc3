using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
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

    private static int Networks => Setting("NETWORKPATTERNS_NETWORKS", 3_000);

    [Fact]
    public void Answer_OfRandomNetworks_HoldsExactlyThePacketsThatTheWalkerDelivers()
    {
        var (packets, delivered, questions, reachable) = (0, 0, 0, 0);
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new Case(seed)), Case.Shrink), tried =>
        {
            var model = tried.Questions[0].Model;
            var analyzer = new ReachabilityAnalyzer(model);
            var walkers = Walkers(model);
            foreach (var question in tried.Questions)
            {
                if (Disagreement(question, analyzer.Answer(question.Query), walkers, out var walked, out var passed) is { } disagreement)
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

    /// <summary>
    /// What an appliance does with packets of others is unknown to every model: what is reachable must be so when it
    /// drops them, what is not must be so whatever it does.
    /// </summary>
    private static PacketWalker[] Walkers(NetworkModel model) =>
        model.All<NetworkInterface>().Any(i => !i.SourceDestCheck.Value)
            ? [.. Enum.GetValues<ApplianceConduct>().Select(conduct => new PacketWalker(model, conduct))]
            : [new PacketWalker(model)];

    /// <summary>Null when engine and walker agree.</summary>
    private static string? Disagreement(Question question, ReachabilityAnswer answer, PacketWalker[] walkers, out int tried, out int passed)
    {
        (tried, passed) = (0, 0);
        var query = question.Query;
        var mayBeUnknown = walkers.Length > 1;
        if (answer.Verdict switch
        {
            Verdict.Unknown => !mayBeUnknown,
            Verdict.Reachable => answer.Packets.IsEmpty || answer.Example is null,
            _ => !answer.Packets.IsEmpty,
        })
        {
            return $"verdict {answer.Verdict} with {answer.Packets.Length} packet ranges: {Text.Of(answer.Unknowns)}";
        }

        if (answer is { Verdict: Verdict.Reachable, Example: { } example }
            && (!PacketSet.Holds(answer.Packets, example) || !walkers[0].Delivers(query.From, query.To, example)))
        {
            return $"the example {example}: {walkers[0].Walk(query.From, query.To, example)}";
        }

        foreach (var packet in Candidates(question, answer))
        {
            var claimed = PacketSet.Holds(answer.Packets, packet) && answer.Verdict == Verdict.Reachable;
            var dropped = walkers[0].Walk(query.From, query.To, packet);
            if (claimed != dropped is null)
            {
                return $"{packet}\nengine {(claimed ? "delivers" : "does not deliver")} ({answer.Verdict}), walker: {dropped ?? "delivered"}";
            }

            if (answer.Verdict == Verdict.NotReachable && walkers.Skip(1).Any(w => w.Delivers(query.From, query.To, packet)))
            {
                return $"{packet}\nengine: not reachable, walker: delivered by an appliance";
            }

            tried++;
            passed += claimed ? 1 : 0;
        }

        return null;
    }

    private static IEnumerable<Packet> Candidates(Question question, ReachabilityAnswer answer)
    {
        var dice = new Dice(question.Seed);
        IEnumerable<Packet> corners = answer.Packets.IsEmpty
            ? []
            : Enumerable.Range(0, CornersPerAnswer).Select(_ => PacketSet.Corner(answer.Packets, dice)).SelectMany(p => new[] { p, PacketSet.Beside(p, dice) });
        return question.Packets.Concat(corners).Where(p => Asked.About(question.Query, p));
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
