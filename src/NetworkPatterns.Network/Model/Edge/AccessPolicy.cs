using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model.Edge;

/// <summary>A resource policy of IAM.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html</remarks>
internal sealed record AccessPolicy(ImmutableArray<PolicyStatement> Statements);

/// <summary>A statement of a policy.</summary>
/// <param name="Allows">Whether it allows, and does not deny.</param>
internal sealed record PolicyStatement(bool Allows)
{
    /// <summary>Whom it is about.</summary>
    public ImmutableArray<PolicyPrincipal> Principals { get; init; } = [];

    /// <summary>The actions, such as <c>s3:GetObject</c>.</summary>
    public ImmutableArray<EdgeText> Actions { get; init; } = [];

    public ImmutableArray<EdgeText> Resources { get; init; } = [];

    /// <summary>When it counts: all of them must be met.</summary>
    public ImmutableArray<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>Why it is not known what it says; null where it is.</summary>
    public UnknownValue? Doubt { get; init; }

    /// <summary>Whether it is about everybody.</summary>
    public bool IsAboutEverybody => Principals.Any(principal => principal.IsEverybody);
}

/// <summary>Whom a statement is about.</summary>
/// <param name="Kind"><c>AWS</c>, <c>Service</c>, <c>CanonicalUser</c> or <c>Federated</c>; <c>*</c> for everybody.</param>
/// <param name="Name">Their name.</param>
internal sealed record PolicyPrincipal(string Kind, EdgeText Name)
{
    public bool IsEverybody => Kind == "*" || (Kind == "AWS" && Name.Text == "*");
}

/// <summary>A condition of a statement.</summary>
/// <param name="Operator">How values are compared, such as <c>StringEquals</c>.</param>
/// <param name="Key">What is compared, such as <c>aws:SourceArn</c>.</param>
/// <param name="Values">With what: one of them for a comparison that is met, none of them for a negated one.</param>
internal sealed record PolicyCondition(string Operator, string Key, ImmutableArray<EdgeText> Values)
{
    public bool Is(string comparison, string key) =>
        string.Equals(Operator, comparison, StringComparison.Ordinal) && string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An S3 bucket.</summary>
internal sealed record Bucket(Component Component) : NetworkObject(Component)
{
    /// <summary>Whether all four settings that block public access are on.</summary>
    public Maybe<bool> BlocksPublicAccess { get; init; } = false;

    public ImmutableArray<BucketPolicy> Policies { get; init; } = [];
}

/// <summary>A bucket's policy.</summary>
internal sealed record BucketPolicy(Component Component, Maybe<AccessPolicy> Policy) : NetworkObject(Component);
