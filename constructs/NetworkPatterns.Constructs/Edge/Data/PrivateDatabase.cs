using Amazon.CDK;
using Amazon.CDK.AWS.SecretsManager;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>A database of Amazon RDS that the services of one tier reach over TLS, and nothing else does.</summary>
/// <remarks>
/// Emits <c>AWS::RDS::DBSubnetGroup</c>, and <c>DBInstance</c> with a <c>DBParameterGroup</c>, or for Aurora <c>DBCluster</c> with a
/// <c>DBClusterParameterGroup</c> and <c>DBInstance</c>s; by option <c>AWS::Logs::LogGroup</c>s. It has the security group of its
/// tier. A snapshot is left when it goes.
/// <para>
/// The master user's password is made, kept in AWS Secrets Manager and rotated by Amazon RDS; no template has it, and no Lambda
/// function rotates it.
/// </para>
/// <para>Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_BestPractices.Security.html</para>
/// </remarks>
public sealed class PrivateDatabase : Construct
{
    private readonly EmittedBlueprint _resources;
    private readonly Lazy<ISecret> _secret;

    /// <summary>Plans the database and makes its resources.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public PrivateDatabase(Construct scope, string id, PrivateDatabaseProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(PrivateDatabaseProps));
        Network = props.Network;
        Plan = PrivateDatabasePlan.From(props, props.Network.Plan, context);
        var (blueprint, inputs) = PrivateDatabaseBlueprint.From(Plan, props.Network, context);
        _resources = this.Emit(blueprint, inputs);
        _secret = new(() => Amazon.CDK.AWS.SecretsManager.Secret.FromSecretCompleteArn(
            this, "MasterUser", _resources.GetAtt(PrivateDatabaseBlueprint.MainId(Plan), "MasterUserSecret.SecretArn")));
    }

    /// <summary>The name by which clients reach the database, a token; of a cluster its writer's.</summary>
    public string EndpointAddress => _resources.GetAtt(PrivateDatabaseBlueprint.MainId(Plan), "Endpoint.Address");

    /// <summary>The port.</summary>
    public int Port => Plan.Props.Port;

    /// <summary>The identifier of the instance or cluster, a token.</summary>
    public string Identifier => _resources.Ref(PrivateDatabaseBlueprint.MainId(Plan));

    /// <summary>The secret of the master user, with <c>username</c> and <c>password</c>, that Amazon RDS rotates.</summary>
    public ISecret MasterUserSecret => _secret.Value;

    internal ThreeTierVpc Network { get; }

    internal PrivateDatabasePlan Plan { get; }

    /// <summary>The typed L1s of a cluster's instances; none without a cluster.</summary>
    internal IEnumerable<CfnResource> Instances => Plan.Instances.Select(_resources.GetResource);
}
