using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Network.Reachability;
using Xunit.Abstractions;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>
/// Answers about networks with one unknown value: what is said to be reachable, or not, must hold whatever the value
/// turns out to be.
/// </summary>
public sealed class UnknownTests(ITestOutputHelper output)
{
    private static int Networks => int.TryParse(Environment.GetEnvironmentVariable("NETWORKPATTERNS_NETWORKS"), CultureInfo.InvariantCulture, out var n) ? n : 1_000;

    private static ulong Seed => ulong.TryParse(Environment.GetEnvironmentVariable("NETWORKPATTERNS_SEED"), CultureInfo.InvariantCulture, out var n) ? n : 20_260_000;

    [Fact]
    public void Answer_WithAnUnknownValue_HoldsForEveryValueItMayHave()
    {
        var (answers, unknown, open) = (0, 0, 0);
        var cases = Gen.Choose(0, int.MaxValue);
        Prop.ForAll(cases.ToArbitrary(), seed =>
        {
            var questions = RandomQuestion.Some(seed, questions: 4, packets: 8).ToArray();
            var dice = new Dice(seed);
            if (new Holes(dice, questions[0].Model).Draw() is not { } hole)
            {
                return true.ToProperty();
            }

            var known = new ReachabilityAnalyzer(questions[0].Model);
            var analyzer = new ReachabilityAnalyzer(hole.Open);
            foreach (var question in questions)
            {
                // What is blocked anyway rarely depends on one value; most of the questions are about what is not.
                if (known.Answer(question.Query).Verdict != Verdict.Reachable && dice.Chance(80))
                {
                    continue;
                }

                var answer = analyzer.Answer(question.Query);
                var filled = hole.Filled.Select(m => new ReachabilityAnalyzer(m).Answer(question.Query).Verdict).ToArray();
                answers++;
                if (answer.Verdict == Verdict.Unknown)
                {
                    unknown++;
                    open += filled.Distinct().Count() > 1 ? 1 : 0;
                    if (answer.Unknowns.IsEmpty)
                    {
                        return false.Label($"unknown without a reason: {question}\n{Text.Of(hole.Open.Objects)}");
                    }
                }
                else if (filled.Any(v => v != answer.Verdict) || IsContradicted(question, answer, hole))
                {
                    return false.Label($"{answer.Verdict}, but with the value {string.Join(", ", filled)}:\n{question with { Model = hole.Open }}");
                }
            }

            return true.ToProperty();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Networks).WithReplay(Seed, 1));

        output.WriteLine($"{answers} answers, {unknown} unknown; in {open} of those the values tried decide differently");
        open.ShouldBeGreaterThan(unknown / 10);
    }

    /// <summary>Whether the walker delivers, for some value, a packet of a question that was answered with no.</summary>
    private static bool IsContradicted(Question question, ReachabilityAnswer answer, Hole hole) =>
        answer.Verdict == Verdict.NotReachable
        && hole.Filled.Any(model =>
        {
            var walker = new PacketWalker(model);
            return question.Packets.Where(p => Asked.About(question.Query, p)).Any(p => walker.Walk(question.Query.From, question.Query.To, p).Fate == Fate.Answered);
        });
}
