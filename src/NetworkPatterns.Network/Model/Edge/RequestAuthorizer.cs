using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model.Edge;

/// <summary>A function that API Gateway asks who may call an API.</summary>
/// <param name="Component">The authorizer; the route where it is not among the templates.</param>
/// <param name="Check">What the function asks for.</param>
internal sealed record RequestAuthorizer(Component Component, Maybe<SecretCheck> Check) : NetworkObject(Component)
{
    /// <summary>Whether an answer rests on the header alone that the function asks for, even one that is remembered.</summary>
    public Maybe<bool> RestsOnHeader { get; init; } = true;
}

/// <summary>A function that lets in whoever sends one of some secrets.</summary>
/// <param name="Function">The function.</param>
/// <param name="Header">The header that has the secret.</param>
/// <param name="Secrets">The secrets.</param>
internal sealed record SecretCheck(Component Function, string Header, ImmutableArray<EdgeText> Secrets);
