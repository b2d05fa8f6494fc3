using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What a locked API promises by itself, whatever distribution stands before it.</summary>
internal static class LockGuarantee
{
    private const string Distribution = "AWS::CloudFront::Distribution";
    private const string Endpoint = "AWS::EC2::VPCEndpoint";

    /// <summary>Whether a template shows whom a lock lets in.</summary>
    public static bool IsProvable(OriginLock originLock) =>
        originLock.Kind is OriginLockKind.HeaderGate or OriginLockKind.PolicyGate or OriginLockKind.KeyGate or OriginLockKind.OriginMtls or OriginLockKind.Private;

    /// <summary>The promise of an API; none where it is not locked, or its template does not show whom the lock lets in.</summary>
    public static Guarantee[] Of(OriginLock originLock, string path) => IsProvable(originLock)
        ? [new SingleEntrance(Party.Resource(path), Party.OfType(originLock.Kind == OriginLockKind.Private ? Endpoint : Distribution))]
        : [];
}
