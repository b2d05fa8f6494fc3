using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>What a <see cref="PrivateDatabase"/> is to be.</summary>
public sealed class PrivateDatabaseProps
{
    /// <summary>The VPC.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>The tier of the database: isolated, over at least two zones. Default: <c>data</c>.</summary>
    public string Tier { get; init; } = ThreeTierVpc.DataTierName;

    /// <summary>The engine. Another one replaces the database.</summary>
    public required DatabaseEngine Engine { get; init; }

    /// <summary>The engine's version, such as <c>16.4</c>, <c>8.0.39</c> or <c>8.0.mysql_aurora.3.08.0</c>. Minor versions are upgraded by AWS in the maintenance window.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>
    /// The port, not the engine's default one: that of the tier's rules, which accept it from one tier, that of the services, and
    /// from nobody else. 1150 to 65535. Another port replaces an instance.
    /// </summary>
    public required int Port { get; init; }

    /// <summary>The instance class. Default: <c>db.t4g.medium</c>.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html</remarks>
    public string InstanceClass { get; init; } = "db.t4g.medium";

    /// <summary>How many instances an Aurora cluster has, 2 to 16: a writer, and readers in other zones. Default: 2.</summary>
    public int AuroraInstances { get; init; } = 2;

    /// <summary>The size of gp3 storage in GiB, 20 to 65536; not for Aurora, whose storage has no size. Default: 20.</summary>
    public int StorageGiB { get; init; } = 20;

    /// <summary>The size that storage may grow to by itself, in GiB. Default: 5 times <see cref="StorageGiB"/>.</summary>
    public int? MaxStorageGiB { get; init; }

    /// <summary>The name of the database that is made at first: a letter, then letters and digits. Default: <c>app</c>.</summary>
    public string DatabaseName { get; init; } = "app";

    /// <summary>The name of the master user, whose password Amazon RDS makes and rotates in AWS Secrets Manager. Default: <c>app_admin</c>.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html</remarks>
    public string MasterUsername { get; init; } = "app_admin";

    /// <summary>For how many days automated backups are kept, 7 to 35. Default: 14.</summary>
    public int BackupRetentionDays { get; init; } = 14;

    /// <summary>Whether the database can't be deleted, by nobody, before this is turned off. Default: yes.</summary>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>The ARN of the KMS key of storage and backups, a literal or a token. Default: the key that AWS manages for Amazon RDS. Another key replaces the database.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>
    /// For how many days CloudWatch Logs keeps the engine's logs. Default: none are exported; Amazon RDS would make their log groups
    /// by itself, and keep everything for ever, unless <see cref="Identifier"/> fixes their names.
    /// </summary>
    public int? LogRetentionDays { get; init; }

    /// <summary>
    /// The identifier of the instance or cluster, needed with <see cref="LogRetentionDays"/>: 1 to 63 lower-case letters, digits and
    /// hyphens. With a fixed one CloudFormation cannot replace the database. Default: CloudFormation makes one.
    /// </summary>
    public string? Identifier { get; init; }
}
