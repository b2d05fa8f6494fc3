using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>Everything that one network promises, as its pattern writes it into the metadata of the network's main resource.</summary>
/// <remarks>
/// The main resource is the VPC of a VPC pattern, the Transit Gateway of a hub, the load balancer or distribution of a front
/// door. A template may hold several sets. Tiers are named, never referenced: who belongs to one is said by
/// <see cref="TierMember"/> on each member, so nothing here depends on logical IDs.
/// </remarks>
/// <param name="Network">The network's name: the construct path of the pattern, such as <c>Dev/Network</c>.</param>
/// <param name="Guarantees">What it promises.</param>
public sealed record GuaranteeSet(string Network, ImmutableArray<Guarantee> Guarantees)
{
    /// <summary>The key of the metadata entry of a resource. Entries of a template's own metadata begin with it.</summary>
    public const string MetadataKey = "NetworkPatterns::Guarantees";

    /// <summary>The version of the schema that is written, and the latest that is read.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The metadata entry: <c>{"version": 1, "network": ..., "guarantees": [{"kind": ..., "from": ..., "to": ...}]}</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["version"] = SchemaVersion,
        ["network"] = Network,
        ["guarantees"] = new JsonArray([.. Guarantees.Select(guarantee => guarantee.ToJson())]),
    };

    /// <summary>Reads a metadata entry. What can't be read is added to the errors and never dropped in silence.</summary>
    /// <param name="json">The value under <see cref="MetadataKey"/>.</param>
    /// <param name="errors">Receives a sentence for each part that can't be read.</param>
    /// <returns>The set with what could be read; null where the entry is not a set at all.</returns>
    public static GuaranteeSet? Read(JsonElement json, ICollection<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var version = GuaranteeJson.Find(json, "version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number is < 1 or > SchemaVersion)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{MetadataKey} has no version that is known (1 to {SchemaVersion})"));
            return null;
        }

        var list = GuaranteeJson.Find(json, "guarantees");
        if (GuaranteeJson.Text(json, "network") is not { Length: > 0 } network || list.ValueKind != JsonValueKind.Array)
        {
            errors.Add($"{MetadataKey} lacks a network or a list of guarantees");
            return null;
        }

        var guarantees = ImmutableArray.CreateBuilder<Guarantee>();
        foreach (var item in list.EnumerateArray())
        {
            if (Guarantee.TryRead(item, out var guarantee))
            {
                guarantees.Add(guarantee);
            }
            else
            {
                errors.Add($"{MetadataKey} of {network}: {item.GetRawText()} is not a guarantee");
            }
        }

        return new GuaranteeSet(network, guarantees.DrainToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(GuaranteeSet? other) =>
        other is not null && string.Equals(Network, other.Network, StringComparison.Ordinal) && Guarantees.SequenceEqual(other.Guarantees);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Network, Guarantees.Length);
}
