using System.Collections.Immutable;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>A <see cref="PrivateDatabase"/>, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Props">What the user asked for, for what needs no decision.</param>
/// <param name="Engine">What the engine is like.</param>
/// <param name="Family">The family of its parameter group.</param>
/// <param name="Tier">Where it stands.</param>
/// <param name="MaxStorageGiB">The size that storage may grow to.</param>
/// <param name="Instances">The names of the cluster's instances; none without a cluster.</param>
internal sealed record PrivateDatabasePlan(
    string Path, PrivateDatabaseProps Props, EngineFacts Engine, string Family, TierPlan Tier, int MaxStorageGiB, ImmutableArray<string> Instances)
{
    private const int StorageGrowth = 5;

    /// <summary>Plans a database.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static PrivateDatabasePlan From(PrivateDatabaseProps props, ThreeTierVpcPlan network, PatternContext context)
    {
        var problems = new ProblemList();
        var engine = EngineFacts.Of(props.Engine);
        var family = engine.FamilyOf(props.EngineVersion);
        if (family is null)
        {
            problems.Add(DiagnosticCatalogue.DatabaseVersion.At(
                context.At(nameof(props.EngineVersion)), $"'{props.EngineVersion}' is no version of {props.Engine}", $"give one such as {ExampleOf(props.Engine)}"));
        }

        var maxStorage = props.MaxStorageGiB ?? props.StorageGiB * StorageGrowth;
        DatabaseRules.Check(props, engine, maxStorage, context, problems);
        var tiers = new TierPaths(network);
        var tier = tiers.Find(props.Tier, context.At(nameof(props.Tier)), problems);
        if (tier is not null)
        {
            CheckTier(props, tier, tiers, context, problems);
        }

        LogRetention.Check(props.LogRetentionDays, context.At(nameof(props.LogRetentionDays)), problems);
        problems.ThrowIfAny();
        return new(context.Path, props, engine, family!, tier!, maxStorage, engine.IsAurora ? NamesOf(props.AuroraInstances) : []);
    }

    // An Aurora instance is a writer or a reader by what happens, not by what it is called.
    private static ImmutableArray<string> NamesOf(int count) =>
        [.. Enumerable.Range(1, count).Select(number => $"Instance{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}")];

    private static string ExampleOf(DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.MySql => "8.0.39",
        DatabaseEngine.AuroraMySql => "8.0.mysql_aurora.3.08.0",
        _ => "16.4",
    };

    private static void CheckTier(PrivateDatabaseProps props, TierPlan tier, TierPaths tiers, PatternContext context, ProblemList problems)
    {
        if (tier.Intent != TierIntent.Isolated || tier.Subnets.Length < 2)
        {
            problems.Add(DiagnosticCatalogue.DatabaseTier.At(
                context.At(nameof(props.Tier)),
                $"tier '{tier.Name}' is for {tier.Intent}, with {tier.Subnets.Length} zones",
                "choose an Isolated tier over at least two zones"));
            return;
        }

        var clients = tiers.ClientsOf(tier, TrafficProtocol.Tcp, props.Port);
        if (clients.Length != 1 || !tiers.HasTier(clients[0]))
        {
            problems.Add(DiagnosticCatalogue.DatabaseUnreachable.At(
                context.At(nameof(props.Port)),
                $"tier '{tier.Name}' accepts TCP {props.Port} from {(clients.IsEmpty ? "nobody" : string.Join(", ", clients))}",
                $"accept it from the services' tier only: TrafficRule.Tcp({props.Port}, TrafficPeer.Tier(\"app\"))"));
        }
    }
}
