using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>A VPC's part of a multicast domain, settled.</summary>
/// <param name="Context">Where it stands.</param>
/// <param name="Tiers">The tiers whose subnets are in the domain.</param>
/// <param name="Groups">The groups with registered interfaces, by name.</param>
/// <param name="HasIgmp">Whether members join by themselves.</param>
internal sealed record MulticastMembershipPlan(PatternContext Context, ImmutableArray<TierPlan> Tiers, ImmutableArray<MulticastGroup> Groups, bool HasIgmp)
{
    private const string DomainInput = "DomainId";
    private const string AttachmentInput = "AttachmentId";

    /// <summary>Plans the membership.</summary>
    /// <exception cref="PlanException">Carries every problem of the props, and those that were found before.</exception>
    public static MulticastMembershipPlan From(
        IReadOnlyList<string> tiers,
        IReadOnlyList<MulticastGroup> groups,
        MulticastMode mode,
        string domain,
        ThreeTierVpcPlan network,
        IReadOnlyDictionary<string, string> taken,
        PatternContext context,
        ProblemList problems)
    {
        MulticastRules.CheckTiers(tiers, domain, network, taken, context, problems);
        MulticastRules.CheckGroups(groups, mode, context, problems);
        if (mode == MulticastMode.Igmp)
        {
            MulticastRules.CheckAcls(tiers, network, context, problems);
        }

        problems.ThrowIfAny();
        return new(
            context,
            [.. network.Tiers.Where(tier => tiers.Contains(tier.Name, StringComparer.Ordinal))],
            [.. groups.OrderBy(group => group.Name, StringComparer.Ordinal)],
            mode == MulticastMode.Igmp);
    }

    /// <summary>The blueprint, and the tokens that it needs.</summary>
    /// <param name="domainId">The domain's ID as the VPC's stack sees it.</param>
    /// <param name="attachmentId">The attachment's ID.</param>
    /// <param name="vpc">The VPC's resources.</param>
    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) ToBlueprint(string domainId, string attachmentId, Synthesis.EmittedBlueprint vpc)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, Context.IsToken);
        var domain = inputs.Of(DomainInput, domainId);
        var attachment = inputs.Of(AttachmentInput, attachmentId);
        var associations = ImmutableArray.CreateBuilder<string>();
        foreach (var subnet in Tiers.SelectMany(tier => tier.Subnets))
        {
            associations.Add($"{subnet.Id}Association");
            builder.Add(
                $"{subnet.Id}Association",
                "AWS::EC2::TransitGatewayMulticastDomainAssociation",
                ("TransitGatewayMulticastDomainId", domain),
                ("TransitGatewayAttachmentId", attachment),
                ("SubnetId", inputs.Of(subnet.Id, vpc.Ref(subnet.Id))));
        }

        foreach (var group in Groups)
        {
            Register(builder, inputs, group, "Member", group.Members, domain, associations.ToImmutable());
            Register(builder, inputs, group, "Source", group.Sources, domain, associations.ToImmutable());
        }

        foreach (var tier in HasIgmp ? Tiers : [])
        {
            IgmpBlueprint.Add(
                builder, tier, inputs.Of(tier.NetworkAclId, vpc.Ref(tier.NetworkAclId)), inputs.Of(tier.SecurityGroupId, vpc.GetAtt(tier.SecurityGroupId, "GroupId")));
        }

        return (builder.Build(Context.Path), inputs.Supplied);
    }

    // An interface can be registered once its subnet is in the domain.
    private static void Register(
        BlueprintBuilder builder,
        TokenInputs inputs,
        MulticastGroup group,
        string role,
        IReadOnlyDictionary<string, string> interfaces,
        Value domain,
        ImmutableArray<string> associations)
    {
        foreach (var (name, networkInterface) in interfaces.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            var id = $"{ResourceName.Of(group.Name)}{ResourceName.Of(name)}{role}";
            builder.Add(new(id, $"AWS::EC2::TransitGatewayMulticastGroup{role}", Value.Map(
                ("TransitGatewayMulticastDomainId", domain),
                ("GroupIpAddress", group.Address),
                ("NetworkInterfaceId", inputs.Of($"{id}Interface", networkInterface))))
            {
                DependsOn = associations,
            });
        }
    }
}
