using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Checking;

/// <summary>What the Network Access Scopes of an estate forbid.</summary>
/// <param name="Guarantees">As guarantees, each with its scope.</param>
/// <param name="NotModelled">What of them no guarantee can say.</param>
internal sealed record AccessScopes(
    ImmutableArray<(ResolvedResource Scope, Guarantee Guarantee)> Guarantees, ImmutableArray<Problem> NotModelled);
