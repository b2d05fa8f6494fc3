using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>Says, in a resource's metadata, what is at the far end of an attachment that no template describes: a site, a VPC of another account, another Region's hub.</summary>
/// <remarks>
/// The analyzer takes the ranges for all that is there, and reasons about this side: what comes from there, and what is sent there. It is
/// written at the association of the attachment with its route table; for a VPN, whose attachment CloudFormation does not name, also at the connection, under
/// one <see cref="Name"/>; for a Direct Connect gateway at a virtual private gateway, at their association.
/// </remarks>
/// <param name="Ranges">Every range that is there.</param>
public sealed record OutsideNetwork(ImmutableArray<Cidr> Ranges)
{
    /// <summary>The key of the metadata entry.</summary>
    public const string MetadataKey = "NetworkPatterns::Outside";

    private const string RangesKey = "ranges";
    private const string NameKey = "name";

    /// <summary>What a VPN connection and the association of its attachment have in common, so that they are known to be of one network. Default: none.</summary>
    public string? Name { get; init; }

    /// <summary>The metadata entry: <c>{"ranges": ["192.168.0.0/16"], "name": "Dev/Office/berlin"}</c>.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { [RangesKey] = new JsonArray([.. Ranges.Select(range => (JsonNode)range.ToString())]) };
        if (Name is { } name)
        {
            json[NameKey] = name;
        }

        return json;
    }

    /// <summary>Reads a metadata entry; <see langword="null"/>, and an error, where it can't be read.</summary>
    /// <param name="json">The value under <see cref="MetadataKey"/>.</param>
    /// <param name="errors">Receives a sentence for what can't be read.</param>
    public static OutsideNetwork? Read(JsonElement json, ICollection<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var ranges = ImmutableArray.CreateBuilder<Cidr>();
        var list = GuaranteeJson.Find(json, RangesKey);
        foreach (var item in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [])
        {
            if (item.ValueKind != JsonValueKind.String || !Cidr.TryParse(item.GetString(), out var range))
            {
                errors.Add($"{MetadataKey} has {item.GetRawText()}, which is not a range");
                return null;
            }

            ranges.Add(range);
        }

        if (ranges.Count == 0)
        {
            errors.Add($"{MetadataKey} lacks ranges");
            return null;
        }

        return new(ranges.DrainToImmutable()) { Name = GuaranteeJson.Text(json, NameKey) };
    }

    /// <inheritdoc/>
    public bool Equals(OutsideNetwork? other) => other is not null && Name == other.Name && Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Ranges.Length);
}
