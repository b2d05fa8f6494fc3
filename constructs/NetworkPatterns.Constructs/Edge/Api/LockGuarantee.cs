using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What a locked API promises by itself, whatever distribution stands before it.</summary>
internal static class LockGuarantee
{
    private const string Distribution = "AWS::CloudFront::Distribution";
    private const string Endpoint = "AWS::EC2::VPCEndpoint";

    /// <summary>Whether there is a lock: a template shows of each whom it lets in.</summary>
    public static bool IsProvable(OriginLock originLock) =>
        originLock.Kind != OriginLockKind.None;

    /// <summary>The promise of an API; none where it is not locked.</summary>
    public static Guarantee[] Of(OriginLock originLock, string path) => IsProvable(originLock)
        ? [new SingleEntrance(Party.Resource(path), Party.OfType(originLock.Kind == OriginLockKind.Private ? Endpoint : Distribution))]
        : [];
}
