using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Tests.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Data;

[Collection(CdkCollection.Name)]
public sealed class PrivateDatabaseTests
{
    [Theory]
    [InlineData(DatabaseEngine.PostgreSql, "16.4")]
    [InlineData(DatabaseEngine.MySql, "8.0.39")]
    [InlineData(DatabaseEngine.AuroraPostgreSql, "16.4")]
    [InlineData(DatabaseEngine.AuroraMySql, "8.0.mysql_aurora.3.08.0")]
    public void Engine_Snapshot(DatabaseEngine engine, string version)
    {
        var stack = new BackendStack();
        var database = new PrivateDatabase(stack.Stack, "Database", new PrivateDatabaseProps
        {
            Network = stack.Network,
            Engine = engine,
            EngineVersion = version,
            Port = BackendStack.DatabasePort,
            Identifier = engine == DatabaseEngine.PostgreSql ? null : "orders",
            LogRetentionDays = engine == DatabaseEngine.PostgreSql ? null : 30,
        });
        database.Port.ShouldBe(BackendStack.DatabasePort);

        Snapshot.Matches(PrivateNlbTests.Own(stack, "Database"), $"PrivateDatabase.{engine}");
    }

    [Theory]
    [InlineData(DatabaseEngine.PostgreSql, "17.2", "postgres17", "rds.force_ssl", "1")]
    [InlineData(DatabaseEngine.MySql, "8.4.3", "mysql8.4", "require_secure_transport", "ON")]
    [InlineData(DatabaseEngine.AuroraPostgreSql, "15.8", "aurora-postgresql15", "rds.force_ssl", "1")]
    [InlineData(DatabaseEngine.AuroraMySql, "8.0.mysql_aurora.3.08.0", "aurora-mysql8.0", "require_secure_transport", "ON")]
    public void Engine_OfEveryKind_ForcesTlsAndHasNoPasswordInTheTemplate(DatabaseEngine engine, string version, string family, string parameter, string value)
    {
        var stack = new BackendStack();
        _ = new PrivateDatabase(stack.Stack, "Database", new PrivateDatabaseProps { Network = stack.Network, Engine = engine, EngineVersion = version, Port = BackendStack.DatabasePort });

        var template = stack.Template();

        var isAurora = engine is DatabaseEngine.AuroraPostgreSql or DatabaseEngine.AuroraMySql;
        var parameters = template.Single(isAurora ? "AWS::RDS::DBClusterParameterGroup" : "AWS::RDS::DBParameterGroup")["Properties"]!;
        parameters["Family"]!.GetValue<string>().ShouldBe(family);
        parameters["Parameters"]![parameter]!.GetValue<string>().ShouldBe(value);
        template.LogicalIds("AWS::RDS::DBInstance").Count.ShouldBe(isAurora ? 2 : 1);
        var database = template.Single(isAurora ? "AWS::RDS::DBCluster" : "AWS::RDS::DBInstance")["Properties"]!;
        database["ManageMasterUserPassword"]!.GetValue<bool>().ShouldBeTrue();
        database["MasterUserPassword"].ShouldBeNull();
        database["Port"]!.ToString().ShouldBe("5433");
        (isAurora || database["MultiAZ"]!.GetValue<bool>()).ShouldBeTrue();
    }

    [Fact]
    public void MasterUserSecret_IsThatOfTheInstance()
    {
        var stack = new BackendStack();
        var database = new PrivateDatabase(stack.Stack, "Database", new PrivateDatabaseProps
        {
            Network = stack.Network,
            Engine = DatabaseEngine.PostgreSql,
            EngineVersion = "16.4",
            Port = BackendStack.DatabasePort,
        });

        var arn = stack.Stack.Resolve(database.MasterUserSecret.SecretArn).ShouldBeAssignableTo<IDictionary<string, object>>();
        arn!["Fn::GetAtt"].ShouldBeAssignableTo<object[]>()![1].ShouldBe("MasterUserSecret.SecretArn");
        stack.Stack.Template().LogicalIds("AWS::SecretsManager::Secret").ShouldBeEmpty();
    }
}
