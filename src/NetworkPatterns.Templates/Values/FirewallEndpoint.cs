namespace NetworkPatterns.Templates.Values;

/// <summary>One endpoint of a Network Firewall, as templates cut it out of <c>EndpointIds</c>.</summary>
/// <remarks>
/// <c>EndpointIds</c> is a list of <c>zone:endpoint</c> in no documented order. Templates take one by index
/// (<c>Select 1</c> of <c>Split ":"</c> of <c>Select n</c>), which is certain only for a firewall with one subnet, or by zone
/// (join the list, split it at <c>zone:</c>, take what follows up to the comma).
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-firewall.html</para>
/// </remarks>
/// <param name="Firewall">The firewall.</param>
/// <param name="Index">The place in the list; null where the template goes by zone.</param>
/// <param name="Zone">The zone; null where the template goes by index.</param>
public sealed record FirewallEndpoint(ResolvedResource Firewall, int? Index, string? Zone)
{
    /// <summary>The endpoint that a reference stands for; null where it is something else.</summary>
    public static FirewallEndpoint? Find(ReferenceValue reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var resource = reference.Resource;
        if (!string.Equals(resource.Type, "AWS::NetworkFirewall::Firewall", StringComparison.Ordinal)
            || !string.Equals(reference.Attribute, "EndpointIds", StringComparison.Ordinal))
        {
            return null;
        }

        return reference.Derivations.AsSpan() switch
        {
            [SelectDerivation place, SplitDerivation { Delimiter: ":" }, SelectDerivation { Index: 1 }] => new(resource, place.Index, Zone: null),
            [JoinDerivation { Delimiter: "," }, SplitDerivation zone, SelectDerivation { Index: 1 }, SplitDerivation { Delimiter: "," }, SelectDerivation { Index: 0 }]
                when zone.Delimiter.EndsWith(':') => new(resource, Index: null, zone.Delimiter[..^1]),
            _ => null,
        };
    }
}
