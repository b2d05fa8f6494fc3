using System.Globalization;

namespace NetworkPatterns.Core.Dns;

/// <summary>A point on the earth.</summary>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public readonly record struct Coordinates(decimal Latitude, decimal Longitude)
{
    private const double EarthRadiusKilometres = 6371.0088;

    /// <summary>The distance to another point along the surface, in kilometres.</summary>
    public double DistanceTo(Coordinates other)
    {
        var (fromLatitude, toLatitude) = (Radians(Latitude), Radians(other.Latitude));
        var halfLatitude = Math.Sin((toLatitude - fromLatitude) / 2);
        var halfLongitude = Math.Sin(Radians(other.Longitude - Longitude) / 2);
        var haversine = (halfLatitude * halfLatitude) + (Math.Cos(fromLatitude) * Math.Cos(toLatitude) * halfLongitude * halfLongitude);
        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    /// <summary>Latitude and longitude: <c>53.35,-6.26</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;
}

/// <summary>Where a resource of geoproximity routing is: a Region, a Local Zone group, or a point for what is not at AWS.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geoproximity.html</remarks>
public sealed record GeoproximityPlace
{
    private GeoproximityPlace(string? region, string? localZoneGroup, Coordinates? coordinates)
    {
        Region = region;
        LocalZoneGroup = localZoneGroup;
        Coordinates = coordinates;
    }

    /// <summary>The Region; <see langword="null"/> for the other kinds.</summary>
    public string? Region { get; }

    /// <summary>The Local Zone group, such as <c>us-west-2-lax-1</c>; <see langword="null"/> for the other kinds.</summary>
    public string? LocalZoneGroup { get; }

    /// <summary>The point; <see langword="null"/> for the other kinds.</summary>
    public Coordinates? Coordinates { get; }

    /// <summary>A Region.</summary>
    public static GeoproximityPlace AwsRegion(string region) => new(region, null, null);

    /// <summary>A Local Zone group.</summary>
    public static GeoproximityPlace LocalZones(string group) => new(null, group, null);

    /// <summary>A point; Route 53 keeps two decimals.</summary>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east, -180 to 180.</param>
    public static GeoproximityPlace At(decimal latitude, decimal longitude) => new(null, null, new Coordinates(latitude, longitude));

    /// <summary>The Region, the group or the point.</summary>
    public override string ToString() => Region ?? LocalZoneGroup ?? Coordinates.ToString()!;
}
