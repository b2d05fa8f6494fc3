using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E31b, for instances that are no part of a cluster, and for clusters. Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.Security.html</summary>
public sealed class DatabaseRule() : ResourceRule(
    "E31b",
    "A database is isolated, encrypted, in two zones, kept and backed up, off the default port, with a managed password and TLS by force, and open to groups on its port only.",
    "AWS::RDS::DBInstance",
    "AWS::RDS::DBCluster")
{
    private static readonly string[] DefaultPorts = ["5432", "3306"];
    private static readonly string[] ForceTls = ["rds.force_ssl", "require_secure_transport"];
    private const int LeastBackup = 7;

    protected override bool Applies(Resource database) => !database["DBClusterIdentifier"].Exists || database.Type == "AWS::RDS::DBCluster";

    protected override IEnumerable<string> Problems(Resource database) => Settings(database).Concat(Network(database));

    private static IEnumerable<string> Settings(Resource database)
    {
        var isCluster = database.Type == "AWS::RDS::DBCluster";
        var members = database.Template.Resources.Where(instance => instance.Type == "AWS::RDS::DBInstance" && ReferenceEquals(instance["DBClusterIdentifier"].Target, database)).ToArray();
        if ((isCluster ? members : [database]).Any(instance => instance["PubliclyAccessible"].Flag != false))
        {
            yield return "may have a public address";
        }

        if (isCluster ? members.Length < 2 : database["MultiAZ"].Flag != true)
        {
            yield return "is in one zone";
        }

        foreach (var property in new[] { "StorageEncrypted", "DeletionProtection", "ManageMasterUserPassword" }.Where(property => database[property].Flag != true))
        {
            yield return $"has no {property}";
        }

        if (database["MasterUserPassword"].Exists)
        {
            yield return "has its password in the template";
        }

        if (database["BackupRetentionPeriod"].Number is null or < LeastBackup)
        {
            yield return "has backups of less than a week";
        }

        var parameters = database[isCluster ? "DBClusterParameterGroupName" : "DBParameterGroupName"].Target;
        if (parameters is null || !ForceTls.Any(name => parameters["Parameters"][name].Text is "1" or "ON"))
        {
            yield return "lets clients in without TLS";
        }
    }

    private static IEnumerable<string> Network(Resource database)
    {
        if (database["Port"].Text is not { } port || DefaultPorts.Contains(port, StringComparer.Ordinal))
        {
            yield return "has a default port";
            yield break;
        }

        var subnets = database["DBSubnetGroupName"].Target?["SubnetIds"].Items.Select(subnet => subnet.Target).ToArray() ?? [];
        if (subnets.Length < 2 || subnets.Any(subnet => subnet?.SubnetType() != "Isolated"))
        {
            yield return "is not in isolated subnets";
        }

        var groups = database["VPCSecurityGroups"].Items.Concat(database["VpcSecurityGroupIds"].Items).Select(group => group.Target).OfType<Resource>().ToArray();
        var ingress = groups.SelectMany(SecurityGroupRule.Ingress).ToArray();
        if (ingress.Length == 0)
        {
            yield return "is open to nobody";
        }

        foreach (var rule in ingress.Where(rule => rule.PeerGroup is null || rule.Json["FromPort"].Text != port || rule.Json["ToPort"].Text != port))
        {
            yield return $"is open to {rule.Declaration.LogicalId}, which is no group on {port}";
        }
    }
}
