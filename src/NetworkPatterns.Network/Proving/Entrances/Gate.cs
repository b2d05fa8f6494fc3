using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>One lock on a way to an API: it lets in who has one of its keys.</summary>
/// <param name="Name">What it is, for people: <c>the WebACL of the stage</c>.</param>
internal sealed record Gate(string Name)
{
    public ImmutableArray<GateKey> Keys { get; init; } = [];

    /// <summary>What lets others in besides.</summary>
    public ImmutableArray<Hop> Gaps { get; init; } = [];

    public ImmutableArray<UnknownValue> Unknowns { get; init; } = [];

    /// <summary>Whether it certainly lets in nobody else.</summary>
    public bool IsShut => Gaps.IsEmpty && Unknowns.IsEmpty;

    /// <summary>The gate as it is where only these origins are to be let in.</summary>
    /// <remarks>A key that none of them has must be a secret at least: the one that a renewal will send.</remarks>
    public Gate For(IReadOnlyCollection<DistributionOrigin> origins)
    {
        var (gaps, unknowns) = (Gaps, Unknowns);
        foreach (var key in Keys.Where(key => key.Value is { IsGenerated: false }))
        {
            var answers = origins.Select(key.IsHeldBy).ToList();
            var doubt = key.Value!.Doubt ?? (answers.Contains(null) ? new UnknownValue(key.Component.Id, "whether a distribution sends what it lets in is not known") : null);
            if (!answers.Contains(true) && doubt is not null)
            {
                unknowns = unknowns.Add(doubt);
            }
            else if (!answers.Contains(true))
            {
                gaps = gaps.Add(new(key.Component, $"{(key.Where.Length == 0 ? "it" : key.Where)} lets in a {key.Header} that no distribution sends"));
            }
        }

        return this with { Gaps = gaps, Unknowns = unknowns };
    }

    /// <summary>What keeps a distribution out, or may; null where an origin of it has a key.</summary>
    public EntranceFlaw? FlawOf(Distribution distribution, DistributionOrigin origin) => Admits(origin) switch
    {
        true => null,
        null => EntranceFlaw.Open(new UnknownValue(distribution.Id, $"whether its origin '{origin.Name}' has what {Name} asks for is not known")),
        false => EntranceFlaw.Shut(
            "the distribution is locked out", distribution.Component, $"its origin '{origin.Name}' does not have what {Name} ({string.Join(", ", Keys.Select(key => key.Component.Id).Distinct())}) asks for"),
    };

    /// <summary>Whether an origin has a key; null where that is not known.</summary>
    public bool? Admits(DistributionOrigin origin)
    {
        var answers = Keys.Select(key => key.IsHeldBy(origin)).ToList();
        return answers.Contains(true) ? true : answers.Contains(null) ? null : false;
    }
}

/// <summary>What a gate asks for.</summary>
/// <param name="Header">The header that has it; null for a client certificate.</param>
/// <param name="Value">The header's value; null for a client certificate.</param>
/// <param name="Component">What asks for it.</param>
/// <param name="Where">Where in there, for people; empty for the whole.</param>
internal sealed record GateKey(string? Header, EdgeText? Value, Component Component, string Where)
{
    /// <summary>Whether an origin is sent it; null where that is not known.</summary>
    public bool? IsHeldBy(DistributionOrigin origin)
    {
        if (Header is null || Value is null)
        {
            return origin.HasClientCertificate.IsKnown ? origin.HasClientCertificate.Value : null;
        }

        var answers = origin.Headers.Select(IsSentBy).ToList();
        return answers.Contains(true) ? true : answers.Contains(null) ? null : false;
    }

    private bool? IsSentBy(OriginHeader header) =>
        header.Name.IsKnown && !string.Equals(header.Name.Value, Header, StringComparison.OrdinalIgnoreCase) ? false
        : header.Name.IsKnown && header.Value.IsKnown ? header.Value.Value.Is(Value!)
        : null;
}
