using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>Says, in a resource's metadata, that the resource belongs to a tier of a network.</summary>
/// <remarks>
/// A tier is a named set of subnets and security groups (and, for a hub, of attachments: a segment is a tier of the hub; and
/// of firewalls or endpoints: an inspection is a tier too). An interface belongs to the tier when it is in one of its subnets or
/// has one of its groups.
/// <para>Metadata is used because CloudFormation keeps it as written and never sends it to the service; it must hold no
/// function. <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html"/></para>
/// </remarks>
/// <param name="Network">The network's name: the construct path of the pattern, such as <c>Dev/Network</c>.</param>
/// <param name="Tier">The tier's name in that network, such as <c>web</c>.</param>
public sealed record TierMember(string Network, string Tier)
{
    /// <summary>The key of the metadata entry: a list of memberships.</summary>
    public const string MetadataKey = "NetworkPatterns::Tiers";

    /// <summary>The tag whose value is a tier's name, for resources that no pattern made.</summary>
    public const string TagKey = "networkpatterns:tier";

    /// <summary>The metadata entry of a resource: <c>[{"network": "Dev/Network", "tier": "web"}]</c>.</summary>
    public static JsonArray ToJson(params IEnumerable<TierMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return [.. members.Select(member => new JsonObject { ["network"] = member.Network, ["tier"] = member.Tier })];
    }

    /// <summary>Reads a metadata entry; what is not a membership is added to the errors.</summary>
    /// <param name="json">The value under <see cref="MetadataKey"/>.</param>
    /// <param name="errors">Receives a sentence for each part that can't be read.</param>
    public static IReadOnlyList<TierMember> Read(JsonElement json, ICollection<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (json.ValueKind != JsonValueKind.Array)
        {
            errors.Add($"{MetadataKey} is not a list");
            return [];
        }

        var members = new List<TierMember>();
        foreach (var item in json.EnumerateArray())
        {
            if (GuaranteeJson.Text(item, "network") is { } network && GuaranteeJson.Text(item, "tier") is { } tier)
            {
                members.Add(new TierMember(network, tier));
            }
            else
            {
                errors.Add($"an entry of {MetadataKey} lacks a network or a tier");
            }
        }

        return members;
    }
}
