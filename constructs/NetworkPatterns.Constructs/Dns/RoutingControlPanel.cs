using System.Collections.Immutable;
using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Switches for failover by hand, in Application Recovery Controller.</summary>
public sealed class RoutingControlPanelProps
{
    /// <summary>Names of the switches, each once: one for each Region or cell. A switch is off when it is made.</summary>
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>What must hold whenever switches change. Default: nothing.</summary>
    public IReadOnlyList<RoutingSafetyRule> SafetyRules { get; init; } = [];

    /// <summary>The ARN of a cluster that exists already. Default: a cluster of its own, which AWS charges for by the hour whether it is used or not.</summary>
    public string? ClusterArn { get; init; }
}

/// <summary>What must hold whenever switches of a panel change.</summary>
/// <param name="Name">The rule's name: letters, digits and hyphens.</param>
/// <param name="Controls">The switches that are counted.</param>
/// <param name="AtLeast">How many of them must be on.</param>
/// <param name="Gates">The switches that may change only then; none for an assertion: the counted ones themselves may not leave it.</param>
/// <param name="WaitPeriod">How long a change that the rule refuses is not evaluated again. Default: 5 seconds.</param>
public sealed record RoutingSafetyRule(string Name, ImmutableArray<string> Controls, int AtLeast, ImmutableArray<string> Gates, TimeSpan? WaitPeriod = null)
{
    /// <summary>At least so many of some switches are always on, so that nobody turns the last Region off.</summary>
    public static RoutingSafetyRule Assertion(string name, int atLeast, params IEnumerable<string> controls) => new(name, [.. controls], atLeast, []);

    /// <summary>Some switches change only while at least so many of others are on.</summary>
    public static RoutingSafetyRule Gate(string name, int atLeast, IEnumerable<string> controls, IEnumerable<string> gates) => new(name, [.. controls], atLeast, [.. gates]);

    /// <inheritdoc/>
    public bool Equals(RoutingSafetyRule? other) =>
        other is not null && Name == other.Name && AtLeast == other.AtLeast && WaitPeriod == other.WaitPeriod && Controls.SequenceEqual(other.Controls) && Gates.SequenceEqual(other.Gates);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, AtLeast, Controls.Length, Gates.Length);
}

/// <summary>A panel of routing controls: each has a health check (<see cref="RoutingControlHealthCheck"/>) that is healthy while it is on.</summary>
/// <remarks>
/// Emits <c>AWS::Route53RecoveryControl::Cluster</c> (unless one is given), <c>ControlPanel</c>, <c>RoutingControl</c> and
/// <c>SafetyRule</c>. The stack must be in us-west-2, where Application Recovery Controller is configured; the
/// clusters themselves answer in five Regions. China and GovCloud have no routing controls. Switches are turned with
/// <c>aws route53-recovery-cluster update-routing-control-state</c> at one of the cluster's five Regional endpoints.
/// <para>Source: https://docs.aws.amazon.com/r53recovery/latest/dg/routing-control.html</para>
/// </remarks>
public sealed class RoutingControlPanel : Construct
{
    // https://docs.aws.amazon.com/r53recovery/latest/dg/introduction-regions-routing.html
    private const string ControlRegion = "us-west-2";
    private const int LongestName = 64;
    private readonly ImmutableHashSet<string> _controls;

    /// <summary>Plans the panel and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public RoutingControlPanel(Construct scope, string id, RoutingControlPanelProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(RoutingControlPanelProps));
        Check(props, context);
        _controls = [.. props.Controls];
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var cluster = props.ClusterArn is { } arn ? inputs.Of("ClusterArn", arn) : Value.GetAtt("Cluster", "ClusterArn");
        if (props.ClusterArn is null)
        {
            builder.Add("Cluster", "AWS::Route53RecoveryControl::Cluster", ("Name", NameOf(context.Path)));
        }

        builder.Add("Panel", "AWS::Route53RecoveryControl::ControlPanel", ("ClusterArn", cluster), ("Name", NameOf(context.Path)));
        var panel = Value.GetAtt("Panel", "ControlPanelArn");
        foreach (var control in props.Controls)
        {
            builder.Add(IdOf(control), "AWS::Route53RecoveryControl::RoutingControl", ("ClusterArn", cluster), ("ControlPanelArn", panel), ("Name", control));
        }

