using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Checking;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Sources;
using NetworkPatterns.Validation.Tests.Support;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Every pattern is broken on purpose, and the proof sees it and says where.</summary>
[Collection(CdkCollection.Name)]
public sealed class MutationTests(ReferenceAssembly reference)
{
    private static readonly IReadOnlyList<Mutation> Mutations = [.. ThreeTierMutations.All, .. PeeringMutations.All, .. ServiceMutations.All, .. HubMutations.All, .. OutsideMutations.All, .. EntranceMutations.All, .. GateMutations.All, .. BalancerMutations.All];

    public static TheoryData<string, string> Names() => MutationCheck.NamesOf(Mutations);

    public static TheoryData<string, string> UnknownNames() => MutationCheck.NamesOf(GateMutations.Unknown);

    public static TheoryData<string> Stages() => MutationCheck.StagesOf(Mutations);

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_AMutatedApp_FailsAndNamesTheResource(string stage, string name) =>
        MutationCheck.ShouldBeCaught(reference.Folder, Mutations.Single(mutation => mutation.Stage == stage && mutation.Name == name));

    [Theory]
    [MemberData(nameof(UnknownNames))]
    public void Check_AGateThatNobodyKnows_IsUndecidedAndNamesTheResource(string stage, string name) =>
        MutationCheck.ShouldBeUndecided(reference.Folder, GateMutations.Unknown.Single(mutation => mutation.Stage == stage && mutation.Name == name));

    [Theory]
    [MemberData(nameof(Stages))]
    public void Check_AnUntouchedApp_ReportsNothing(string stage) =>
        new StageTemplates(reference.Folder, stage).Check().Report.Guarantees
            .Where(item => item.Status is CheckStatus.Fails or CheckStatus.Expired)
            .Select(item => item.Id)
            .ShouldBeEmpty();

    // Stages are read together here, as the plugin reads them: what belongs to one must not leak into another.
    [Fact]
    public void Check_AllStagesAtOnce_ReportsNothing()
    {
        var estate = Estate.Read(new FolderSource(new DirectoryFiles(reference.Folder)));

        var report = EstateCheck.Run(estate, rules: null, new DateOnly(2030, 1, 1));

        report.Problems.ShouldBeEmpty();
        report.Guarantees.Where(item => item.Status is CheckStatus.Fails or CheckStatus.Expired).Select(item => item.Id).ShouldBeEmpty();
        report.Guarantees.Length.ShouldBeGreaterThan(200);
    }

    // Undecided would not do: a mutation could then be caught for no reason.
    [Fact]
    public void Check_UntouchedEntrances_Hold()
    {
        var estate = Estate.Read(new FolderSource(new DirectoryFiles(reference.Folder)));

        var entrances = EstateCheck.Run(estate, rules: null, new DateOnly(2030, 1, 1)).Guarantees.Where(item => item.Result.Guarantee is SingleEntrance).ToList();

        entrances.Where(item => item.Status != CheckStatus.Holds).Select(item => $"{item.Id}: {string.Join("; ", EvidenceText.Lines(item.Result))}").ShouldBeEmpty();
        entrances.Count.ShouldBeGreaterThanOrEqualTo(6);
        EntranceMutations.All.Concat(GateMutations.All).Concat(BalancerMutations.All).Select(mutation => mutation.Breaks).ShouldAllBe(promise => !promise.Contains(" is entered ", StringComparison.Ordinal) || entrances.Exists(item => item.Result.Guarantee.ToString() == promise));
    }

    [Fact]
    public void Mutations_AreAtLeastSixty_AndBreakEveryKind()
    {
        Mutations.Count.ShouldBeGreaterThanOrEqualTo(60);
        foreach (var words in new[] { " can reach ", " at most on ", " never reaches ", " only through ", " is entered only through " })
        {
            Mutations.ShouldContain(mutation => mutation.Breaks.Contains(words, StringComparison.Ordinal), words);
        }
    }
}
