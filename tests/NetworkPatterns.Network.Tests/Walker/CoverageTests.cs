namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>The random runs are worth something only if they reach what the semantics are about.</summary>
public sealed class CoverageTests
{
    private const int Networks = 4_000;

    /// <summary>Statements that no packet can meet in a model, and why.</summary>
    private static readonly Dictionary<int, string> NotOfTheModel = new()
    {
        [2] = "a consequence of S1: what one address of the range can do, an address that is not fixed can do",
        [3] = "how a template gives public addresses; the model has the outcome",
        [4] = "how a template gives public addresses; the model has the outcome",
        [8] = "how a template gives groups to interfaces; the model has the outcome",
        [11] = "which rules CloudFormation removes; the model has the outcome, with a doubt where it is not sure",
        [12] = "how CDK writes a group without egress; to the model a rule like others",
        [21] = "DNS, metadata, time and DHCP: no model has them",
        [37] = "undecided by AWS's documentation; the walker walks decided networks",
        [62] = "undecided by AWS's documentation; the walker walks decided networks",
        [65] = "what a template cannot say about a VPN on a Transit Gateway; the model has the outcome",
        [68] = "how a template gives public addresses; the model has the outcome",
        [74] = "how a template registers targets; the model has the outcome",
        [76] = "where a template's databases stand; the model has the outcome",
        [77] = "where a template's tasks stand; the model has the outcome",
        [78] = "where a template's groups of instances stand; the model has the outcome",
    };

    [Fact]
    public void RandomWalks_ReachEveryStatementOfTheModel()
    {
        var total = new StatementCoverage();
        for (var seed = 0; seed < Networks; seed++)
        {
            PacketWalker? walker = null;
            foreach (var question in RandomQuestion.Some(seed, questions: 4, packets: 5))
            {
                walker ??= new PacketWalker(question.Model);
                foreach (var packet in question.Packets)
                {
                    walker.Walk(question.Query.From, question.Query.To, packet);
                }
            }

            total.Add(walker!.Coverage);
        }

        Enumerable.Range(1, 80).Where(s => total[s] == 0).ShouldBe(NotOfTheModel.Keys.Order());
    }
}
