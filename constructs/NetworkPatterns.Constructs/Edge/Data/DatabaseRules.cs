using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>Checks what a user wrote of a database.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html</remarks>
internal static partial class DatabaseRules
{
    private const int FirstPort = 1150;
    private const int LastPort = 65535;
    private const int LeastBackup = 7;
    private const int LongestBackup = 35;
    private const int SmallestStorage = 20;
    private const int LargestStorage = 65536;
    private const int MostInstances = 16;

    public static void Check(PrivateDatabaseProps props, EngineFacts engine, int maxStorage, PatternContext context, ProblemList problems)
    {
        if (props.Port == engine.DefaultPort || props.Port is < FirstPort or > LastPort)
        {
            problems.Add(DiagnosticCatalogue.DatabasePort.At(
                context.At(nameof(props.Port)),
                props.Port == engine.DefaultPort ? $"{props.Port} is the default port of {props.Engine}" : $"{props.Port} is no port that Amazon RDS takes",
                $"choose one from {FirstPort} to {LastPort}, such as {engine.DefaultPort + 1}, here and in the rules of the tier"));
        }

        if (props.BackupRetentionDays is < LeastBackup or > LongestBackup)
        {
            problems.Add(DiagnosticCatalogue.DatabaseBackups.At(
                context.At(nameof(props.BackupRetentionDays)), $"backups are kept for {props.BackupRetentionDays} days", $"give {LeastBackup} to {LongestBackup}"));
        }

        CheckSize(props, engine, maxStorage, context, problems);
        CheckNames(props, engine, context, problems);
    }

    private static void CheckSize(PrivateDatabaseProps props, EngineFacts engine, int maxStorage, PatternContext context, ProblemList problems)
    {
        if (engine.IsAurora)
        {
            if (props.AuroraInstances is < 2 or > MostInstances)
            {
                problems.Add(DiagnosticCatalogue.DatabaseInstances.At(
                    context.At(nameof(props.AuroraInstances)), $"{props.AuroraInstances} instances", $"give 2 to {MostInstances}"));
            }

            if (props.MaxStorageGiB is not null)
            {
                problems.Add(DiagnosticCatalogue.DatabaseStorage.At(context.At(nameof(props.MaxStorageGiB)), "Aurora's storage has no size", "leave it out"));
            }

            return;
        }

        if (props.StorageGiB is < SmallestStorage or > LargestStorage || maxStorage < props.StorageGiB || maxStorage > LargestStorage)
        {
            problems.Add(DiagnosticCatalogue.DatabaseStorage.At(
                context.At(nameof(props.StorageGiB)), $"storage of {props.StorageGiB} GiB that grows to {maxStorage} GiB", $"give {SmallestStorage} to {LargestStorage}, and no less at most"));
        }
    }

    private static void CheckNames(PrivateDatabaseProps props, EngineFacts engine, PatternContext context, ProblemList problems)
    {
        if (!Name().IsMatch(props.MasterUsername) || engine.ReservedUsers.Contains(props.MasterUsername, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(DiagnosticCatalogue.DatabaseUser.At(
                context.At(nameof(props.MasterUsername)), $"'{props.MasterUsername}' cannot be the master user of {props.Engine}", "choose another, such as app_admin"));
        }

        if (!Name().IsMatch(props.DatabaseName))
        {
            problems.Add(DiagnosticCatalogue.DatabaseUser.At(
                context.At(nameof(props.DatabaseName)), $"'{props.DatabaseName}' cannot name a database", "begin with a letter, then letters, digits and underscores, 63 at most"));
        }

        if (props.Identifier is { } identifier && (!Identifier().IsMatch(identifier) || identifier.Contains("--", StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.DatabaseUser.At(
                context.At(nameof(props.Identifier)), $"'{identifier}' cannot identify a database", "use 1 to 63 lower-case letters, digits and single hyphens, the first a letter"));
        }

        if (props.LogRetentionDays is not null && props.Identifier is null)
        {
            problems.Add(DiagnosticCatalogue.DatabaseUser.At(
                context.At(nameof(props.LogRetentionDays)), "log groups are named after an identifier that is not known", "give an Identifier, or leave the logs out"));
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,62}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
