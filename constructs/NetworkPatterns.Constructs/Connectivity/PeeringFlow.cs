using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A conversation between tiers of the two sides that the peering is for, and that is to be proved.</summary>
/// <remarks>It opens nothing: the tiers' own rules do, with the other VPC's block as peer.</remarks>
public sealed record PeeringFlow
{
    private PeeringFlow(bool isToAccepter, string fromTier, string toTier, Traffic traffic)
    {
        IsToAccepter = isToAccepter;
        FromTier = fromTier;
        ToTier = toTier;
        Traffic = traffic;
    }

    /// <summary>Whether the requester's side opens it.</summary>
    public bool IsToAccepter { get; }

    /// <summary>The tier that opens it.</summary>
    public string FromTier { get; }

    /// <summary>The tier of the other side that answers.</summary>
    public string ToTier { get; }

    /// <summary>Protocol and ports.</summary>
    public Traffic Traffic { get; }

    /// <summary>A tier of the requester's VPC opens it.</summary>
    public static PeeringFlow ToAccepter(string fromTier, string toTier, Traffic traffic) => new(isToAccepter: true, fromTier, toTier, traffic);

    /// <summary>A tier of the accepter's VPC opens it.</summary>
    public static PeeringFlow ToRequester(string fromTier, string toTier, Traffic traffic) => new(isToAccepter: false, fromTier, toTier, traffic);
}
