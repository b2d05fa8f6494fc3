namespace NetworkPatterns.Network.Reading;

/// <summary>What a rule's option <c>flow</c> says about the packets it matches.</summary>
/// <remarks>
/// The first packet of a flow goes to the server and is not yet of an established connection. A flow that a pass rule has matched
/// is looked at no more. Sources: https://docs.suricata.io/en/latest/rules/flow-keywords.html#flow and
/// https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html
/// </remarks>
/// <param name="OnlyEstablished">Whether it never matches the first packet.</param>
/// <param name="Undecidable">Why first packets alone do not decide what it does to a flow; null when they do.</param>
internal sealed record SuricataFlow(bool OnlyEstablished, string? Undecidable)
{
    public static bool IsFlow(SuricataOption option) => option.Name.Equals("flow", StringComparison.OrdinalIgnoreCase);

    public static SuricataFlow Of(SuricataRule rule)
    {
        var words = rule.Options.Where(IsFlow).SelectMany(option => option.Settings).Select(word => word.ToUpperInvariant()).ToList();
        var other = words.Find(word => word is not ("TO_SERVER" or "FROM_CLIENT" or "ESTABLISHED"));
        var onlyEstablished = words.Contains("ESTABLISHED");
        return new(
            onlyEstablished,
            other is not null ? $"the option 'flow:{other.ToLowerInvariant()}' looks at more than the first packet"
            : onlyEstablished && !rule.Protocol.Equals("tcp", StringComparison.OrdinalIgnoreCase) ? $"when a flow of {rule.Protocol} is established shows only in its packets"
            : null);
    }
}
