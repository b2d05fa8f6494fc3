using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>A promise about who reaches whom, that the analyzer proves or refutes on the synthesized template.</summary>
/// <remarks>
/// <para>A promise that something works (<see cref="CanReach"/>) is about interfaces placed as the pattern means it: in any of the
/// tier's subnets, with all of its groups; where the template has none yet, one is assumed.</para>
/// <para>A promise that something can't happen (the others) is about every interface in one of the tier's subnets or with one of
/// its groups, and also about such an assumed one.</para>
/// </remarks>
/// <param name="From">Who opens the conversation.</param>
/// <param name="To">Who answers.</param>
public abstract record Guarantee(Party From, Party To)
{
    /// <summary>The promise's name in JSON.</summary>
    private protected abstract string Kind { get; }

    internal virtual JsonObject ToJson() => new()
    {
        ["kind"] = Kind,
        ["from"] = From.ToString(),
        ["to"] = To.ToString(),
    };

    internal static bool TryRead(JsonElement json, [NotNullWhen(true)] out Guarantee? guarantee)
    {
        guarantee = null;
        if (!Party.TryParse(GuaranteeJson.Text(json, "from"), out var from)
            || !Party.TryParse(GuaranteeJson.Text(json, "to"), out var to))
        {
            return false;
        }

        guarantee = GuaranteeJson.Text(json, "kind") switch
        {
            CanReach.Name when TryReadTraffic(json, out var traffic) => new CanReach(from, to, traffic),
            ReachesAtMost.Name when TryReadTraffic(json, out var traffic) => new ReachesAtMost(from, to, traffic),
            NeverReaches.Name => new NeverReaches(from, to),
            OnlyThrough.Name when Party.TryParse(GuaranteeJson.Text(json, "through"), out var through) => new OnlyThrough(from, to, through),
            SingleEntrance.Name when from is InternetParty && Party.TryParse(GuaranteeJson.Text(json, "through"), out var entrance) => new SingleEntrance(to, entrance),
            _ => null,
        };
        return guarantee is not null;
    }

    private protected static JsonArray ToJson(ImmutableArray<Traffic> traffic) => [.. traffic.Select(item => item.ToJson())];

    private static bool TryReadTraffic(JsonElement json, out ImmutableArray<Traffic> traffic)
    {
        traffic = [];
        var list = GuaranteeJson.Find(json, "traffic");
        if (list.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (!Traffic.TryRead(item, out var read))
            {
                return false;
            }

            traffic = traffic.Add(read);
        }

        return traffic.Length > 0;
    }
}

/// <summary>All of this traffic gets through, and its answers come back.</summary>
/// <param name="From">Who opens the conversation.</param>
/// <param name="To">Who answers.</param>
/// <param name="Traffic">What must get through; at least one.</param>
public sealed record CanReach(Party From, Party To, ImmutableArray<Traffic> Traffic) : Guarantee(From, To)
{
    internal const string Name = "can-reach";

    /// <inheritdoc/>
    public bool Equals(CanReach? other) =>
        other is not null && From == other.From && To == other.To && Traffic.SequenceEqual(other.Traffic);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, To, Traffic.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{From} can reach {To} on {string.Join(", ", Traffic)}";

    private protected override string Kind => Name;

    internal override JsonObject ToJson()
    {
        var json = base.ToJson();
        json["traffic"] = ToJson(Traffic);
        return json;
    }
}

/// <summary>Nothing but this traffic gets through; whether it does is not promised.</summary>
/// <param name="From">Who opens the conversation.</param>
/// <param name="To">Who answers.</param>
/// <param name="Traffic">What may get through; at least one.</param>
public sealed record ReachesAtMost(Party From, Party To, ImmutableArray<Traffic> Traffic) : Guarantee(From, To)
{
    internal const string Name = "reaches-at-most";

    /// <inheritdoc/>
    public bool Equals(ReachesAtMost? other) =>
        other is not null && From == other.From && To == other.To && Traffic.SequenceEqual(other.Traffic);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, To, Traffic.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{From} reaches {To} at most on {string.Join(", ", Traffic)}";

    private protected override string Kind => Name;

    internal override JsonObject ToJson()
    {
        var json = base.ToJson();
        json["traffic"] = ToJson(Traffic);
        return json;
    }
}

/// <summary>Nothing gets through, of any protocol.</summary>
/// <param name="From">Who would open the conversation.</param>
/// <param name="To">Who would answer.</param>
public sealed record NeverReaches(Party From, Party To) : Guarantee(From, To)
{
    internal const string Name = "never-reaches";

    /// <inheritdoc/>
    public override string ToString() => $"{From} never reaches {To}";

    private protected override string Kind => Name;
}

/// <summary>What gets through passes this on its way, in both directions: an inspection, or a single entrance.</summary>
/// <param name="From">Who opens the conversation.</param>
/// <param name="To">Who answers.</param>
/// <param name="Through">The tier whose firewalls, endpoints or load balancers every path passes.</param>
public sealed record OnlyThrough(Party From, Party To, Party Through) : Guarantee(From, To)
{
    internal const string Name = "only-through";

    /// <inheritdoc/>
    public override string ToString() => $"{From} reaches {To} only through {Through}";

    private protected override string Kind => Name;

    internal override JsonObject ToJson()
    {
        var json = base.ToJson();
        json["through"] = Through.ToString();
        return json;
    }
}
