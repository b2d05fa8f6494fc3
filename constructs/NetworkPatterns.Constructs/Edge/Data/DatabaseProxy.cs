using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>A proxy of Amazon RDS between services and a <see cref="PrivateDatabase"/>: it shares connections among many clients, and holds them through a failover.</summary>
/// <remarks>
/// Emits <c>AWS::RDS::DBProxy</c> with a <c>DBProxyTargetGroup</c>, and an <c>AWS::IAM::Role</c> that reads the master user's secret. Clients speak TLS to it. It
/// listens on the engine's default port, whatever the database's is.
/// <para>Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html</para>
/// </remarks>
public sealed class DatabaseProxy : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the proxy and makes its resources.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public DatabaseProxy(Construct scope, string id, DatabaseProxyProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(DatabaseProxyProps));
        var database = props.Database;
        var plan = DatabaseProxyPlan.From(props, database.Plan, database.Network.Plan, context);
        var (blueprint, inputs) = plan.ToBlueprint(database.Network, database.Identifier, database.MasterUserSecret.SecretArn, context);
        _resources = this.Emit(blueprint, inputs);
        Port = database.Plan.Engine.DefaultPort;
        // A cluster without instances is no target yet.
        foreach (var instance in database.Instances)
        {
            _resources.GetResource(DatabaseProxyPlan.WaitingId).AddDependency(instance);
        }
    }

    /// <summary>The name by which clients reach the proxy, a token.</summary>
    public string EndpointAddress => _resources.GetAtt(DatabaseProxyPlan.ProxyId, "Endpoint");

    /// <summary>The port: the engine's default one.</summary>
    public int Port { get; }

    /// <summary>The proxy's ARN, a token; its last part is what a policy for <c>rds-db:connect</c> names.</summary>
    public string ProxyArn => _resources.GetAtt(DatabaseProxyPlan.ProxyId, "DBProxyArn");
}
