using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>What a hub tells other stacks, in one SSM parameter; <see cref="ExportFormat"/> says how it is written.</summary>
internal static class HubExport
{
    public const string GatewayKey = "gateway";
    public const string InspectionKey = "@inspection-attachment";

    public static void Add(BlueprintBuilder builder, TransitGatewayHubPlan plan)
    {
        if (plan.Props.ExportName is { } name)
        {
            builder.Add(
                "Export",
                "AWS::SSM::Parameter",
                ("Type", "String"),
                ("Name", name),
                ("Description", $"What {plan.Path} has, for TransitGatewayHub.FromExport"),
                ("Value", Value.Join("", Parts(plan))));
        }
    }

    /// <summary>The key of a table.</summary>
    public static string KeyOf(string table) => $"table:{table}";

    private static IEnumerable<Value> Parts(TransitGatewayHubPlan plan)
    {
        yield return ExportFormat.Version + ExportFormat.Before(GatewayKey);
        yield return Value.Ref(TransitGatewayHubBlueprint.GatewayId);
        foreach (var table in plan.Tables)
        {
            yield return ExportFormat.Before(KeyOf(table.Name));
            yield return Value.Ref(table.Id);
        }

        if (plan.Policy.HasInspection)
        {
            yield return ExportFormat.Before(InspectionKey);
            yield return InspectionBlueprint.AttachmentOf(plan);
        }

        yield return ExportFormat.EntryMark;
    }
}
