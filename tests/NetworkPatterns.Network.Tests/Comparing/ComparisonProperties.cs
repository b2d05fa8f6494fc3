using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Network.Comparing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Survey;
using NetworkPatterns.Network.Tests.Walker;

namespace NetworkPatterns.Network.Tests.Comparing;

public sealed class ComparisonProperties
{
    [Fact]
    public void Compare_RandomNetworkWithItself_IsEmpty() => ForAllNetworks(150, model =>
        EstateComparer.Compare(Survey(model), Survey(model)).Changes.IsEmpty);

    [Fact]
    public void Compare_TheOtherWayRound_SwapsOpenedAndClosed()
    {
        var changes = 0;
        ForAllNetworks(150, model =>
        {
            var changed = WithoutARule(model);
            var there = EstateComparer.Compare(Survey(model), Survey(changed));
            var back = EstateComparer.Compare(Survey(changed), Survey(model));
            changes += there.Changes.Length;
            return there.Changes.Select(change => $"{change.From}>{change.To} {Mirror(change.Kind)} {Size(change)}").Order(StringComparer.Ordinal)
                .SequenceEqual(back.Changes.Select(change => $"{change.From}>{change.To} {change.Kind} {Size(change)}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        });
        changes.ShouldBeGreaterThan(100);
    }

    private static void ForAllNetworks(int count, Func<NetworkModel, bool> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => property(RandomNetwork.From(new Dice(seed))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20_261_121, 1));

    private static NetworkSurvey Survey(NetworkModel model) => NetworkSurvey.Of(model, [], SurveyGrouping.Interface);

    // The first rule of every group is gone: some packets no longer get through, and others are no longer in doubt.
    private static NetworkModel WithoutARule(NetworkModel model) => model with
    {
        Objects = [.. model.Objects.Select(part => part is SecurityGroup group ? group with { Ingress = [.. group.Ingress.Skip(1)] } : part)],
    };

    // A difference may come in other boxes the other way round; how many packets it holds does not change.
    private static string Size(ReachabilityChange change) =>
        string.Join(',', change.Packets.SelectMany(packets => packets.DestinationPorts).SelectMany(range => new[] { range.First, range.Last }).Distinct().Order());

    private static ChangeKind Mirror(ChangeKind kind) => kind switch
    {
        ChangeKind.Opened => ChangeKind.Closed,
        ChangeKind.Closed => ChangeKind.Opened,
        ChangeKind.OpenedPerhaps => ChangeKind.DecidedClosed,
        ChangeKind.DecidedClosed => ChangeKind.OpenedPerhaps,
        ChangeKind.ClosedPerhaps => ChangeKind.DecidedOpen,
        _ => ChangeKind.ClosedPerhaps,
    };
}
