using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A statement of a REST API's resource policy: whom it lets in, or keeps out, whatever an authorizer says.</summary>
/// <remarks>
/// A denial wins over everything that allows, and so does that of the lock: no statement opens a locked API. Statements about addresses and VPCs
/// deny, because an authorizer that lets a caller in does so even where a policy says nothing of that caller.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html</para>
/// </remarks>
public sealed class ApiPolicyStatement
{
    private ApiPolicyStatement(ApiPolicyEffect effect, ApiCallerKind callers, IEnumerable<string> values) => (Effect, Callers, Values) = (effect, callers, [.. values]);

    /// <summary>
    /// Lets in callers of other accounts on the routes of <see cref="ApiAuthorizer.Iam"/>; their own account has to allow it too. Callers of the API's
    /// account need no statement: their IAM policies are enough.
    /// </summary>
    /// <param name="principals">Account IDs, or ARNs of roles, users or sessions. AWS refuses the policy where one does not exist.</param>
    public static ApiPolicyStatement AllowPrincipals(params IEnumerable<string> principals) => new(ApiPolicyEffect.Allow, ApiCallerKind.Principal, principals);

    /// <summary>Keeps callers out of the routes of <see cref="ApiAuthorizer.Iam"/>, whatever IAM allows them.</summary>
    /// <param name="principals">Account IDs, or ARNs of roles, users or sessions.</param>
    public static ApiPolicyStatement DenyPrincipals(params IEnumerable<string> principals) => new(ApiPolicyEffect.Deny, ApiCallerKind.Principal, principals);

    /// <summary>
    /// Keeps out whoever does not come from these addresses: those of the internet, or of the VPC where the API is private. Not behind CloudFront, where
    /// the addresses are CloudFront's.
    /// </summary>
    /// <param name="ranges">Ranges in CIDR notation, IPv4 and IPv6.</param>
    public static ApiPolicyStatement OnlyAddresses(params IEnumerable<string> ranges) => new(ApiPolicyEffect.Only, ApiCallerKind.Address, ranges);

    /// <summary>Keeps out whoever comes from these addresses; see <see cref="OnlyAddresses"/>.</summary>
    /// <param name="ranges">Ranges in CIDR notation, IPv4 and IPv6.</param>
    public static ApiPolicyStatement DenyAddresses(params IEnumerable<string> ranges) => new(ApiPolicyEffect.Deny, ApiCallerKind.Address, ranges);

    /// <summary>
    /// Keeps out whoever does not come from these VPCs, through an endpoint that <see cref="OriginLock.Private"/> names. Of a private API only.
    /// </summary>
    /// <param name="vpcIds">The IDs of the VPCs.</param>
    public static ApiPolicyStatement OnlyVpcs(params IEnumerable<string> vpcIds) => new(ApiPolicyEffect.Only, ApiCallerKind.Vpc, vpcIds);

    /// <summary>Keeps out whoever comes from these VPCs. Of a private API only.</summary>
    /// <param name="vpcIds">The IDs of the VPCs.</param>
    public static ApiPolicyStatement DenyVpcs(params IEnumerable<string> vpcIds) => new(ApiPolicyEffect.Deny, ApiCallerKind.Vpc, vpcIds);

    internal ApiPolicyEffect Effect { get; }

    internal ApiCallerKind Callers { get; }

    internal ImmutableArray<string> Values { get; }
}

/// <summary>What a statement does with the callers that it names; the others it keeps out where it says only.</summary>
internal enum ApiPolicyEffect
{
    Allow,
    Deny,
    Only,
}

/// <summary>By what a statement names callers.</summary>
internal enum ApiCallerKind
{
    Principal,
    Address,
    Vpc,
}
