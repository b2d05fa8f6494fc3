using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>Checks where an internal load balancer is to stand.</summary>
internal static class LoadBalancerTier
{
    public static void Check(TierPlan tier, string where, ProblemList problems)
    {
        if (tier.Intent is not (TierIntent.Isolated or TierIntent.Egress))
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerTier.At(
                where, $"tier '{tier.Name}' is for {tier.Intent}", "choose a tier that is Isolated or has Egress: an internal load balancer has no place in others"));
        }

        if (tier.Subnets.Length < 2)
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerZones.At(
                where, $"tier '{tier.Name}' has one zone only, {tier.Subnets[0].Zone}", "give the VPC at least two zones"));
        }
    }
}
