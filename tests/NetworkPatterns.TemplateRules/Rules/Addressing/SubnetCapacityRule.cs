using System.Globalization;
using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Addressing;

/// <summary>N10. Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html</summary>
/// <remarks>A subnet says in its metadata how many addresses were asked for. A block that an IPAM pool gives is of a known size by its <c>Fn::Cidr</c>.</remarks>
public sealed class SubnetCapacityRule() : ResourceRule(
    "N10", "A subnet has as many addresses as were asked for, without the five that AWS keeps.", "AWS::EC2::Subnet")
{
    private const string MinimumAddresses = "NetworkPatterns::MinimumAddresses";
    private const int ReservedAddresses = 5;
    private const int AddressBits = 32;

    protected override bool Applies(Resource subnet) => Asked(subnet) is not null;

    protected override IEnumerable<string> Problems(Resource subnet)
    {
        if (Asked(subnet) is not { ValueKind: JsonValueKind.Number } asked)
        {
            yield return $"its metadata {MinimumAddresses} is not a number";
        }
        else if (HostBits(subnet["CidrBlock"]) is not { } bits)
        {
            yield return Unknown("CidrBlock", subnet["CidrBlock"]);
        }
        else if ((1L << bits) - ReservedAddresses is var usable && usable < asked.GetInt64())
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"has {usable} addresses to use, and {asked.GetInt64()} were asked for");
        }
    }

    private static JsonElement? Asked(Resource subnet) =>
        subnet.Json.TryGetProperty("Metadata", out var metadata) && metadata.TryGetProperty(MinimumAddresses, out var asked) ? asked : null;

    // 10.0.0.0/20, or one of the blocks of Fn::Cidr [block, count, bits].
    private static int? HostBits(Value block) =>
        block.Text?.Split('/') is [_, var prefix] && int.TryParse(prefix, CultureInfo.InvariantCulture, out var length) && length <= AddressBits ? AddressBits - length
        : block["Fn::Select"].Items is [_, var blocks] && blocks["Fn::Cidr"].Items is [_, _, var bits] ? bits.Number
        : null;
}
