using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-ipset-match.html</summary>
/// <remarks>A set has one family, so blocks of both become two sets and the statement asks for either.</remarks>
internal sealed class AddressStatement(string name, ImmutableArray<string> blocks, WafForwardedAddress? forwarded) : WafStatement
{
    // https://docs.aws.amazon.com/waf/latest/developerguide/limits.html
    private const int MostBlocks = 10_000;

    internal override int Capacity => Families.Length;

    internal string Name { get; } = name;

    internal bool IsForwarded => forwarded is not null;

    internal string Content => string.Join('\n', blocks);

    private ImmutableArray<(bool IsIPv6, string Id, ImmutableArray<string> Blocks)> Families =>
    [
        .. blocks
            .Where(block => Cidr.TryParse(block, out _))
            .GroupBy(block => Cidr.Parse(block).IsIPv6)
            .OrderBy(family => family.Key)
            .Select(family => (family.Key, $"{ResourceName.Of(Name)}{(family.Key ? "IPv6" : "IPv4")}Addresses", family.ToImmutableArray())),
    ];

    internal override IEnumerable<StatementFault> Faults()
    {
        if (blocks.IsEmpty)
        {
            yield return new(DiagnosticCatalogue.WafAddresses, $"the set '{Name}' has no address, and would match nobody", "give blocks, or leave the rule out");
        }

        foreach (var block in blocks)
        {
            if (!Cidr.TryParse(block, out var cidr))
            {
                yield return new(DiagnosticCatalogue.WafAddresses, $"'{block}' is not a block of addresses", "write it like 198.51.100.0/24 or 2001:db8::/32, with host bits zero");
            }
            else if (cidr.PrefixLength == 0)
            {
                yield return new(DiagnosticCatalogue.WafAddresses, $"'{block}' is every address, which AWS WAF does not take", "let the WebACL's default action say what happens to everybody");
            }
        }

        foreach (var family in Families.Where(family => family.Blocks.Length > MostBlocks))
        {
            yield return new(DiagnosticCatalogue.WafAddresses, $"the set '{Name}' has {family.Blocks.Length} blocks of one family, and a set at most {MostBlocks}", "divide it into several sets");
        }
    }

    internal void AddSets(BlueprintBuilder builder, WafScope scope, ListValue tags)
    {
        foreach (var (isIPv6, id, addresses) in Families)
        {
            builder.Add(
                id,
                "AWS::WAFv2::IPSet",
                ("Scope", WebAclPlan.NameOf(scope)),
                ("IPAddressVersion", isIPv6 ? "IPV6" : "IPV4"),
                ("Addresses", Value.List(addresses.Distinct(StringComparer.Ordinal).Select(address => (Value)address))),
                ("Tags", tags));
        }
    }

    internal override MapValue ToValue()
    {
        ImmutableArray<MapValue> sets = [.. Families.Select(family => Value.Map(("IPSetReferenceStatement", Value.Map(
            ("Arn", Value.GetAtt(family.Id, "Arn")), ("IPSetForwardedIPConfig", forwarded?.ToIpSetValue())))))];
        return sets.Length == 1 ? sets[0] : Value.Map(("OrStatement", Value.Map(("Statements", Value.List(sets)))));
    }
}
