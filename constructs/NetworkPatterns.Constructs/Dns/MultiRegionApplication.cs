using System.Collections.Immutable;
using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;
using AppRegion = NetworkPatterns.Constructs.Dns.ApplicationRegion;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>
/// An application that runs in several Regions under one name: a stack for the zone (or an existing zone), a stack for each
/// Region, and a stack of records that divides the clients among the Regions and leaves those that are down.
/// </summary>
/// <remarks>
/// Each Region's stack writes a record of its own name (<c>eu.app.example.com</c>), an alias of its entry point; the stack
/// of records refers to those names only, so nothing crosses Regions. Emits <c>AWS::Route53::HostedZone</c>,
/// <c>AWS::Route53::RecordSet</c> and <c>AWS::Route53::HealthCheck</c>.
/// <para>The stacks deploy in order: the zone, the Regions, the records; <c>cdk deploy --all</c> does so.</para>
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html</para>
/// </remarks>
public sealed class MultiRegionApplication : Construct
{
    /// <summary>Plans the application, makes its stacks and has <see cref="MultiRegionApplicationProps.Entry"/> fill those of the Regions.</summary>
    /// <param name="scope">An app or a stage.</param>
    /// <param name="id">Its name; the stacks' names begin with it.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props or an entry point cannot be planned; it carries every problem.</exception>
    public MultiRegionApplication(Construct scope, string id, MultiRegionApplicationProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = new PatternContext(Node.Path, nameof(MultiRegionApplicationProps), Region: null, PatternContexts.IsToken);
        var plan = MultiRegionApplicationPlan.From(props, context);
        var zoneExport = props.HostedZoneId is null ? MakeZone(props, plan) : null;
        var entries = ImmutableSortedDictionary.CreateBuilder<string, RegionalEntry>(StringComparer.Ordinal);
        var stacks = ImmutableSortedDictionary.CreateBuilder<string, RegionalStack>(StringComparer.Ordinal);
        foreach (var region in plan.Regions)
        {
            var stack = MakeRegion(props, plan, region);
            stacks.Add(region.Name, stack);
            entries.Add(region.Name, props.Entry(stack));
        }

        RegionalStacks = stacks.ToImmutable();
        _ = MultiRegionApplicationPlan.From(props, entries, ImmutableDictionary<string, string>.Empty, context);
        foreach (var region in plan.Regions)
        {
            WriteRegionalRecord(props, plan, region, entries[region.Name].Target, context);
        }

        RecordStack = new Stack(this, "Records", GlobalStack(props, plan, $"Records of {plan.DomainName} over its Regions"));
        foreach (var stack in RegionalStacks.Values)
        {
            RecordStack.AddDependency(stack, "its records are aliases of the Region's own record");
        }

        var zoneId = props.HostedZoneId ?? Fn.ImportValue(zoneExport!);
        var checks = entries
            .Select(entry => (Region: entry.Key, Id: HealthCheckOf(entry.Key, entry.Value.Health, plan)))
            .Where(check => check.Id is not null)
            .ToImmutableDictionary(check => check.Region, check => check.Id!, StringComparer.Ordinal);
        Tree = MultiRegionApplicationPlan.From(props, entries, checks, context).Tree;
        var (blueprint, inputs) = RecordBlueprint.From(Tree, zoneId, context);
        new Construct(RecordStack, "Application").Emit(blueprint, inputs);
    }

    /// <summary>The stack that makes the zone; <see langword="null"/> for a zone that existed.</summary>
    public Stack? ZoneStack { get; private set; }

    /// <summary>The Regions' stacks, by the Region's name.</summary>
    public IReadOnlyDictionary<string, RegionalStack> RegionalStacks { get; }

    /// <summary>The stack of the records, in us-east-1, as is the zone's: Route 53 is controlled from there. In China it is cn-northwest-1, in GovCloud us-gov-west-1.</summary>
    public Stack RecordStack { get; }

    /// <summary>The records as data: for <see cref="DnsSimulator"/> and <see cref="RecordTreeRenderer"/>.</summary>
    public RecordTree Tree { get; }

    private string MakeZone(MultiRegionApplicationProps props, MultiRegionApplicationPlan plan)
    {
        ZoneStack = new Stack(this, "Zone", GlobalStack(props, plan, $"Zone {plan.ZoneName}"));
        var zone = new PublicZone(ZoneStack, "Zone", new PublicZoneProps { ZoneName = plan.ZoneName });
        var export = $"{ZoneStack.StackName}-HostedZoneId";
        _ = new CfnOutput(ZoneStack, "HostedZoneId", new CfnOutputProps
        {
            Description = "Give it to DeployedZoneId once the zone is there, so that certificates can be proved",
            Value = zone.HostedZoneId,
            ExportName = export,
        });
        _ = new CfnOutput(ZoneStack, "NameServers", new CfnOutputProps
        {
            Description = "Delegate the zone to these in its parent, or at its registrar",
            Value = Fn.Join(" ", zone.NameServers),
        });
        return export;
    }

    private RegionalStack MakeRegion(MultiRegionApplicationProps props, MultiRegionApplicationPlan plan, AppRegion region)
    {
        var stack = new RegionalStack(
            this,
            ResourceName.Of(region.Name),
            new StackProps { Env = new Amazon.CDK.Environment { Account = props.Account, Region = region.Region } },
            region,
            $"{region.Name}.{plan.DomainName}",
            props.HostedZoneId ?? props.DeployedZoneId,
            plan.ZoneName);
        if (ZoneStack is not null)
        {
            stack.AddDependency(ZoneStack, "its record is in the zone");
        }

        return stack;
    }

    private void WriteRegionalRecord(
        MultiRegionApplicationProps props, MultiRegionApplicationPlan plan, AppRegion region, RecordTarget target, PatternContext context)
    {
        var record = new Construct(RegionalStacks[region.Name], "RegionalRecord");
        var at = context with { Path = record.Node.Path };
        var tree = plan.RegionalTree(region, target, at);
        // By name even once the ID is known: another way to name the zone would replace the record, and Route 53 refuses a
        // second one of its name.
        var (blueprint, inputs) = props.HostedZoneId is { } zoneId
            ? RecordBlueprint.From(tree, zoneId, at)
            : RecordBlueprint.FromZoneName(tree, plan.ZoneName, props.DeployedZoneId, at);
        record.Emit(blueprint, inputs);
    }

    private string? HealthCheckOf(string region, RegionalHealth? health, MultiRegionApplicationPlan plan)
    {
        var id = $"{ResourceName.Of(region)}Health";
        return health switch
        {
            { Path: { } path } => new EndpointHealthCheck(RecordStack, id, new EndpointHealthCheckProps { DomainName = $"{region}.{plan.DomainName}", Path = path }).HealthCheckId,
            { AlarmName: { } alarm } => new AlarmHealthCheck(RecordStack, id, new AlarmHealthCheckProps
            {
                AlarmName = alarm,
                AlarmRegion = plan.Regions.First(known => known.Name == region).Region,
            }).HealthCheckId,
            _ => health?.HealthCheckId,
        };
    }

    private static StackProps GlobalStack(MultiRegionApplicationProps props, MultiRegionApplicationPlan plan, string description) => new()
    {
        Env = new Amazon.CDK.Environment { Account = props.Account, Region = plan.HomeRegion },
        Description = description,
    };
}
