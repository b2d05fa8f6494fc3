using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Who may call, of a service network or a service: signed requests of some identities, or any request that gets there.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html</remarks>
public sealed record LatticeAuth
{
    private LatticeAuth()
    {
    }

    /// <summary>Any request: security groups alone decide.</summary>
    public static LatticeAuth None { get; } = new();

    /// <summary>Whether requests are signed and a policy says whose pass.</summary>
    public bool IsIam => OrganizationId is not null || Principals.Length > 0 || Json is not null;

    /// <summary>The organization whose identities pass; <see langword="null"/> otherwise.</summary>
    public string? OrganizationId { get; private init; }

    internal ImmutableArray<string> Principals { get; private init; } = [];

    internal string? Json { get; private init; }

    /// <summary>Requests signed by identities of an organization.</summary>
    /// <param name="organizationId">Its ID, such as <c>o-exampleorgid</c>.</param>
    public static LatticeAuth Organization(string organizationId) => new() { OrganizationId = organizationId };

    /// <summary>Requests signed by some identities.</summary>
    /// <param name="principalArns">ARNs of roles, users or accounts, literals or tokens.</param>
    public static LatticeAuth Of(params IEnumerable<string> principalArns) => new() { Principals = [.. principalArns] };

    /// <summary>A policy of your own.</summary>
    /// <param name="json">The policy document in JSON.</param>
    public static LatticeAuth Policy(string json) => new() { Json = json };

    /// <inheritdoc/>
    public bool Equals(LatticeAuth? other) =>
        other is not null && OrganizationId == other.OrganizationId && Json == other.Json && Principals.SequenceEqual(other.Principals);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(OrganizationId, Json, Principals.Length);

    internal Value ToValue(Func<string, string, Value> input)
    {
        if (Json is not null)
        {
            return Value.FromJson(JsonNode.Parse(Json)!);
        }

        return Value.Map(
            ("Version", "2012-10-17"),
            ("Statement", Value.List(Value.Map(
                ("Effect", "Allow"),
                ("Principal", OrganizationId is null ? Value.Map(("AWS", Value.List(Principals.Select((principal, place) => input($"Principal{place}", principal))))) : "*"),
                ("Action", "vpc-lattice-svcs:Invoke"),
                ("Resource", "*"),
                ("Condition", OrganizationId is { } organization ? Value.Map(("StringEquals", Value.Map(("aws:PrincipalOrgID", organization)))) : null)))));
    }
}
