using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>
/// The client's address from a header instead of the connection, for a WebACL behind a proxy. A client can write such a header:
/// use it only where the proxy sets it.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-forwarded-ip-address.html</remarks>
/// <param name="HeaderName">The header. Default: <c>X-Forwarded-For</c>.</param>
/// <param name="MatchesWhenInvalid">Whether a header without a valid address counts as a match. Default: no.</param>
public sealed record WafForwardedAddress(string HeaderName = "X-Forwarded-For", bool MatchesWhenInvalid = false)
{
    internal MapValue ToValue() => Value.Map(Entries());

    /// <summary>For an IP set, which also asks which of several addresses counts: the last, the proxy's own.</summary>
    internal MapValue ToIpSetValue() => Value.Map([.. Entries(), ("Position", "LAST")]);

    private (string, Value?)[] Entries() => [("HeaderName", HeaderName), ("FallbackBehavior", MatchesWhenInvalid ? "MATCH" : "NO_MATCH")];
}
