using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Where questions for a domain go.</summary>
/// <param name="Name">The rule's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
/// <param name="DomainName">The domain and all names below it.</param>
/// <param name="Targets">Addresses of name servers, with <c>:port</c> where it is not 53 (an IPv6 address then in brackets); none for a system rule.</param>
public sealed record ForwardingRule(string Name, string DomainName, ImmutableArray<string> Targets)
{
    /// <summary>Questions for a domain go to name servers of another network.</summary>
    public static ForwardingRule Forward(string name, string domainName, params IEnumerable<string> targets) => new(name, domainName, [.. targets]);

    /// <summary>Questions for a domain below a forwarded one stay with the VPC's own resolver.</summary>
    public static ForwardingRule System(string name, string domainName) => new(name, domainName, []) { IsSystem = true };

    /// <summary>Whether it is a system rule.</summary>
    public bool IsSystem { get; init; }

    /// <inheritdoc/>
    public bool Equals(ForwardingRule? other) =>
        other is not null && Name == other.Name && DomainName == other.DomainName && IsSystem == other.IsSystem && Targets.SequenceEqual(other.Targets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, DomainName, Targets.Length);
}

/// <summary>What forwarding rules are to be.</summary>
public sealed class ForwardingRulesProps
{
    /// <summary>The rules, each for a domain of its own.</summary>
    public required IReadOnlyList<ForwardingRule> Rules { get; init; }

    /// <summary>The outbound endpoint that they forward through: <see cref="ResolverEndpoints.OutboundEndpointId"/>. System rules need none.</summary>
    public string? OutboundEndpointId { get; init; }

    /// <summary>VPCs of this account and Region that follow the rules. Each has a name that stays, part of logical IDs. Default: none.</summary>
    public IReadOnlyDictionary<string, IVpc> Vpcs { get; init; } = ImmutableDictionary<string, IVpc>.Empty;

    /// <summary>Account IDs, or ARNs of organizations and organizational units, that may use the rules in their VPCs. Default: none.</summary>
    public IReadOnlyList<string> ShareWith { get; init; } = [];

    /// <summary>Whether accounts outside the organization may be among them. Default: no.</summary>
    public bool AllowExternalPrincipals { get; init; }
}

/// <summary>Rules that send questions for some domains to name servers of other networks.</summary>
/// <remarks>
/// Emits <c>AWS::Route53Resolver::ResolverRule</c>, <c>AWS::Route53Resolver::ResolverRuleAssociation</c> for each VPC, and
/// <c>AWS::RAM::ResourceShare</c>.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html</para>
/// </remarks>
public sealed class ForwardingRules : Construct
{
    private const int DnsPort = 53;

    /// <summary>Plans the rules and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public ForwardingRules(Construct scope, string id, ForwardingRulesProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(ForwardingRulesProps));
        Check(props, context);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        foreach (var rule in props.Rules)
        {
            builder.Add(
                IdOf(rule.Name),
                "AWS::Route53Resolver::ResolverRule",
                ("Name", rule.Name),
                ("RuleType", rule.IsSystem ? "SYSTEM" : "FORWARD"),
                ("DomainName", rule.DomainName),
                ("ResolverEndpointId", rule.IsSystem ? null : inputs.Of("OutboundEndpointId", props.OutboundEndpointId!)),
                ("TargetIps", rule.IsSystem ? null : Value.List(rule.Targets.Select(target => TargetOf(target)!))));
            foreach (var (name, vpc) in props.Vpcs)
            {
                builder.Add(
                    $"{IdOf(rule.Name)}{ResourceName.Of(name)}Association",
                    "AWS::Route53Resolver::ResolverRuleAssociation",
                    ("ResolverRuleId", Value.GetAtt(IdOf(rule.Name), "ResolverRuleId")),
                    ("VPCId", inputs.Of($"Vpc{ResourceName.Of(name)}", vpc.VpcId)));
            }
        }

        ResourceShare.Add(builder, inputs, context.Path, props.ShareWith, props.AllowExternalPrincipals, props.Rules.Select(rule => Value.GetAtt(IdOf(rule.Name), "Arn")));
        Resources = this.Emit(builder.Build(context.Path), inputs.Supplied);
    }

    internal EmittedBlueprint Resources { get; }

    /// <summary>The ARN of a rule, as a token, for <see cref="DnsProfile"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public string RuleArn(string name) => Resources.GetAtt(IdOf(name), "Arn");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => Resources.GetResource(id);

    private static void Check(ForwardingRulesProps props, PatternContext context)
    {
        var problems = new ProblemList();
        foreach (var rule in props.Rules)
        {
            CheckRule(rule, props, context, problems);
        }

        if (props.Rules.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ResolverRule.At(context.At(nameof(props.Rules)), "there is no rule", "give at least one"));
        }

        foreach (var repeated in props.Rules.GroupBy(rule => ResourceName.Key(rule.Name), StringComparer.Ordinal)
            .Concat(props.Rules.GroupBy(rule => rule.DomainName.TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal)).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ResolverRule.At(context.At(nameof(props.Rules)), $"'{repeated.Key}' has {repeated.Count()} rules", "give each rule a name and a domain of its own"));
        }

        foreach (var name in props.Vpcs.Keys.Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(context.At(nameof(props.Vpcs)), $"'{name}' cannot be the name of a VPC here", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        ResourceShare.Check(props.ShareWith, nameof(props.ShareWith), context, problems);
        problems.ThrowIfAny();
    }

    private static void CheckRule(ForwardingRule rule, ForwardingRulesProps props, PatternContext context, ProblemList problems)
    {
        var at = context.At($"{nameof(props.Rules)}[{rule.Name}]");
        if (!ResourceName.IsValid(rule.Name))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(at, $"'{rule.Name}' cannot be the name of a rule", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        if (rule.DomainName != "." && !DnsName.TryParse(rule.DomainName, out _))
        {
            problems.Add(DiagnosticCatalogue.NotADnsName.At(at, $"'{rule.DomainName}' is not a DNS name", "write a domain, or . for all names"));
        }

        if (!rule.IsSystem && (rule.Targets.IsEmpty || props.OutboundEndpointId is null))
        {
            problems.Add(DiagnosticCatalogue.ResolverRule.At(
                at,
                $"the rule for '{rule.DomainName}' forwards and has no {(rule.Targets.IsEmpty ? "targets" : "outbound endpoint")}",
                rule.Targets.IsEmpty ? "give the addresses of the name servers, or make it a system rule" : "give OutboundEndpointId"));
        }

        foreach (var target in rule.Targets.Where(target => TargetOf(target) is null))
        {
            problems.Add(DiagnosticCatalogue.ResolverRule.At(at, $"'{target}' is not the address of a name server", "write it like 10.1.0.2, 10.1.0.2:5353 or [2001:db8::1]:5353"));
        }
    }

    private static MapValue? TargetOf(string text) =>
        IPEndPoint.TryParse(text, out var target) && text.Count(character => character == '.') is 0 or 3
            ? Value.Map(
                (target.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "Ipv6" : "Ip", target.Address.ToString()),
                ("Port", (target.Port == 0 ? DnsPort : target.Port).ToString(CultureInfo.InvariantCulture)))
            : null;

    private static string IdOf(string name) => $"Rule{ResourceName.Of(name)}";
}
