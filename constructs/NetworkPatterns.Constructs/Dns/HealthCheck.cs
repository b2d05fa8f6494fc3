using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>A Route 53 health check. Give its ID to the members of record groups.</summary>
/// <remarks>
/// Emits an <c>AWS::Route53::HealthCheck</c>. What CloudFormation cannot change in place (type, interval, measured latency)
/// is part of the logical ID, so a change makes a new check before the old one goes.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html</para>
/// </remarks>
public abstract class HealthCheck : Construct
{
    private protected HealthCheck(Construct scope, string id)
        : base(scope, id)
    {
    }

    /// <summary>The health check's ID, as a token.</summary>
    public abstract string HealthCheckId { get; }

    /// <summary>A health check that exists already.</summary>
    /// <param name="scope">Where it is used.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="healthCheckId">Its ID.</param>
    public static HealthCheck FromId(Construct scope, string id, string healthCheckId) => new ImportedHealthCheck(scope, id, healthCheckId);

    private sealed class ImportedHealthCheck(Construct scope, string id, string healthCheckId) : HealthCheck(scope, id)
    {
        public override string HealthCheckId => healthCheckId;
    }
}

/// <summary>A health check that this app makes.</summary>
public abstract class EmittedHealthCheck : HealthCheck
{
    private protected EmittedHealthCheck(Construct scope, string id, Func<PatternContext, HealthCheckPlan> plan, string propsType)
        : base(scope, id)
    {
        var context = this.ContextFor(propsType);
        Plan = plan(context);
        var (blueprint, inputs) = HealthCheckBlueprint.From(Plan, context);
        Resources = this.Emit(blueprint, inputs);
    }

    internal EmittedBlueprint Resources { get; }

    /// <inheritdoc/>
    public override string HealthCheckId => Resources.Ref(Plan.Id);

    internal HealthCheckPlan Plan { get; }

    /// <summary>The typed L1, to override what the props do not offer.</summary>
    public CfnResource Resource => Resources.GetResource(Plan.Id);
}

/// <summary>Route 53's checkers ask an endpoint over the internet.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html</remarks>
public sealed class EndpointHealthCheck : EmittedHealthCheck
{
    /// <summary>Plans the health check and makes it.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public EndpointHealthCheck(Construct scope, string id, EndpointHealthCheckProps props)
        : base(scope, id, context => EndpointHealthCheckReader.Read(props, context), nameof(EndpointHealthCheckProps))
    {
    }
}

/// <summary>Counts other health checks: all of them, one of them, or at least so many.</summary>
/// <remarks>
/// Route 53 refuses a calculated check among the children of another. All of all, and any of any, are the same as one
/// check over all the leaves, and are made so; other nestings are an error.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html</para>
/// </remarks>
public sealed class CalculatedHealthCheck : EmittedHealthCheck
{
    /// <summary>Plans the health check and makes it.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public CalculatedHealthCheck(Construct scope, string id, CalculatedHealthCheckProps props)
        : base(scope, id, context => CalculatedHealthCheckReader.Read(props, context), nameof(CalculatedHealthCheckProps))
    {
    }
}

/// <summary>Follows a CloudWatch alarm.</summary>
public sealed class AlarmHealthCheck : EmittedHealthCheck
{
    /// <summary>Plans the health check and makes it.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public AlarmHealthCheck(Construct scope, string id, AlarmHealthCheckProps props)
        : base(scope, id, context => AlarmHealthCheckReader.Read(props, context), nameof(AlarmHealthCheckProps))
    {
    }
}

/// <summary>Follows a routing control: failover by hand.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/r53recovery/latest/dg/routing-control.html</remarks>
public sealed class RoutingControlHealthCheck : EmittedHealthCheck
{
    /// <summary>Makes the health check.</summary>
    public RoutingControlHealthCheck(Construct scope, string id, RoutingControlHealthCheckProps props)
        : base(scope, id, _ => HealthCheckPlan.RoutingControl(props), nameof(RoutingControlHealthCheckProps))
    {
    }
}
