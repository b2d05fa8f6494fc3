namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>What the appliances of a walk do with packets of others; no model says it.</summary>
internal enum ApplianceConduct
{
    /// <summary>They drop them.</summary>
    Drops,

    /// <summary>They send them on as they are.</summary>
    Forwards,

    /// <summary>They send them on from their own address, as a NAT instance does.</summary>
    Translates,
}
