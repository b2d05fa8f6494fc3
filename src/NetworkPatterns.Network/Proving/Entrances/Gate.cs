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
