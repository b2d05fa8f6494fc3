using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>What DNS Firewall does with a question for a listed domain.</summary>
public enum FirewallAction
{
    /// <summary>Answers that there is no such record, and logs it.</summary>
    BlockWithNoData,

    /// <summary>Answers that there is no such domain, and logs it.</summary>
    BlockWithNxDomain,

    /// <summary>Lets it through, and logs it.</summary>
    Alert,

    /// <summary>Lets it through.</summary>
    Allow,
}

/// <summary>A rule of DNS Firewall.</summary>
/// <param name="Name">The rule's name: a letter, then letters, digits and hyphens; part of the logical ID of its domain list.</param>
/// <param name="Priority">The lowest number is looked at first; each number once. Leave gaps.</param>
/// <param name="Action">What is done.</param>
/// <param name="Domains">Domains, <c>*.example.com</c> for all names below one; none where <paramref name="ManagedListId"/> is given.</param>
/// <param name="ManagedListId">The ID of a domain list that AWS manages, which differs by Region (<c>aws route53resolver list-firewall-domain-lists</c>).</param>
public sealed record FirewallRule(string Name, int Priority, FirewallAction Action, ImmutableArray<string> Domains, string? ManagedListId = null)
{
    /// <summary>A rule over domains of yours.</summary>
    public static FirewallRule Of(string name, int priority, FirewallAction action, params IEnumerable<string> domains) => new(name, priority, action, [.. domains]);

    /// <inheritdoc/>
    public bool Equals(FirewallRule? other) =>
        other is not null && Name == other.Name && Priority == other.Priority && Action == other.Action && ManagedListId == other.ManagedListId && Domains.SequenceEqual(other.Domains);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Priority, Action, Domains.Length);
}

/// <summary>What a group of firewall rules is to be.</summary>
public sealed class DnsFirewallProps
{
    /// <summary>The rules. A question that none matches is let through.</summary>
    public required IReadOnlyList<FirewallRule> Rules { get; init; }

    /// <summary>VPCs of this account and Region that it filters. Each has a name that stays, part of logical IDs. Default: none.</summary>
    public IReadOnlyDictionary<string, IVpc> Vpcs { get; init; } = ImmutableDictionary<string, IVpc>.Empty;

    /// <summary>The group's place among those of a VPC, 101 to 9899, the lowest first. Default: 200.</summary>
    public int AssociationPriority { get; init; } = 200;

    /// <summary>Account IDs, or ARNs of organizations and organizational units, that may use it in their VPCs. Default: none.</summary>
    public IReadOnlyList<string> ShareWith { get; init; } = [];

    /// <summary>Whether accounts outside the organization may be among them. Default: no.</summary>
    public bool AllowExternalPrincipals { get; init; }
}

/// <summary>Filters what a VPC may ask its resolver.</summary>
/// <remarks>
/// Emits <c>AWS::Route53Resolver::FirewallRuleGroup</c>, <c>FirewallDomainList</c> for each rule with domains of its own,
/// <c>FirewallRuleGroupAssociation</c> for each VPC, and <c>AWS::RAM::ResourceShare</c>.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html</para>
/// </remarks>
public sealed class DnsFirewall : Construct
{
    private const string GroupId = "RuleGroup";

    /// <summary>Plans the rules and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public DnsFirewall(Construct scope, string id, DnsFirewallProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(DnsFirewallProps));
        Check(props, context);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        foreach (var rule in props.Rules.Where(rule => rule.ManagedListId is null))
        {
            builder.Add(ListIdOf(rule), "AWS::Route53Resolver::FirewallDomainList", ("Domains", Value.List(rule.Domains.Select(domain => (Value)domain))));
        }

