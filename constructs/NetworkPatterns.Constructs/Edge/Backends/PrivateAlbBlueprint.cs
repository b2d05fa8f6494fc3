using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The resources of a <see cref="PrivateAlb"/>.</summary>
internal static class PrivateAlbBlueprint
{
    public const string VpcLinkId = "VpcLink";

    private const int LongestName = 64;

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(
        PrivateAlbPlan plan, ThreeTierVpc network, string logBucketName, PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var name = plan.Path[Math.Max(0, plan.Path.Length - LongestName)..];
        AlbBlueprint.AddTo(
            builder,
            new(plan.Path, plan.Tier, IsInternal: true, plan.Props.IdleTimeout, plan.Props.DeletionProtection, plan.Listeners),
            network,
            logBucketName,
            inputs,
            secrets: []);
        if (plan.LinkTier is { } link)
        {
            builder.Add(
                VpcLinkId,
                "AWS::ApiGatewayV2::VpcLink",
                ("Name", name),
                ("SubnetIds", AlbBlueprint.SubnetsOf(link, network, inputs)),
                ("SecurityGroupIds", AlbBlueprint.GroupOf(link, network, inputs)),
                ("Tags", Value.Map(("Name", $"{name}/vpc-link"))));
        }

        if (plan.Props.VpcOrigin)
        {
            VpcOriginBlueprint.AddTo(builder, context, Value.Ref(LoadBalancerParts.LoadBalancerId), plan.Origin.Port);
        }

        return (builder.Build(plan.Path), inputs.Supplied);
    }
}
