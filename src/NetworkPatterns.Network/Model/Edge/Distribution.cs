using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model.Edge;

/// <summary>A CloudFront distribution.</summary>
internal sealed record Distribution(Component Component) : NetworkObject(Component)
{
    /// <summary>Its WebACL: the resource, or its ARN as a name; null for none.</summary>
    public Maybe<ComponentId>? WebAcl { get; init; }

    public ImmutableArray<DistributionOrigin> Origins { get; init; } = [];

    /// <summary>Why there may be origins that the model does not hold.</summary>
    public ImmutableArray<UnknownValue> MayHaveMoreOrigins { get; init; } = [];
}

/// <summary>Where a distribution asks.</summary>
/// <param name="Name">Its name in the distribution.</param>
/// <param name="Server">The name under which it is found.</param>
internal sealed record DistributionOrigin(string Name, Maybe<EdgeText> Server)
{
    public ImmutableArray<OriginHeader> Headers { get; init; } = [];

    /// <summary>Whether the distribution shows it a client certificate.</summary>
    public Maybe<bool> HasClientCertificate { get; init; } = false;

    /// <summary>Whether CloudFront reaches it inside its VPC.</summary>
    public bool IsInVpc { get; init; }

    /// <summary>The origin access control that signs requests; null for none.</summary>
    public Maybe<ComponentId>? AccessControl { get; init; }
}

/// <summary>A header that a distribution adds to each request of an origin, in place of the client's.</summary>
internal sealed record OriginHeader(Maybe<string> Name, Maybe<EdgeText> Value);

/// <summary>An origin access control of CloudFront.</summary>
internal sealed record OriginAccessControl(Component Component) : NetworkObject(Component)
{
    /// <summary>Whether every request is signed.</summary>
    public Maybe<bool> SignsAlways { get; init; }
}
