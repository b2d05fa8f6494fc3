using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>The records of one name under one routing policy, with the groups of records that they lead to.</summary>
/// <remarks>
/// Emits an <c>AWS::Route53::RecordSet</c> for each record and type, an <c>AWS::Route53::RecordSetGroup</c> for a
/// geoproximity group (CloudFormation knows geoproximity only there), and an <c>AWS::Route53::CidrCollection</c> for an
/// IP-based group. Aliases wait for the records that they point to.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html</para>
/// </remarks>
public abstract class RoutedRecords : Construct
{
    private protected RoutedRecords(Construct scope, string id, RecordGroupProps props, RoutingPolicy policy)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(policy == RoutingPolicy.Simple ? nameof(SimpleRecordProps) : nameof(RecordGroupProps));
        Tree = RecordTree.From(new()
        {
            Path = context.Path,
            PropsType = context.PropsType,
            ZoneName = props.Zone.ZoneName,
            Name = props.Name,
            Type = props.Type,
            Policy = policy,
            TtlSeconds = props.Ttl is { } ttl ? (long)ttl.TotalSeconds : null,
            DualStack = props.DualStack,
            Members = [.. props.Members],
            IsPrivateZone = AsksForPublicZone(props.Members) && Zones.IsPrivate(props.Zone),
            IsToken = context.IsToken,
        });
        var (blueprint, inputs) = RecordBlueprint.From(Tree, props.Zone.HostedZoneId, context);
        Resources = this.Emit(blueprint, inputs);
        foreach (var warning in Tree.Warnings)
        {
            Annotations.Of(this).AddWarningV2($"{warning.Code}:{warning.Where}", warning.ToString());
        }
    }

    internal EmittedBlueprint Resources { get; }

    /// <summary>The records as data: for <see cref="DnsSimulator"/> and <see cref="RecordTreeRenderer"/>.</summary>
    public RecordTree Tree { get; }

    /// <summary>The full name that clients ask for.</summary>
    public string RecordName => Tree.Root.Name;

    // Only where it matters: to ask CDK what a zone is costs a crossing.
    private static bool AsksForPublicZone(IEnumerable<RecordMember> members) => members.Any(member =>
        member is { Selector: RoutingSelector.IpBased } or { Target: AliasTarget { Kind: AliasTargetKind.CloudFront } }
        || (member.Target is GroupTarget group && AsksForPublicZone(group.Members)));

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>RecordEuWest1A</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => Resources.GetResource(id);
}

/// <summary>A record that stands alone under its name and type: values, all answered in random order, or one alias.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-simple.html</remarks>
public sealed class SimpleRecord : RoutedRecords
{
    /// <summary>Plans the record and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public SimpleRecord(Construct scope, string id, SimpleRecordProps props)
        : base(scope, id, GroupOf(props), RoutingPolicy.Simple)
    {
    }

    private static RecordGroupProps GroupOf(SimpleRecordProps props)
    {
        ArgumentNullException.ThrowIfNull(props);
        return new()
        {
            Zone = props.Zone,
            Name = props.Name,
            Type = props.Type,
            Ttl = props.Ttl,
            DualStack = props.DualStack,
            Members = [RecordMember.Simple(props.Target)],
        };
    }
}
