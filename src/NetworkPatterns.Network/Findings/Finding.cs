using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Findings;

/// <summary>A mistake of a network that no guarantee is needed to name, or something worth knowing.</summary>
/// <param name="Diagnostic">The kind, from the catalogue.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Component">The part of the network to look at.</param>
/// <param name="Detail">What was found, with its values.</param>
/// <param name="Fix">A way to fix it, or when to leave it.</param>
public sealed record Finding(Diagnostic Diagnostic, FindingSeverity Severity, Component Component, string Detail, string Fix)
{
    /// <summary>Other parts that it is about.</summary>
    public ImmutableArray<Component> Related { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Diagnostic.Code} {Severity}: {Component}: {Detail}";
}

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing is broken by it.</summary>
    Information,

    /// <summary>Most likely not what was meant.</summary>
    Warning,

    /// <summary>Dangerous, or certain not to work.</summary>
    Error,
}
