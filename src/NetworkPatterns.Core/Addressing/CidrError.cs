namespace NetworkPatterns.Core.Addressing;

/// <summary>Why a text is not a CIDR block.</summary>
public enum CidrError
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Not an address, a slash and a prefix length.</summary>
    NotACidr,

    /// <summary>The prefix length is longer than an address of this family.</summary>
    PrefixOutOfRange,

    /// <summary>Bits behind the prefix are set, as in <c>10.0.0.1/16</c>.</summary>
    HostBitsSet,
}

internal static class CidrErrors
{
    internal static string Describe(this CidrError error) => error switch
    {
        CidrError.HostBitsSet => "has host bits set",
        CidrError.PrefixOutOfRange => "has a prefix length longer than its addresses",
        _ => "is not a CIDR block (an address, a slash, a prefix length)",
    };
}
