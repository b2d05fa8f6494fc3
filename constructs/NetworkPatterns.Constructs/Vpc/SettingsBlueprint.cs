using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>DHCP options, placement groups, block public access, encryption control and shares.</summary>
internal static class SettingsBlueprint
{
    private const string DhcpOptionsId = "DhcpOptions";

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        AddDhcpOptions(builder, plan, tags);
        AddPublicAccess(builder, plan, tags);
        AddEncryptionControl(builder, plan, tags);
        foreach (var tier in plan.Tiers.Where(tier => tier.Props.PlacementGroup is not null))
        {
            AddPlacementGroups(builder, tier, tags);
        }

        foreach (var share in plan.Shares)
        {
            AddShare(builder, plan, share, tags);
        }
    }

    /// <summary>The ids of a tier's placement groups: one, or one for each zone.</summary>
    public static IEnumerable<string> PlacementGroupIds(TierPlan tier) => tier.Props.PlacementGroup switch
    {
        null => [],
        { IsByZone: true } => tier.Subnets.Select(subnet => $"{tier.Id}PlacementGroup{ResourceName.Of(subnet.Zone.Label)}"),
        _ => [$"{tier.Id}PlacementGroup"],
    };

    private static void AddPlacementGroups(BlueprintBuilder builder, TierPlan tier, ResourceTags tags)
    {
        foreach (var id in PlacementGroupIds(tier))
        {
            builder.Add(
                id,
                "AWS::EC2::PlacementGroup",
                ("Strategy", tier.Props.PlacementGroup!.Name),
                ("PartitionCount", tier.Props.PlacementGroup.Partitions is { } partitions ? (Value)partitions : null),
                ("Tags", tags.Of(tier.Name, tier)));
        }
    }

    private static void AddDhcpOptions(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.Props.DhcpOptions is not { } options)
        {
            return;
        }

        builder
            .Add(
                DhcpOptionsId,
                "AWS::EC2::DHCPOptions",
                ("DomainName", options.DomainName is { } domain ? (Value)domain : null),
                ("DomainNameServers", ListOf(options.DomainNameServers)),
                ("NtpServers", ListOf(options.NtpServers)),
                ("NetbiosNameServers", ListOf(options.NetbiosNameServers)),
                ("Tags", tags.Of("dhcp-options")))
            .Add(
                $"{DhcpOptionsId}Association",
                "AWS::EC2::VPCDHCPOptionsAssociation",
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("DhcpOptionsId", Value.Ref(DhcpOptionsId)));
    }

    private static ListValue? ListOf(IReadOnlyList<string> texts) => texts.Count == 0 ? null : Value.List(texts.Select(Value.FromString));

    private static void AddPublicAccess(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.Props.BlockPublicAccess is { } block)
        {
            builder.Add(
                "BlockPublicAccess",
                "AWS::EC2::VPCBlockPublicAccessOptions",
                ("InternetGatewayBlockMode", block == PublicAccessBlock.Ingress ? "block-ingress" : "block-bidirectional"));
        }

        foreach (var tier in plan.Tiers.Where(tier => tier.Props.PublicAccessExclusion is not null))
        {
            foreach (var subnet in tier.Subnets)
            {
                builder.Add(
                    $"{subnet.Id}PublicAccessExclusion",
                    "AWS::EC2::VPCBlockPublicAccessExclusion",
                    ("SubnetId", Value.Ref(subnet.Id)),
                    ("InternetGatewayExclusionMode", tier.Props.PublicAccessExclusion == PublicAccessExclusion.Egress ? "allow-egress" : "allow-bidirectional"),
                    ("Tags", tags.Of($"{tier.Name}-{subnet.Zone.Label}", tier)));
            }
        }
    }

    private static void AddEncryptionControl(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.Props.EncryptionControl is not { } control)
        {
            return;
        }

        Value? Excluded(bool exists) => control == EncryptionControl.Monitor ? null : (Value)(exists ? "enable" : "disable");
        builder.Add(
            "EncryptionControl",
            "AWS::EC2::VPCEncryptionControl",
            ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
            ("Mode", control == EncryptionControl.Enforce ? "enforce" : "monitor"),
            ("InternetGatewayExclusionInput", Excluded(plan.HasInternetGateway)),
            ("EgressOnlyInternetGatewayExclusionInput", Excluded(plan.HasEgressOnlyInternetGateway)),
            ("NatGatewayExclusionInput", Excluded(plan.Nats.Any(nat => nat.Kind != NatKind.Instance))),
            ("Tags", tags.Of("encryption-control")));
    }

    private static void AddShare(BlueprintBuilder builder, ThreeTierVpcPlan plan, SubnetShare share, ResourceTags tags)
    {
        var subnets = plan.Tiers.Where(tier => share.Tiers.Contains(tier.Name, StringComparer.Ordinal)).SelectMany(tier => tier.Subnets);
        builder.Add(
            $"{ResourceName.Of(share.Name)}Share",
            "AWS::RAM::ResourceShare",
            ("Name", share.Name),
            ("AllowExternalPrincipals", false),
            ("ResourceArns", Value.List(subnets.Select(subnet => Value.Sub(
                "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:subnet/${Subnet}", ("Subnet", Value.Ref(subnet.Id)))))),
            ("Principals", Value.List(share.Principals.Order(StringComparer.Ordinal).Select(Principal))),
            ("Tags", tags.Of(share.Name)));
    }

    private static Value Principal(string principal) => principal.StartsWith("arn:", StringComparison.Ordinal)
        ? Value.Sub("arn:${AWS::Partition}:" + string.Join(':', principal.Split(':')[2..]))
        : principal;
}
