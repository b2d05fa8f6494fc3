using System.Collections.Immutable;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Which services have endpoints in one VPC, and which other VPCs use them.</summary>
public sealed class CentralEndpointsProps
{
    /// <summary>The VPC that holds the endpoints.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>
    /// The tier that holds them. Its rules say who uses them: TCP 443 from tiers of this VPC and from the blocks of others,
    /// and nothing else. The endpoints have its security group.
    /// </summary>
    public required string Tier { get; init; }

    /// <summary>The services, such as <c>ecr.api</c>.</summary>
    public required IReadOnlyList<CentralEndpoint> Services { get; init; }

    /// <summary>What the endpoints let through, where the service takes a policy. Default: everything.</summary>
    public EndpointPolicy Policy { get; init; } = EndpointPolicy.FullAccess;

    /// <summary>
    /// VPCs of this account that use the endpoints; packets get there by peering or a Transit Gateway. Each has a name that
    /// stays, part of logical IDs. Default: none but <see cref="Network"/>.
    /// </summary>
    public IReadOnlyDictionary<string, IVpc> Vpcs { get; init; } = ImmutableDictionary<string, IVpc>.Empty;

    /// <summary>
    /// Whether a Route 53 Profile carries the names, rather than an association of each zone with each VPC. Default: only
    /// with <see cref="ShareWith"/>, which needs one.
    /// </summary>
    public bool UseProfile { get; init; }

    /// <summary>Account IDs, or ARNs of organizations and organizational units, that may use the names in their VPCs, by a Profile. Default: none.</summary>
    public IReadOnlyList<string> ShareWith { get; init; } = [];

    /// <summary>Whether accounts outside the organization may be among them. Default: no.</summary>
    public bool AllowExternalPrincipals { get; init; }
}
