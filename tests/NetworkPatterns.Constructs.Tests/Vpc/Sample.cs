using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>VPCs for tests, planned without CDK.</summary>
internal static class Sample
{
    public const string Path = "Dev/Network";
    public static readonly IReadOnlyList<ZoneInput> TwoZones = ["eu-west-1a", "eu-west-1b"];
    public static readonly IReadOnlyList<ZoneInput> ThreeZones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    public static PatternContext Context { get; } =
        new(Path, nameof(ThreeTierVpcProps), "eu-west-1", text => text.Contains("${Token[", StringComparison.Ordinal));

    public static ThreeTierVpcProps Minimal(IReadOnlyList<ZoneInput>? zones = null) =>
        new() { CidrBlock = "10.0.0.0/16", Zones = zones ?? ThreeZones };

    public static ThreeTierVpcPlan Plan(this ThreeTierVpcProps props) => ThreeTierVpcPlan.From(props, Context);

    public static Blueprint Blueprint(this ThreeTierVpcProps props) => ThreeTierVpcBlueprint.From(props.Plan());

    /// <summary>The template that plain C# renders.</summary>
    public static JsonObject Plain(this ThreeTierVpcProps props) =>
        JsonNode.Parse(BlueprintRenderer.Render(props.Blueprint()).Span)!.AsObject();

    public static IReadOnlyList<TierProps> Tiers(
        IReadOnlyList<TrafficRule>? web = null,
        IReadOnlyList<TrafficRule>? app = null,
        IReadOnlyList<TrafficRule>? data = null,
        params IEnumerable<TierProps> more) =>
    [
        new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = web ?? [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)] },
        new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Ingress = app ?? [TrafficRule.Tcp(8080, TrafficPeer.Tier("web"))] },
        new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = data ?? [TrafficRule.Tcp(3306, TrafficPeer.Tier("app"))] },
        .. more,
    ];
}
