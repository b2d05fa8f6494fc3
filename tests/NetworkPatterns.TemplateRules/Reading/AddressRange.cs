using System.Globalization;
using System.Text.Json;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>A range of addresses: a literal block, or a part of a block that only deployment knows.</summary>
/// <param name="Base">What the offset counts from: empty for a literal, otherwise the unknown block (an IPAM allocation, an Amazon-provided /56).</param>
/// <param name="First">The first address, counted from the base.</param>
/// <param name="HostBits">The binary logarithm of the number of addresses; null when unknown.</param>
/// <param name="IsIPv6">The family.</param>
public sealed record AddressRange(string Base, UInt128 First, int? HostBits, bool IsIPv6)
{
    /// <summary>The prefix length; null when unknown.</summary>
    public int? PrefixLength => (IsIPv6 ? 128 : 32) - HostBits;

    /// <summary>Whether this is every address of its family.</summary>
    public bool IsEverything => Base.Length == 0 && PrefixLength == 0;

    private UInt128? Last => HostBits switch
    {
        null => null,
        128 => UInt128.MaxValue,
        { } bits => First + ((UInt128.One << bits) - 1),
    };

    /// <summary>Whether some address is in both; null when that can't be told.</summary>
    public bool? Overlaps(AddressRange other)
    {
        if (IsIPv6 != other.IsIPv6)
        {
            return false;
        }

        if (IsEverything || other.IsEverything || this == other)
        {
            return true;
        }

        return Base == other.Base && Last is { } last && other.Last is { } otherLast
            ? First <= otherLast && other.First <= last
            : null;
    }

    /// <summary>Whether every address of another is in this; null when that can't be told.</summary>
    public bool? Contains(AddressRange other)
    {
        if (IsIPv6 != other.IsIPv6)
        {
            return false;
        }

        if (IsEverything || this == other)
        {
            return true;
        }

        return Base == other.Base && Last is { } last && other.Last is { } otherLast
            ? First <= other.First && otherLast <= last
            : null;
    }

    /// <summary>The range of a literal block.</summary>
    public static AddressRange Of(Cidr cidr) => new("", cidr.First, cidr.AddressBits - cidr.PrefixLength, cidr.IsIPv6);

    /// <summary>The range that a value stands for, or null: a literal, a VPC's or subnet's own block, or a <c>Fn::Select</c> of a <c>Fn::Cidr</c> of one.</summary>
    public static AddressRange? Of(Value value) => value.Json is { } json ? Of(value.Owner.Template, json, depth: 0) : null;

    private static AddressRange? Of(Template template, JsonElement json, int depth)
    {
        if (depth > 16)
        {
            return null;
        }

        if (json.ValueKind == JsonValueKind.String)
        {
            return Cidr.TryParse(json.GetString(), out var cidr) ? Of(cidr) : null;
        }

        if (References.TryRead(json) is { } reference)
        {
            return OfAttribute(template, reference, depth);
        }

        return Value.Function(json) == "Fn::Select"
            && json.GetProperty("Fn::Select") is { ValueKind: JsonValueKind.Array } select
            && select.GetArrayLength() == 2
            && WholeNumber(select[0]) is { } index
                ? OfElement(template, index, select[1], depth)
                : null;
    }

    private static AddressRange? OfAttribute(Template template, Reference reference, int depth)
    {
        var target = template.Find(reference.LogicalId);
        if (target?.Type is not ("AWS::EC2::VPC" or "AWS::EC2::Subnet") || reference.Attribute != "CidrBlock")
        {
            return null;
        }

        return target["CidrBlock"].Json is { } literal
            ? Of(template, literal, depth + 1)
            : new(Key(reference), 0, 32 - target["Ipv4NetmaskLength"].Number, IsIPv6: false);
    }

    private static AddressRange? OfElement(Template template, int index, JsonElement list, int depth)
    {
        if (References.TryRead(list) is { Attribute: "Ipv6CidrBlocks" } reference)
        {
            // What a VPC gets from Amazon is a /56, a subnet always has a /64; an IPAM pool may give a VPC another length.
            var isSubnet = template.Find(reference.LogicalId)?.Type == "AWS::EC2::Subnet";
            var length = isSubnet ? 64 : Ipv6LengthOf(template, reference.LogicalId);
            return new($"{Key(reference)}[{index.ToString(CultureInfo.InvariantCulture)}]", 0, 128 - length, IsIPv6: true);
        }

        if (FnCidr.TryRead(list) is not { } blocks
            || Of(template, blocks.Block, depth + 1) is not { } parent
            || index >= blocks.Count)
        {
            return null;
        }

        var range = new AddressRange(parent.Base, parent.First + ((UInt128)index << blocks.Bits), blocks.Bits, parent.IsIPv6);
        return parent.Contains(range) == false ? null : range;
    }

    private static int? Ipv6LengthOf(Template template, string vpc)
    {
        var block = template.Resources.FirstOrDefault(resource =>
            resource.Type == "AWS::EC2::VPCCidrBlock" && resource["VpcId"].Reference?.LogicalId == vpc && VpcBlocks.IsIPv6(resource));
        return block is null ? null : block["AmazonProvidedIpv6CidrBlock"].Flag == true ? 56 : block["Ipv6NetmaskLength"].Number;
    }

    internal static int? WholeNumber(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(json.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static string Key(Reference reference) => $"{reference.LogicalId}.{reference.Attribute}";
}

/// <summary>The arguments of a <c>Fn::Cidr</c>.</summary>
internal sealed record FnCidr(JsonElement Block, int Count, int Bits)
{
    internal static FnCidr? TryRead(JsonElement json)
    {
        if (Value.Function(json) != "Fn::Cidr" || json.GetProperty("Fn::Cidr") is not { ValueKind: JsonValueKind.Array } arguments)
        {
            return null;
        }

        return arguments.GetArrayLength() == 3
            && AddressRange.WholeNumber(arguments[1]) is { } count
            && AddressRange.WholeNumber(arguments[2]) is { } bits
                ? new(arguments[0], count, bits)
                : null;
    }
}
