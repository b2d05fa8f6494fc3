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
