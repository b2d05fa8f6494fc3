using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>What a service network promises: its client tiers reach its services on their ports, and no other tier of their VPCs does.</summary>
internal static class LatticeGuarantees
{
    public static ImmutableArray<Guarantee> Of(LatticeServiceNetworkProps props)
    {
        var guarantees = ImmutableArray.CreateBuilder<Guarantee>();
        foreach (var service in props.Services.OrderBy(service => service.Name, StringComparer.Ordinal))
        {
            ImmutableArray<Traffic> traffic = [.. service.Listeners.Select(listener => listener.ActualPort).Order().Select(port => Traffic.Tcp(port))];
            foreach (var vpc in props.Vpcs.OrderBy(vpc => vpc.Name, StringComparer.Ordinal))
            {
                foreach (var tier in vpc.Network.Plan.Tiers.Where(tier => tier.IsForWorkloads))
                {
                    var client = Party.Tier(vpc.Network.Plan.Path, tier.Name);
                    if (vpc.Clients.Contains(tier.Name, StringComparer.Ordinal))
                    {
                        guarantees.Add(new CanReach(client, Party.Tier(service.Name), traffic));
                        guarantees.Add(new ReachesAtMost(client, Party.Tier(service.Name), traffic));
                    }
                    else
                    {
                        guarantees.Add(new NeverReaches(client, Party.Tier(service.Name)));
                    }
                }
            }
        }

        return guarantees.DrainToImmutable();
    }
}
