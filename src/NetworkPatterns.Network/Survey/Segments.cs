using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;

namespace NetworkPatterns.Network.Survey;

/// <summary>Which segment a VPC is in: a tier of a hub that has its attachment, or the Transit Gateway table that routes what it sends.</summary>
internal sealed class Segments
{
    private readonly Dictionary<ComponentId, string> _names = [];

    public Segments(NetworkModel model, ImmutableArray<Tier> tiers)
    {
        var defaults = model.All<TransitGateway>()
            .Where(gateway => gateway.DefaultAssociation is { IsKnown: true, Value: true })
            .ToDictionary(gateway => gateway.Id, gateway => gateway.DefaultRouteTable);
        foreach (var attachment in model.All<TransitGatewayAttachment>())
        {
            if (attachment.Resource is not AttachedResource.OfVpc { Vpc: var vpc })
            {
                continue;
            }

            var table = attachment.Association ?? (attachment.TransitGateway is { IsKnown: true, Value: var gateway } && defaults.TryGetValue(gateway, out var own) ? own : default(Maybe<ComponentId>?));
            if (tiers.FirstOrDefault(tier => tier.Members.Contains(attachment.Id)) is { } tier)
            {
                _names[vpc] = tier.Name.Network.Length == 0 ? tier.Name.Tier : $"{tier.Name.Network}/{tier.Name.Tier}";
            }
            else if (table is { IsKnown: true, Value: var id })
            {
                _names.TryAdd(vpc, id.ToString());
            }
        }
    }

    /// <summary>The segment's name; null for a VPC without one.</summary>
    public string? Find(ComponentId vpc) => _names.GetValueOrDefault(vpc);
}
