namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What an endpoint lets through, besides what identities and resources allow.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html</remarks>
public sealed record EndpointPolicy
{
    private EndpointPolicy(string? organizationId) => OrganizationId = organizationId;

    /// <summary>Everything: AWS's own default, written out.</summary>
    public static EndpointPolicy FullAccess { get; } = new((string?)null);

    /// <summary>The organization that bounds it; <see langword="null"/> for full access.</summary>
    public string? OrganizationId { get; }

    /// <summary>
    /// Only identities of an organization, and only resources of it; besides those, what AWS's own services read and
    /// write. For S3 also the buckets from which AWS serves packages, container layers and agents.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html</remarks>
    /// <param name="organizationId">The organization's ID, such as <c>o-exampleorgid</c>.</param>
    public static EndpointPolicy Organization(string organizationId) => new(organizationId);
}
