using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Conformance;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules;
using NetworkPatterns.TemplateRules.Rules.Edge;
using NetworkPatterns.TemplateRules.Rules.Endpoints;
using NetworkPatterns.TemplateRules.Rules.Transit;

namespace NetworkPatterns.Constructs.Tests.Support;

/// <summary>What every template of ours must satisfy: the rules of <c>NetworkPatterns.TemplateRules</c> and the service specification.</summary>
internal static class TemplateChecks
{
    private static readonly ServiceSpecification Specification = ServiceSpecification.Load();

    /// <summary>The rules for everything that the patterns make.</summary>
    public static ImmutableArray<TemplateRule> Rules { get; } =
    [
        .. NetworkRules.FullVpc.Where(rule => rule is not EndpointPolicyRule),
        new EndpointPolicyRule(EndpointService.WithoutPolicies),
        .. NetworkRules.Dns,
        .. NetworkRules.Connectivity,
        .. NetworkRules.Transit,
        .. NetworkRules.Edge,
    ];

    /// <summary>The exceptions, each with its reason, that are approved.</summary>
    public static ImmutableArray<RuleException> Exceptions { get; } = RuleExceptions.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "NetworkPatterns.Constructs.Tests", "Rules", "exceptions.approved.txt")));

    /// <summary>Whether properties of the second template replace or delete resources of the first.</summary>
    public static ReplacementCheck Replacement { get; } = new(Specification);

    /// <summary>Checks templates by every rule that has something to look at in them.</summary>
    /// <param name="templates">The templates of an app.</param>
    /// <param name="more">Exceptions for what a test itself puts beside the patterns.</param>
    public static void ThrowIfFailed(TemplateSet templates, params IEnumerable<RuleException> more)
    {
        ThrowIfFailed(templates, [.. Rules, new InspectedTableRule(), new RestBodyRule(), new TransitPeeringRule(), new GatewayLoadBalancerRule()], more);
        new ConformanceCheck(Specification).ThrowIfFailed([templates]);
    }

    /// <summary>Checks templates of services: these rules are for what our patterns make, not for every service in a VPC of ours.</summary>
    public static void ThrowIfServicesFail(TemplateSet templates, params IEnumerable<RuleException> more) =>
        ThrowIfFailed(templates, NetworkRules.Backends, more);

    private static void ThrowIfFailed(TemplateSet templates, ImmutableArray<TemplateRule> rules, IEnumerable<RuleException> more)
    {
        var run = RuleRun.Over([templates], rules, [.. Exceptions, .. more]);
        var violations = run with { Unexamined = [], UnusedExceptions = [] };
        violations.ThrowIfFailed();
    }
}
