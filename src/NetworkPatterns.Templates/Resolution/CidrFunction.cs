using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>Fn::Cidr</c>: blocks one after another from the start of a range. The third argument counts host bits.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html</remarks>
internal static class CidrFunction
{
    public static ResolvedValue Cidr(Evaluation evaluation, JsonElement argument, Origin at)
    {
        if (argument.ValueKind != JsonValueKind.Array || argument.GetArrayLength() is < 2 or > 3)
        {
            return Evaluation.Malformed(at, "Fn::Cidr", "needs a range, a count and host bits");
        }

        var count = evaluation.Resolve(argument[1], at.Element(1)).AsInteger();
        var hostBits = argument.GetArrayLength() == 3
            ? evaluation.Resolve(argument[2], at.Element(2)).AsInteger()
            : Reading.Known(8L);
        if (!count.IsKnown || !hostBits.IsKnown)
        {
            return count.Unknown ?? hostBits.Unknown ?? Evaluation.Malformed(at, "Fn::Cidr", "has no count or host bits");
        }

        if (count.Value is < 1 or > 256 || hostBits.Value is < 0 or > 128)
        {
            return Evaluation.Malformed(at, "Fn::Cidr", "needs a count of 1 to 256 and host bits that fit an address");
        }

        var (blocks, bits) = ((int)count.Value, (int)hostBits.Value);
        return evaluation.Resolve(argument[0], at.Element(0)) switch
        {
            ReferenceValue reference => reference.With(at, new CidrDerivation(blocks, bits)),
            UnknownValue unknown => TextFunctions.Derived(
                unknown, at, string.Create(CultureInfo.InvariantCulture, $".Cidr({blocks}, {bits})")),
            var range => Blocks(range, blocks, bits, at),
        };
    }

    private static ResolvedValue Blocks(ResolvedValue range, int count, int hostBits, Origin at)
    {
        var text = range.AsText();
        if (!text.IsKnown || !Core.Addressing.Cidr.TryParse(text.Value, out var cidr))
        {
            return text.Unknown ?? Evaluation.Malformed(at, "Fn::Cidr", $"divides '{text}', which is not a range");
        }

        var prefixLength = cidr.AddressBits - hostBits;
        if (prefixLength < cidr.PrefixLength || cidr.CountOf(prefixLength) < (UInt128)count)
        {
            return Evaluation.Malformed(at, "Fn::Cidr", $"wants {count} blocks with {hostBits} host bits, and {cidr} holds fewer");
        }

        return new ListValue(at, [.. Enumerable.Range(0, count).Select(Block)]);

        ResolvedValue Block(int index) => new TextValue(at.Element(index), cidr.Subnet(prefixLength, (UInt128)index).ToString());
    }
}
