using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What a VPC tells other stacks, in one SSM parameter.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html</remarks>
internal static class ExportBlueprint
{
    /// <summary>The most characters of a standard parameter.</summary>
    public const int LongestValue = 4096;

    // IDs have 17 characters behind their prefix; a block has at most 18, the name of a zone 15.
    private const int LengthOfIds = 24;

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan)
    {
        if (plan.Props.ExportName is { } name)
        {
            builder.Add(
                "Export",
                "AWS::SSM::Parameter",
                ("Type", "String"),
                ("Name", name),
                ("Description", $"What {plan.Path} has, for ThreeTierVpc.FromExport"),
                ("Value", Value.Join("", Parts(plan))));
        }
    }

    /// <summary>The most characters that the export can have; 0 without one.</summary>
    public static int LengthOf(ThreeTierVpcPlan plan) => plan.Props.ExportName is null
        ? 0
        : Parts(plan).Sum(part => part is TextValue text ? text.Text.Length : LengthOfIds);

    private static IEnumerable<Value> Parts(ThreeTierVpcPlan plan)
    {
        yield return ExportFormat.Version + ExportFormat.Before(ExportFormat.VpcKey);
        yield return Value.Ref(ThreeTierVpcBlueprint.VpcId);
        yield return ExportFormat.ValueMark;
        yield return Value.GetAtt(ThreeTierVpcBlueprint.VpcId, "CidrBlock");
        foreach (var tier in plan.Tiers)
        {
            if (tier.IsForWorkloads)
            {
                yield return ExportFormat.Before(ExportFormat.KeyOf(tier.Name, tier.Slot));
                yield return Value.GetAtt(tier.SecurityGroupId, "GroupId");
            }

            foreach (var subnet in tier.Subnets)
            {
                yield return ExportFormat.Before(ExportFormat.KeyOf(tier.Name, tier.Slot, subnet.Zone.Label));
                yield return Value.Ref(subnet.Id);
                yield return ExportFormat.ValueMark;
                yield return Value.Ref(plan.RouteTables.First(table => table.Subnets.Contains(subnet)).Id);
                if (subnet.Zone.Kind != ZoneKind.Name)
                {
                    yield return ExportFormat.ValueMark;
                    yield return Value.GetAtt(subnet.Id, "AvailabilityZone");
                }
            }
        }

        yield return ExportFormat.EntryMark;
    }
}
