namespace NetworkPatterns.Core.Addressing;

/// <summary>What kind of place a zone is.</summary>
public enum ZoneType
{
    /// <summary>An Availability Zone of the Region.</summary>
    AvailabilityZone,

    /// <summary>A Local Zone, such as <c>us-west-2-lax-1a</c>.</summary>
    LocalZone,

    /// <summary>A Wavelength Zone, such as <c>us-east-1-wl1-bos-wlz-1</c>.</summary>
    WavelengthZone,
}
