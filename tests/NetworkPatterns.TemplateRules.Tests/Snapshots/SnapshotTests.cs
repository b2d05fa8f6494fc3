using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.TemplateRules.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string Approved => Path.Combine(_folder, "Case.approved.txt");

    private string Received => Path.Combine(_folder, "Case.received.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Matches_NothingApprovedYet_FailsWithTheTextAndTheCommand()
    {
        var failure = Should.Throw<SnapshotException>(() => Snapshot.Matches("one", Approved, update: false));

        failure.Message.ShouldContain("+ one");
        failure.Message.ShouldContain("UPDATE_SNAPSHOTS=1 dotnet test");
        File.ReadAllText(Received).ShouldBe("one\n");
    }

    [Fact]
    public void Matches_ApprovedText_PassesAndRemovesWhatWasReceived()
    {
        File.WriteAllText(Approved, "one\r\n");
        File.WriteAllText(Received, "two");

        Snapshot.Matches("one\n\n", Approved, update: false);

        File.Exists(Received).ShouldBeFalse();
    }

    [Fact]
    public void Matches_OtherText_ShowsTheDifference()
    {
        File.WriteAllText(Approved, "a\nb\nc\nd\ne\nf\ng\n");

        Should.Throw<SnapshotException>(() => Snapshot.Matches("a\nb\nc\nd\nE\nf\ng\n", Approved, update: false))
            .Message.ShouldEndWith("  c\n  d\n- e\n+ E\n  f\n  g");
    }

    [Fact]
    public void Matches_Update_ApprovesTheText()
    {
        Snapshot.Matches("one", Approved, update: true);

        Snapshot.Matches("one", Approved, update: false);
    }
}
