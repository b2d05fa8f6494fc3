using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>A <see cref="DatabaseProxy"/>, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Props">The settings that need no decision.</param>
/// <param name="Tier">Where it stands.</param>
/// <param name="Database">What it stands before.</param>
internal sealed record DatabaseProxyPlan(string Path, DatabaseProxyProps Props, TierPlan Tier, PrivateDatabasePlan Database)
{
    public const string ProxyId = "Proxy";
    private const string RoleId = "Role";
    private const string TargetsId = "Targets";
    private const int LongestName = 60;
    private static readonly TimeSpan LongestIdle = TimeSpan.FromHours(8);

    /// <summary>Plans a proxy.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static DatabaseProxyPlan From(DatabaseProxyProps props, PrivateDatabasePlan database, ThreeTierVpcPlan network, PatternContext context)
    {
        var problems = new ProblemList();
        var tiers = new TierPaths(network);
        if (tiers.Find(props.Tier, context.At(nameof(props.Tier)), problems) is not { } tier)
        {
            problems.ThrowIfAny();
            throw new InvalidOperationException("an unknown tier is a problem");
        }

        CheckTier(tier, database, tiers, context.At(nameof(props.Tier)), problems);
        if (props.MaxConnectionsPercent is < 1 or > 100)
        {
            problems.Add(DiagnosticCatalogue.DatabaseProxy.At(
                context.At(nameof(props.MaxConnectionsPercent)), $"{props.MaxConnectionsPercent} of 100 connections cannot be used", "give 1 to 100"));
        }

        if (props.IdleClientTimeout < TimeSpan.FromSeconds(1) || props.IdleClientTimeout > LongestIdle)
        {
            problems.Add(DiagnosticCatalogue.DatabaseProxy.At(
                context.At(nameof(props.IdleClientTimeout)), $"idle connections are kept for {props.IdleClientTimeout.TotalSeconds} s", $"give 1 to {LongestIdle.TotalSeconds} s"));
        }

        problems.ThrowIfAny();
        return new(context.Path, props, tier, database);
    }

    /// <summary>The blueprint, and what has to be supplied for it.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-setup.html</remarks>
    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) ToBlueprint(ThreeTierVpc network, string identifier, string secretArn, PatternContext context)
    {
        var tags = new ResourceTags(Path);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var secret = inputs.Of("SecretArn", secretArn);
        builder.Add(
            RoleId,
            "AWS::IAM::Role",
            ("AssumeRolePolicyDocument", Document(("Principal", Value.Map(("Service", "rds.amazonaws.com"))), ("Action", "sts:AssumeRole"))),
            ("Policies", Value.List(Value.Map(
                ("PolicyName", "ReadTheSecret"),
                ("PolicyDocument", Document(("Action", "secretsmanager:GetSecretValue"), ("Resource", secret)))))),
            ("Tags", tags.Of("role")));
        builder.Add(
            ProxyId,
            "AWS::RDS::DBProxy",
            ("DBProxyName", UniqueName.Of(Path, LongestName)),
            ("EngineFamily", Database.Engine.IsPostgreSql ? "POSTGRESQL" : "MYSQL"),
            ("RequireTLS", true),
            ("DebugLogging", false),
            ("IdleClientTimeout", (int)Props.IdleClientTimeout.TotalSeconds),
            ("Auth", Value.List(Value.Map(("AuthScheme", "SECRETS"), ("IAMAuth", Props.RequiresIam ? "REQUIRED" : "DISABLED"), ("SecretArn", secret)))),
            ("RoleArn", Value.GetAtt(RoleId, "Arn")),
            ("VpcSubnetIds", AlbBlueprint.SubnetsOf(Tier, network, inputs)),
            ("VpcSecurityGroupIds", AlbBlueprint.GroupOf(Tier, network, inputs)),
            ("Tags", tags.Of("proxy")));
        builder.Add(
            TargetsId,
            "AWS::RDS::DBProxyTargetGroup",
            ("DBProxyName", Value.Ref(ProxyId)),
            ("TargetGroupName", "default"),
            (Database.Engine.IsAurora ? "DBClusterIdentifiers" : "DBInstanceIdentifiers", Value.List(inputs.Of("Identifier", identifier))),
            ("ConnectionPoolConfigurationInfo", Value.Map(("MaxConnectionsPercent", Props.MaxConnectionsPercent))));
        return (builder.Build(Path), inputs.Supplied);
    }

    /// <summary>The id of what waits for the database's instances.</summary>
    public static string WaitingId => TargetsId;

    private static MapValue Document(params (string Key, Value? Value)[] statement) => Value.Map(
        ("Version", "2012-10-17"), ("Statement", Value.List(Value.Map([("Effect", "Allow"), .. statement]))));

    private static void CheckTier(TierPlan tier, PrivateDatabasePlan database, TierPaths tiers, string where, ProblemList problems)
    {
        if (tier.Intent != TierIntent.Isolated || tier.Subnets.Length < 2)
        {
            problems.Add(DiagnosticCatalogue.DatabaseTier.At(
                where, $"tier '{tier.Name}' is for {tier.Intent}, with {tier.Subnets.Length} zones", "choose an Isolated tier over at least two zones"));
        }

        var port = database.Engine.DefaultPort;
        var clients = tiers.ClientsOf(tier, TrafficProtocol.Tcp, port);
        if (clients.Length != 1 || !tiers.HasTier(clients[0]))
        {
            problems.Add(DiagnosticCatalogue.DatabaseUnreachable.At(
                where,
                $"tier '{tier.Name}' accepts TCP {port}, on which every proxy listens, from {(clients.IsEmpty ? "nobody" : string.Join(", ", clients))}",
                $"accept it from the services' tier only: TrafficRule.Tcp({port}, TrafficPeer.Tier(\"app\"))"));
        }

        if (!tiers.Allows(tier, database.Tier, TrafficProtocol.Tcp, database.Props.Port))
        {
            problems.Add(DiagnosticCatalogue.DatabaseProxy.At(
                where,
                $"tier '{database.Tier.Name}' of the database does not accept TCP {database.Props.Port} from tier '{tier.Name}'",
                $"give it the ingress TrafficRule.Tcp({database.Props.Port}, TrafficPeer.Tier(\"{tier.Name}\")), and no other"));
        }
    }
}
