using System.Collections.Immutable;
using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Something that a Profile gives to its VPCs.</summary>
/// <param name="Name">Its name in the Profile: a letter, then letters, digits and hyphens.</param>
/// <param name="Arn">The ARN of a private zone, a forwarding rule or a firewall rule group.</param>
/// <param name="FirewallPriority">For a firewall rule group, its place among those of a VPC, 101 to 9899.</param>
public sealed record ProfileResource(string Name, string Arn, int? FirewallPriority = null)
{
    /// <summary>A private zone.</summary>
    public static ProfileResource Zone(string name, PrivateZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(name, $"arn:{Aws.PARTITION}:route53:::hostedzone/{zone.HostedZoneId}");
    }

    /// <summary>A forwarding rule.</summary>
    public static ProfileResource Rule(string name, ForwardingRules rules, string rule)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new(name, rules.RuleArn(rule));
    }

    /// <summary>A firewall rule group.</summary>
    public static ProfileResource Firewall(string name, DnsFirewall firewall, int priority)
    {
        ArgumentNullException.ThrowIfNull(firewall);
        return new(name, firewall.RuleGroupArn, priority);
    }
}

/// <summary>What a Profile is to be.</summary>
public sealed class DnsProfileProps
{
    /// <summary>What its VPCs get.</summary>
    public required IReadOnlyList<ProfileResource> Resources { get; init; }

    /// <summary>VPCs of this account and Region. A VPC has one Profile. Each has a name that stays, part of logical IDs. Default: none.</summary>
    public IReadOnlyDictionary<string, IVpc> Vpcs { get; init; } = ImmutableDictionary<string, IVpc>.Empty;

    /// <summary>Account IDs, or ARNs of organizations and organizational units, that may use it in their VPCs. Default: none.</summary>
    public IReadOnlyList<string> ShareWith { get; init; } = [];

    /// <summary>Whether accounts outside the organization may be among them. Default: no.</summary>
    public bool AllowExternalPrincipals { get; init; }
}

/// <summary>
/// One DNS configuration for many VPCs and accounts: private zones, forwarding rules and firewall rules, without an
/// association of each with each.
/// </summary>
/// <remarks>
/// Emits <c>AWS::Route53Profiles::Profile</c>, <c>ProfileResourceAssociation</c>, <c>ProfileAssociation</c> and
/// <c>AWS::RAM::ResourceShare</c>. AWS charges by the hour for each associated VPC.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profiles.html</para>
/// </remarks>
public sealed class DnsProfile : Construct
{
    private const string ProfileResourceId = "Profile";
    private const int LongestName = 64;

    /// <summary>Plans the Profile and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public DnsProfile(Construct scope, string id, DnsProfileProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(DnsProfileProps));
        Check(props, context);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var name = string.Concat(context.Path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        name = name[Math.Max(0, name.Length - LongestName)..];
        builder.Add(ProfileResourceId, "AWS::Route53Profiles::Profile", ("Name", name));
        foreach (var resource in props.Resources)
        {
            builder.Add(
                $"Resource{ResourceName.Of(resource.Name)}",
                "AWS::Route53Profiles::ProfileResourceAssociation",
                ("Name", resource.Name),
                ("ProfileId", Value.Ref(ProfileResourceId)),
                ("ResourceArn", inputs.Of($"Arn{ResourceName.Of(resource.Name)}", resource.Arn)),
                ("ResourceProperties", resource.FirewallPriority is { } priority
                    ? (Value)string.Create(CultureInfo.InvariantCulture, $$"""{"priority":{{priority}}}""")
                    : null));
        }

        foreach (var (vpcName, vpc) in props.Vpcs)
        {
            builder.Add(
                $"{ResourceName.Of(vpcName)}Association",
                "AWS::Route53Profiles::ProfileAssociation",
                ("Name", vpcName),
                ("ProfileId", Value.Ref(ProfileResourceId)),
                ("ResourceId", inputs.Of($"Vpc{ResourceName.Of(vpcName)}", vpc.VpcId)));
        }

        ResourceShare.Add(builder, inputs, context.Path, props.ShareWith, props.AllowExternalPrincipals, [Value.GetAtt(ProfileResourceId, "Arn")]);
        Resources = this.Emit(builder.Build(context.Path), inputs.Supplied);
    }

    internal EmittedBlueprint Resources { get; }

    /// <summary>The Profile's ID, as a token.</summary>
    public string ProfileId => Resources.Ref(ProfileResourceId);

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => Resources.GetResource(id);

    private static void Check(DnsProfileProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(props.Resources));
        if (props.Resources.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ProfileResources.At(where, "the Profile has no resources", "give it zones, forwarding rules or firewall rule groups"));
        }

        foreach (var repeated in props.Resources.GroupBy(resource => ResourceName.Key(resource.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ProfileResources.At(where, $"{repeated.Count()} resources are called '{repeated.First().Name}'", "give each a name of its own"));
        }

        foreach (var resource in props.Resources.Where(resource => !ResourceName.IsValid(resource.Name)))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(where, $"'{resource.Name}' cannot be the name of a resource", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        foreach (var name in props.Vpcs.Keys.Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(context.At(nameof(props.Vpcs)), $"'{name}' cannot be the name of a VPC here", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        ResourceShare.Check(props.ShareWith, nameof(props.ShareWith), context, problems);
        problems.ThrowIfAny();
    }
}
