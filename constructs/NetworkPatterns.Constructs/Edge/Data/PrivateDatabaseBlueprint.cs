using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>The resources of a <see cref="PrivateDatabase"/>.</summary>
internal static class PrivateDatabaseBlueprint
{
    public const string InstanceId = "Instance";
    public const string ClusterId = "Cluster";

    private const string SubnetGroupId = "SubnetGroup";
    private const string ParametersId = "Parameters";
    private const int BacktrackSeconds = 86_400;

    /// <summary>The id of what has the endpoint and the master user.</summary>
    public static string MainId(PrivateDatabasePlan plan) => plan.Engine.IsAurora ? ClusterId : InstanceId;

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(PrivateDatabasePlan plan, ThreeTierVpc network, PatternContext context)
    {
        var tags = new ResourceTags(plan.Path);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var group = inputs.Of("SecurityGroupId", network.Resources.GetAtt(plan.Tier.SecurityGroupId, "GroupId"));
        var key = plan.Props.KmsKeyArn is { } arn ? inputs.Of("KmsKeyArn", arn) : null;
        builder.Add(
            SubnetGroupId,
            "AWS::RDS::DBSubnetGroup",
            ("DBSubnetGroupDescription", $"Tier {plan.Tier.Name}"),
            ("SubnetIds", Value.List(plan.Tier.Subnets.Select(subnet => inputs.Of(subnet.Id, network.Resources.Ref(subnet.Id))))),
            ("Tags", tags.Of("subnets")));
        builder.Add(
            ParametersId,
            plan.Engine.IsAurora ? "AWS::RDS::DBClusterParameterGroup" : "AWS::RDS::DBParameterGroup",
            ("Description", $"TLS only, for {plan.Path}"),
            ("Family", plan.Family),
            ("Parameters", Value.Map((plan.Engine.ForceTls.Name, plan.Engine.ForceTls.Value))),
            ("Tags", tags.Of("parameters")));
        AddLogGroups(builder, plan, tags);
        if (plan.Engine.IsAurora)
        {
            AddCluster(builder, plan, group, key, tags);
        }
        else
        {
            AddInstance(builder, plan, group, key, tags);
        }

        return (builder.Build(plan.Path), inputs.Supplied);
    }

    private static void AddInstance(BlueprintBuilder builder, PrivateDatabasePlan plan, Value group, Value? key, ResourceTags tags)
    {
        var props = plan.Props;
        builder.Add(Kept(new(InstanceId, "AWS::RDS::DBInstance", Value.Map(
            ("DBInstanceIdentifier", props.Identifier is { } identifier ? (Value)identifier : null),
            ("Engine", plan.Engine.Name),
            ("EngineVersion", props.EngineVersion),
            ("DBInstanceClass", props.InstanceClass),
            ("DBName", props.DatabaseName),
            ("Port", props.Port.ToString(CultureInfo.InvariantCulture)),
            ("DBSubnetGroupName", Value.Ref(SubnetGroupId)),
            ("DBParameterGroupName", Value.Ref(ParametersId)),
            ("VPCSecurityGroups", Value.List(group)),
            ("PubliclyAccessible", false),
            ("MultiAZ", true),
            ("StorageType", "gp3"),
            ("StorageEncrypted", true),
            ("KmsKeyId", key),
            ("AllocatedStorage", props.StorageGiB.ToString(CultureInfo.InvariantCulture)),
            ("MaxAllocatedStorage", plan.MaxStorageGiB),
            ("MasterUsername", props.MasterUsername),
            ("ManageMasterUserPassword", true),
            ("EnableIAMDatabaseAuthentication", true),
            ("BackupRetentionPeriod", props.BackupRetentionDays),
            ("CopyTagsToSnapshot", true),
            ("DeleteAutomatedBackups", false),
            ("DeletionProtection", props.DeletionProtection),
            ("AutoMinorVersionUpgrade", true),
            ("AllowMajorVersionUpgrade", false),
            ("EnableCloudwatchLogsExports", Logs(plan)),
            ("Tags", tags.Of("database")))), plan));
    }

    private static void AddCluster(BlueprintBuilder builder, PrivateDatabasePlan plan, Value group, Value? key, ResourceTags tags)
    {
        var props = plan.Props;
        builder.Add(Kept(new(ClusterId, "AWS::RDS::DBCluster", Value.Map(
            ("DBClusterIdentifier", props.Identifier is { } identifier ? (Value)identifier : null),
            ("Engine", plan.Engine.Name),
            ("EngineVersion", props.EngineVersion),
            ("DatabaseName", props.DatabaseName),
            ("Port", props.Port),
            ("DBSubnetGroupName", Value.Ref(SubnetGroupId)),
            ("DBClusterParameterGroupName", Value.Ref(ParametersId)),
            ("VpcSecurityGroupIds", Value.List(group)),
            ("StorageEncrypted", true),
            ("KmsKeyId", key),
            ("MasterUsername", props.MasterUsername),
            ("ManageMasterUserPassword", true),
            ("EnableIAMDatabaseAuthentication", true),
            ("BackupRetentionPeriod", props.BackupRetentionDays),
            ("BacktrackWindow", plan.Engine.IsPostgreSql ? null : BacktrackSeconds),
            ("CopyTagsToSnapshot", true),
            ("DeletionProtection", props.DeletionProtection),
            ("EnableCloudwatchLogsExports", Logs(plan)),
            ("Tags", tags.Of("database")))), plan));
        foreach (var instance in plan.Instances)
        {
            builder.Add(
                instance,
                "AWS::RDS::DBInstance",
                ("DBClusterIdentifier", Value.Ref(ClusterId)),
                ("Engine", plan.Engine.Name),
                ("DBInstanceClass", props.InstanceClass),
                ("DBSubnetGroupName", Value.Ref(SubnetGroupId)),
                ("PubliclyAccessible", false),
                ("AutoMinorVersionUpgrade", true),
                ("Tags", tags.Of(instance)));
        }
    }

    // The groups exist before the engine writes, or Amazon RDS would make them without an end to what they keep.
    private static void AddLogGroups(BlueprintBuilder builder, PrivateDatabasePlan plan, ResourceTags tags)
    {
        if (plan.Props is not { LogRetentionDays: { } days, Identifier: { } identifier })
        {
            return;
        }

        foreach (var log in plan.Engine.Logs)
        {
            builder.Add(new(LogGroupId(log), "AWS::Logs::LogGroup", Value.Map(
                ("LogGroupName", $"/aws/rds/{(plan.Engine.IsAurora ? "cluster" : "instance")}/{identifier}/{log}"),
                ("RetentionInDays", days),
                ("Tags", tags.Of(log))))
            {
                DeletionPolicy = ResourcePolicy.RetainExceptOnCreate,
                UpdateReplacePolicy = ResourcePolicy.Retain,
            });
        }
    }

    private static BlueprintResource Kept(BlueprintResource resource, PrivateDatabasePlan plan) => resource with
    {
        DependsOn = plan.Props.LogRetentionDays is null ? [] : [.. plan.Engine.Logs.Select(LogGroupId)],
        DeletionPolicy = ResourcePolicy.Snapshot,
        UpdateReplacePolicy = ResourcePolicy.Snapshot,
    };

    private static ListValue? Logs(PrivateDatabasePlan plan) =>
        plan.Props.LogRetentionDays is null ? null : Value.List(plan.Engine.Logs.Select(log => (Value)log));

    private static string LogGroupId(string log) => $"{ResourceName.Of(log)}LogGroup";
}
