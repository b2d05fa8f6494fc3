using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Tests.Addressing;

/// <summary>The inputs that the tests start from, and short ways to look at what comes out.</summary>
internal static class Plans
{
    internal static AddressPlanInput ThreeTiers => new()
    {
        Path = "Dev/Network",
        PropsType = "ThreeTierVpcProps",
        Region = "eu-west-1",
        CidrBlock = "10.0.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
        Tiers = [new("web", 0), new("app", 1), new("data", 2)],
    };

    internal static AddressPlanInput WithTier(this AddressPlanInput input, params ReadOnlySpan<TierInput> tiers) =>
        input with { Tiers = [.. input.Tiers, .. tiers] };

    internal static AddressPlanInput WithZones(this AddressPlanInput input, params ReadOnlySpan<ZoneInput> zones) =>
        input with { Zones = [.. zones] };

    internal static string Show(this PlannedSubnet subnet) => $"{subnet.Tier} {subnet.Zone} {subnet.CidrBlock} {subnet.Ipv6Index}";

    internal static string[] Show(this AddressPlan plan) => [.. plan.Subnets.Select(Show)];

    internal static ImmutableArray<Problem> ProblemsOf(AddressPlanInput input) =>
        Should.Throw<PlanException>(() => AddressPlan.From(input)).Problems;

    internal static Problem OnlyProblemOf(AddressPlanInput input) => ProblemsOf(input).ShouldHaveSingleItem();
}