        builder.Add(
            GroupId,
            "AWS::Route53Resolver::FirewallRuleGroup",
            ("FirewallRules", Value.List(props.Rules.OrderBy(rule => rule.Priority).Select(rule => (Value)Value.Map(
                ("Priority", rule.Priority),
                ("Action", rule.Action switch { FirewallAction.Allow => "ALLOW", FirewallAction.Alert => "ALERT", _ => "BLOCK" }),
                ("BlockResponse", rule.Action switch { FirewallAction.BlockWithNoData => (Value)"NODATA", FirewallAction.BlockWithNxDomain => "NXDOMAIN", _ => null! }),
                ("FirewallDomainListId", rule.ManagedListId is { } list ? inputs.Of($"{ListIdOf(rule)}Id", list) : Value.GetAtt(ListIdOf(rule), "Id")))))));
        foreach (var (name, vpc) in props.Vpcs)
        {
            builder.Add(
                $"{ResourceName.Of(name)}Association",
                "AWS::Route53Resolver::FirewallRuleGroupAssociation",
                ("FirewallRuleGroupId", Value.GetAtt(GroupId, "Id")),
                ("VpcId", inputs.Of($"Vpc{ResourceName.Of(name)}", vpc.VpcId)),
                ("Priority", props.AssociationPriority));
        }

        ResourceShare.Add(builder, inputs, context.Path, props.ShareWith, props.AllowExternalPrincipals, [Value.GetAtt(GroupId, "Arn")]);
        Resources = this.Emit(builder.Build(context.Path), inputs.Supplied);
    }

    internal EmittedBlueprint Resources { get; }

    /// <summary>The ARN of the rule group, as a token, for <see cref="DnsProfile"/>.</summary>
    public string RuleGroupArn => Resources.GetAtt(GroupId, "Arn");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => Resources.GetResource(id);

    private static void Check(DnsFirewallProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(props.Rules));
        if (props.Rules.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.FirewallRule.At(where, "there is no rule", "give at least one"));
        }

        foreach (var repeated in props.Rules.GroupBy(rule => rule.Priority).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.FirewallRule.At(where, $"the priority {repeated.Key} is given {repeated.Count()} times", "give each rule a priority of its own"));
        }

        foreach (var repeated in props.Rules.GroupBy(rule => ResourceName.Key(rule.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.FirewallRule.At(where, $"{repeated.Count()} rules are called '{repeated.First().Name}'", "give each rule a name of its own"));
        }

        foreach (var rule in props.Rules)
        {
            CheckRule(rule, context.At($"{nameof(props.Rules)}[{rule.Name}]"), problems);
        }

        if (props.AssociationPriority is < 101 or > 9899)
        {
            problems.Add(DiagnosticCatalogue.FirewallRule.At(
                context.At(nameof(props.AssociationPriority)), $"{props.AssociationPriority} is not one of 101 to 9899", "choose a number between, with gaps"));
        }

        foreach (var name in props.Vpcs.Keys.Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(context.At(nameof(props.Vpcs)), $"'{name}' cannot be the name of a VPC here", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        ResourceShare.Check(props.ShareWith, nameof(props.ShareWith), context, problems);
        problems.ThrowIfAny();
    }

    private static void CheckRule(FirewallRule rule, string where, ProblemList problems)
    {
        if (!ResourceName.IsValid(rule.Name))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(where, $"'{rule.Name}' cannot be the name of a rule", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        if (rule.Domains.IsEmpty == (rule.ManagedListId is null))
        {
            problems.Add(DiagnosticCatalogue.FirewallRule.At(
                where,
                rule.Domains.IsEmpty ? "the rule has neither domains nor a managed list" : "the rule has domains and a managed list",
                "give one of the two"));
        }

        foreach (var domain in rule.Domains.Where(domain => domain != "*" && !DnsName.TryParse(domain, out _)))
        {
            problems.Add(DiagnosticCatalogue.NotADnsName.At(where, $"'{domain}' is not a DNS name", "write example.com, or *.example.com for all names below it"));
        }
    }

    private static string ListIdOf(FirewallRule rule) => $"{ResourceName.Of(rule.Name)}Domains";
}