        foreach (var rule in props.SafetyRules)
        {
            builder.Add(RuleOf(rule, panel));
        }

        Resources = this.Emit(builder.Build(context.Path), inputs.Supplied);
    }

    internal EmittedBlueprint Resources { get; }

    /// <summary>The ARN of a switch, as a token.</summary>
    /// <exception cref="KeyNotFoundException">The panel has no switch of this name.</exception>
    public string RoutingControlArn(string control) => _controls.Contains(control)
        ? Resources.GetAtt(IdOf(control), "RoutingControlArn")
        : throw new KeyNotFoundException($"{Node.Path} has no routing control '{control}'; its controls are {string.Join(", ", _controls.Order(StringComparer.Ordinal))}");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => Resources.GetResource(id);

    private static BlueprintResource RuleOf(RoutingSafetyRule rule, Value panel)
    {
        var wait = (int)(rule.WaitPeriod ?? TimeSpan.FromSeconds(5)).TotalMilliseconds;
        var counted = Value.List(rule.Controls.Select(control => Value.GetAtt(IdOf(control), "RoutingControlArn")));
        return new($"Rule{ResourceName.Of(rule.Name)}", "AWS::Route53RecoveryControl::SafetyRule", Value.Map(
            ("ControlPanelArn", panel),
            ("Name", rule.Name),
            ("RuleConfig", Value.Map(("Type", "ATLEAST"), ("Threshold", rule.AtLeast), ("Inverted", false))),
            ("AssertionRule", rule.Gates.IsEmpty ? Value.Map(("AssertedControls", counted), ("WaitPeriodMs", wait)) : null),
            ("GatingRule", rule.Gates.IsEmpty ? null : Value.Map(
                ("GatingControls", counted),
                ("TargetControls", Value.List(rule.Gates.Select(gate => Value.GetAtt(IdOf(gate), "RoutingControlArn")))),
                ("WaitPeriodMs", wait)))));
    }

    private static void Check(RoutingControlPanelProps props, PatternContext context)
    {
        var problems = new ProblemList();
        if (context.Region is { } region && region != ControlRegion)
        {
            problems.Add(DiagnosticCatalogue.ZoneRegion.At(
                context.Path,
                $"routing controls are configured in {ControlRegion} only, and the stack is in {region}",
                $"put the panel into a stack of {ControlRegion}: its switches work everywhere"));
        }

        foreach (var name in props.Controls.Concat(props.SafetyRules.Select(rule => rule.Name)).Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(context.At(nameof(props.Controls)), $"'{name}' cannot be the name of a routing control or rule", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        foreach (var repeated in props.Controls.Concat(props.SafetyRules.Select(rule => $"rule-{rule.Name}")).GroupBy(ResourceName.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.SafetyRule.At(context.At(nameof(props.Controls)), $"'{repeated.First()}' is listed {repeated.Count()} times", "give each a name of its own"));
        }

        if (props.Controls.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.SafetyRule.At(context.At(nameof(props.Controls)), "the panel has no routing control", "name at least one"));
        }

        foreach (var rule in props.SafetyRules)
        {
            var at = context.At($"{nameof(props.SafetyRules)}[{rule.Name}]");
            foreach (var unknown in rule.Controls.Concat(rule.Gates).Where(control => !props.Controls.Contains(control, StringComparer.Ordinal)))
            {
                problems.Add(DiagnosticCatalogue.SafetyRule.At(at, $"the panel has no routing control '{unknown}'", $"name one of {string.Join(", ", props.Controls)}"));
            }

            if (rule.AtLeast < 1 || rule.AtLeast > rule.Controls.Length)
            {
                problems.Add(DiagnosticCatalogue.SafetyRule.At(at, $"at least {rule.AtLeast} of {rule.Controls.Length} can never be a useful rule", $"choose 1 to {rule.Controls.Length}"));
            }
        }

        problems.ThrowIfAny();
    }

    private static string NameOf(string path)
    {
        var name = string.Concat(path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        return name[Math.Max(0, name.Length - LongestName)..];
    }

    private static string IdOf(string control) => $"Control{ResourceName.Of(control)}";
}
