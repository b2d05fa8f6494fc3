namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>The engines of a <see cref="PrivateDatabase"/>.</summary>
public enum DatabaseEngine
{
    /// <summary>PostgreSQL: an instance with a standby in another zone.</summary>
    PostgreSql,

    /// <summary>MySQL: an instance with a standby in another zone.</summary>
    MySql,

    /// <summary>Aurora PostgreSQL: a cluster of a writer and readers.</summary>
    AuroraPostgreSql,

    /// <summary>Aurora MySQL: a cluster of a writer and readers.</summary>
    AuroraMySql,
}
