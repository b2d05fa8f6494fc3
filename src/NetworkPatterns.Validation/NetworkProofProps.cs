using System.Collections.Immutable;

namespace NetworkPatterns.Validation;

/// <summary>How <see cref="NetworkProof"/> judges an app.</summary>
public sealed class NetworkProofProps
{
    /// <summary>A YAML file of rules and suppressions, relative to the working directory (that of <c>cdk.json</c>). Default: none.</summary>
    public string? RulesFile { get; init; }

    /// <summary>
    /// Whether a guarantee may stay open because the templates leave out what decides it, such as a range from an IPAM
    /// pool. Default: no; what is not proved fails.
    /// </summary>
    public bool AllowUndecided { get; init; }

    /// <summary>Values for what the templates leave open, by the key that an unknown names, as with <c>netpatterns --assume</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Assumptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The day that suppressions are compared with. Default: today, in UTC.</summary>
    public DateOnly? Today { get; init; }
}
