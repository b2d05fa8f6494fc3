using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>What differs from engine to engine.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.html
/// Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html
/// </remarks>
/// <param name="Name">The engine's name at Amazon RDS.</param>
/// <param name="DefaultPort">The port that everybody tries first.</param>
/// <param name="IsAurora">Whether it is a cluster.</param>
/// <param name="ForceTls">The parameter that refuses connections without TLS, and its value.</param>
/// <param name="Logs">The logs that CloudWatch Logs can have.</param>
/// <param name="ReservedUsers">Names that no master user may have.</param>
internal sealed partial record EngineFacts(
    string Name, int DefaultPort, bool IsAurora, (string Name, string Value) ForceTls, ImmutableArray<string> Logs, ImmutableArray<string> ReservedUsers)
{
    private const int PostgreSqlPort = 5432;
    private const int MySqlPort = 3306;

    private static readonly (string, string) ForceSsl = ("rds.force_ssl", "1");
    private static readonly (string, string) RequireTransport = ("require_secure_transport", "ON");

    // Words that the engines keep; the documentation of CreateDBInstance calls them reserved words of the chosen engine.
    private static readonly ImmutableArray<string> PostgreSqlUsers = ["admin", "rdsadmin", "user"];
    private static readonly ImmutableArray<string> MySqlUsers = ["rdsadmin"];

    public bool IsPostgreSql => DefaultPort == PostgreSqlPort;

    /// <summary>The facts of an engine.</summary>
    public static EngineFacts Of(DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.PostgreSql => new("postgres", PostgreSqlPort, IsAurora: false, ForceSsl, ["postgresql", "upgrade"], PostgreSqlUsers),
        DatabaseEngine.MySql => new("mysql", MySqlPort, IsAurora: false, RequireTransport, ["error", "slowquery"], MySqlUsers),
        DatabaseEngine.AuroraPostgreSql => new("aurora-postgresql", PostgreSqlPort, IsAurora: true, ForceSsl, ["postgresql"], PostgreSqlUsers),
        _ => new("aurora-mysql", MySqlPort, IsAurora: true, RequireTransport, ["audit", "error", "general", "slowquery"], MySqlUsers),
    };

    /// <summary>The family of a version's parameter group, such as <c>postgres16</c>; <see langword="null"/> for what is no version.</summary>
    public string? FamilyOf(string version)
    {
        var parts = Version().Match(version);
        if (!parts.Success || (Name == "aurora-mysql" && !version.Contains("mysql_aurora", StringComparison.Ordinal)))
        {
            return null;
        }

        var major = parts.Groups["major"].Value;
        return IsPostgreSql
            ? $"{Name}{major}"
            : parts.Groups["minor"].Success ? $"{Name}{major}.{parts.Groups["minor"].Value}" : null;
    }

    [GeneratedRegex(@"^(?<major>\d{1,2})(\.(?<minor>\d{1,2}))?([.\d]|mysql_aurora)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
