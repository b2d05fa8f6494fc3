using NetworkPatterns.Network.Checking;
using NetworkPatterns.Validation.Tests.Support;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Locks that the reference app does not have are opened on purpose, and the proof sees it and says where.</summary>
[Collection(CdkCollection.Name)]
public sealed class LockMutationTests(LockedDoors doors)
{
    private static readonly IReadOnlyList<Mutation> Mutations = [.. LockMutations.All];

    public static TheoryData<string, string> Names() => MutationCheck.NamesOf(Mutations);

    public static TheoryData<string> Stages() => MutationCheck.StagesOf(Mutations);

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_AMutatedDoor_FailsAndNamesTheResource(string stage, string name) =>
        MutationCheck.ShouldBeCaught(doors.Folder, Mutations.Single(mutation => mutation.Stage == stage && mutation.Name == name));

    // Each API promises its lock, and each door its entrance.
    [Theory]
    [MemberData(nameof(Stages))]
    public void Check_AnUntouchedDoor_Holds(string stage)
    {
        var report = new StageTemplates(doors.Folder, stage).Check().Report;

        report.Outcome.ShouldBe(CheckOutcome.Holds, string.Join('\n', report.Guarantees.SelectMany(item => EvidenceText.Lines(item.Result).Prepend(item.Id))));
        report.Guarantees.Length.ShouldBe(2);
    }
}
