namespace NetworkPatterns.Constructs.Transit;

/// <summary>What goes through an inspection.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/prescriptive-guidance/latest/inline-traffic-inspection-third-party-appliances/welcome.html</remarks>
[Flags]
public enum InspectedTraffic
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What segments exchange with the internet through the central egress.</summary>
    NorthSouth = 1,

    /// <summary>What attachments exchange with each other, within a segment as well as between segments and Regions.</summary>
    EastWest = 2,

    /// <summary>Both.</summary>
    Both = NorthSouth | EastWest,
}
