using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>NAT gateways with their Elastic IPs and alarms.</summary>
internal static class NatBlueprint
{
    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        foreach (var nat in plan.Nats)
        {
            // Without the attachment an Elastic IP cannot be mapped, and the gateway fails instead of waiting.
            foreach (var address in nat.ElasticIps.Where(address => address.Existing is null))
            {
                builder.Add(new(address.Id, "AWS::EC2::EIP", Value.Map(("Domain", "vpc"), ("Tags", tags.Of($"nat-{address.Zone.Label}"))))
                {
                    DependsOn = [RoutingBlueprint.AttachmentId],
                    LogicalId = address.LogicalId,
                });
            }

            if (nat.Kind == NatKind.Instance)
            {
                NatInstanceBlueprint.Add(builder, plan, nat, tags);
            }
            else
            {
                AddGateway(builder, nat, tags);
                AddAlarm(builder, plan, nat, tags);
            }
        }
    }

    private static void AddGateway(BlueprintBuilder builder, NatPlan nat, ResourceTags tags)
    {
        (string Key, Value? Value)[] properties = nat switch
        {
            { IsRegional: true } =>
            [
                ("AvailabilityMode", "regional"),
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("AvailabilityZoneAddresses", nat.ElasticIps.IsEmpty ? null : Value.List(nat.ElasticIps.Select(ZoneAddress))),
                ("Tags", tags.Of("nat-regional")),
            ],
            { IsPrivate: true } =>
            [
                ("ConnectivityType", "private"),
                ("SubnetId", Value.Ref(nat.Subnet!.Id)),
                ("Tags", tags.Of($"nat-private-{nat.Subnet.Zone.Label}")),
            ],
            _ =>
            [
                ("AllocationId", nat.ElasticIps[0].AllocationId),
                ("SubnetId", Value.Ref(nat.Subnet!.Id)),
                ("Tags", tags.Of($"nat-{nat.Subnet.Zone.Label}")),
            ],
        };
        builder.Add(new(nat.Id, "AWS::EC2::NatGateway", Value.Map(properties))
        {
            DependsOn = nat.IsPrivate ? [] : [RoutingBlueprint.AttachmentId],
            LogicalId = nat.IsPrivate ? null : nat.Subnet?.Existing?.NatGatewayId,
        });
    }

    private static Value ZoneAddress(ElasticIpPlan address) => Value.Map(
        ("AllocationIds", Value.List(address.AllocationId)),
        ("AvailabilityZone", SubnetBlueprint.ZoneName(address.Zone)),
        ("AvailabilityZoneId", address.Zone.AvailabilityZoneId is { } id ? (Value)id : null));

    private static void AddAlarm(BlueprintBuilder builder, ThreeTierVpcPlan plan, NatPlan nat, ResourceTags tags)
    {
        if (plan.NatAlarmTopics is not { } topics)
        {
            return;
        }

        LossAlarm.Add(
            builder,
            $"{nat.Id}PortAllocationAlarm",
            "A NAT gateway had no port left for a connection to one destination. Spread connections over more destinations, or give the gateway more addresses.",
            ("AWS/NATGateway", "ErrorPortAllocation"),
            ("NatGatewayId", nat.Id),
            topics,
            tags.Of(nat.Id));
    }
}
