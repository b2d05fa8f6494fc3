using NetworkPatterns.Network.Checking;
using NetworkPatterns.Network.Reading;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>What every mutation must bring about.</summary>
internal static class MutationCheck
{
    public static TheoryData<string, string> NamesOf(IEnumerable<Mutation> mutations)
    {
        var names = new TheoryData<string, string>();
        foreach (var mutation in mutations)
        {
            names.Add(mutation.Stage, mutation.Name);
        }

        return names;
    }

    public static TheoryData<string> StagesOf(IEnumerable<Mutation> mutations) => [.. mutations.Select(mutation => mutation.Stage).Distinct(StringComparer.Ordinal)];

    /// <summary>The check fails, for the promise that is broken, and its evidence names the resource.</summary>
    public static void ShouldBeCaught(string folder, Mutation mutation) => ShouldBe(CheckOutcome.Fails, CheckStatus.Fails, folder, mutation);

    /// <summary>The check does not say that the promise holds, nor that it does not, and its evidence names the resource.</summary>
    public static void ShouldBeUndecided(string folder, Mutation mutation) => ShouldBe(CheckOutcome.Undecided, CheckStatus.Undecided, folder, mutation);

    private static void ShouldBe(CheckOutcome outcome, CheckStatus status, string folder, Mutation mutation)
    {
        var templates = new StageTemplates(folder, mutation.Stage);
        mutation.Change(templates);

        var (report, estate) = templates.Check();

        report.Outcome.ShouldBe(outcome, string.Join('\n', report.Problems));
        var broken = report.Guarantees.Where(item => item.Status == status).ToList();
        var found = broken.Find(item => item.Result.Guarantee.ToString() == mutation.Breaks).ShouldNotBeNull(string.Join('\n', broken.Select(item => item.Id)));
        var named = EvidenceText.Components(found.Result)
            .Select(id => ResourceNames.Find(id with { Implied = "" }, estate)?.ConstructPath ?? id.ToString())
            .ToList();
        named.ShouldContain(path => path.EndsWith("/" + mutation.Names, StringComparison.Ordinal), string.Join('\n', EvidenceText.Lines(found.Result)));
    }
}
