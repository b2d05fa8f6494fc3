using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>The resources of a tree of records.</summary>
internal sealed class RecordBlueprint
{
    private const int LongestCollectionName = 64;

    private readonly BlueprintBuilder _builder = new();
    private readonly TokenInputs _inputs;
    private readonly RecordTree _tree;
    private readonly PatternContext _context;
    private readonly (string Key, Value? Value) _zone;
    private readonly Value? _zoneId;

    private RecordBlueprint(RecordTree tree, PatternContext context, string? zoneId, string? zoneName)
    {
        _tree = tree;
        _context = context;
        _inputs = new(_builder, context.IsToken);
        _zoneId = zoneId is null ? null : _inputs.Of("HostedZoneId", zoneId);
        _zone = zoneName is null ? ("HostedZoneId", _zoneId) : ("HostedZoneName", $"{zoneName}.");
    }

    /// <summary>The records of a zone that is known by its ID.</summary>
    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(RecordTree tree, string zoneId, PatternContext context) =>
        new RecordBlueprint(tree, context, zoneId, zoneName: null).Build();

    /// <summary>The records of a zone by its name, which must be the account's only zone of that name; aliases of records need the ID too.</summary>
    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) FromZoneName(RecordTree tree, string zoneName, string? zoneId, PatternContext context) =>
        new RecordBlueprint(tree, context, zoneId, zoneName).Build();

    private (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) Build()
    {
        foreach (var type in _tree.Types)
        {
            AddGroup(_tree.Root, type);
        }

        return (_builder.Build(_context.Path), _inputs.Supplied);
    }

    private ImmutableArray<string> AddGroup(RecordGroup group, RecordType type)
    {
        if (group.Policy == RoutingPolicy.IpBased && type == _tree.Types[0])
        {
            AddCidrCollection(group);
        }

        if (group.Policy == RoutingPolicy.Geoproximity)
        {
            return [AddRecordSetGroup(group, type)];
        }

        return [.. group.Records.Select(record =>
        {
            var id = IdOf(record, type);
            _builder.Add(new(id, "AWS::Route53::RecordSet", Value.Map([_zone, .. Properties(group, record, type)]))
            {
                DependsOn = record.Group is null ? [] : AddGroup(record.Group, type),
            });
            return id;
        })];
    }

    // The specification of CloudFormation has GeoProximityLocation in record set groups, not in record sets.
    private string AddRecordSetGroup(RecordGroup group, RecordType type)
    {
        var id = $"{GroupIdOf(group)}{IdOf(type)}";
        _builder.Add(new(id, "AWS::Route53::RecordSetGroup", Value.Map(
            _zone,
            ("RecordSets", Value.List(group.Records.Select(record => (Value)Value.Map(Properties(group, record, type)))))))
        {
            DependsOn = [.. group.Records.Where(record => record.Group is not null).SelectMany(record => AddGroup(record.Group!, type))],
        });
        return id;
    }

    private IEnumerable<(string Key, Value? Value)> Properties(RecordGroup group, RecordSet record, RecordType type)
    {
        yield return ("Name", $"{group.Name}.");
        yield return ("Type", type.ToString());
        yield return ("SetIdentifier", record.SetIdentifier is null ? null : (Value)record.SetIdentifier);
        foreach (var property in Selector(group, record))
        {
            yield return property;
        }

        if (record.Target is ValuesTarget values)
        {
            yield return ("TTL", _tree.TtlSeconds.ToString(CultureInfo.InvariantCulture));
            yield return ("ResourceRecords", Value.List(values.Items.Select((value, index) => ValueOf(value, record, type, index))));
        }
        else
        {
            yield return ("AliasTarget", AliasOf(record, type));
        }

        yield return ("HealthCheckId", record.HealthCheckId is null ? null : _inputs.Of($"{IdOf(record)}HealthCheckId", record.HealthCheckId));
    }

    private static IEnumerable<(string Key, Value? Value)> Selector(RecordGroup group, RecordSet record) => record.Selector switch
    {
        RoutingSelector.Weighted weighted => [("Weight", weighted.Weight)],
        RoutingSelector.Latency latency => [("Region", latency.Region)],
        RoutingSelector.Failover failover => [("Failover", failover.IsPrimary ? "PRIMARY" : "SECONDARY")],
        RoutingSelector.Multivalue => [("MultiValueAnswer", true)],
        RoutingSelector.Geolocation { Location: var location } => [("GeoLocation", Value.Map(
            ("ContinentCode", location.ContinentCode is null ? null : (Value)location.ContinentCode),
            ("CountryCode", location.CountryCode is null ? null : (Value)location.CountryCode),
            ("SubdivisionCode", location.SubdivisionCode is null ? null : (Value)location.SubdivisionCode)))],
        RoutingSelector.Geoproximity geoproximity => [("GeoProximityLocation", PlaceOf(geoproximity))],
        RoutingSelector.IpBased ipBased => [("CidrRoutingConfig", Value.Map(
            ("CollectionId", Value.GetAtt(CollectionIdOf(group), "Id")),
            ("LocationName", ipBased.IsDefault ? "*" : LastName(record))))],
        _ => [],
    };

    private static MapValue PlaceOf(RoutingSelector.Geoproximity selector) => Value.Map(
        ("AWSRegion", selector.Place.Region is null ? null : (Value)selector.Place.Region),
        ("LocalZoneGroup", selector.Place.LocalZoneGroup is null ? null : (Value)selector.Place.LocalZoneGroup),
        ("Coordinates", selector.Place.Coordinates is not { } point ? null : Value.Map(
            ("Latitude", point.Latitude.ToString("0.00", CultureInfo.InvariantCulture)),
            ("Longitude", point.Longitude.ToString("0.00", CultureInfo.InvariantCulture)))),
        ("Bias", selector.Bias == 0 ? null : (Value)selector.Bias));

    private MapValue AliasOf(RecordSet record, RecordType type)
    {
        var (name, zone) = record switch
        {
            { Group: { } group } => ($"{group.Name}.", ZoneIdOf(record)),
            { Target: AliasTarget { HostedZoneId: null } alias } => (_inputs.Of($"{IdOf(record)}Target", alias.DnsName), ZoneIdOf(record)),
            { Target: AliasTarget alias } => (_inputs.Of($"{IdOf(record)}Target", alias.DnsName), _inputs.Of($"{IdOf(record)}TargetZoneId", alias.HostedZoneId!)),
            _ => throw new InvalidOperationException($"no alias for {record.Target.GetType().Name} of type {type}"),
        };
        return Value.Map(("DNSName", name), ("HostedZoneId", zone), ("EvaluateTargetHealth", record.EvaluateTargetHealth ?? false));
    }

    private Value ZoneIdOf(RecordSet record) =>
        _zoneId ?? throw new InvalidOperationException($"the alias '{record.Path}' of a record needs the ID of its zone");

    private Value ValueOf(string value, RecordSet record, RecordType type, int index) =>
        _context.IsToken(value) ? _inputs.Of(string.Create(CultureInfo.InvariantCulture, $"{IdOf(record)}Value{index}"), value)
        : type is RecordType.TXT or RecordType.SPF ? TxtValue.Quote(value)
        : value;

    private void AddCidrCollection(RecordGroup group)
    {
        var locations = group.Records.Where(record => record.Selector is RoutingSelector.IpBased { IsDefault: false }).ToList();
        _builder.Add(
            CollectionIdOf(group),
            "AWS::Route53::CidrCollection",
            ("Name", CollectionNameOf($"{_context.Path}-{GroupIdOf(group)}")),
            ("Locations", locations.Count == 0 ? null : Value.List(locations.Select(record => (Value)Value.Map(
                ("LocationName", LastName(record)),
                ("CidrList", Value.List(((RoutingSelector.IpBased)record.Selector).CidrBlocks.Select(block => (Value)block))))))));
    }

    // Unique in the account because the construct path is; a long one keeps its beginning and a digest of the whole.
    private static string CollectionNameOf(string path)
    {
        var name = string.Concat(path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
        return name.Length <= LongestCollectionName ? name : $"{name[..(LongestCollectionName - digest.Length - 1)]}-{digest}";
    }

    private static string CollectionIdOf(RecordGroup group) => $"{GroupIdOf(group)}CidrCollection";

    private static string GroupIdOf(RecordGroup group)
    {
        var path = group.Records[0].Path;
        return path.Contains('/', StringComparison.Ordinal) ? $"Records{IdOf(path[..path.LastIndexOf('/')])}" : "Records";
    }

    private static string IdOf(RecordSet record, RecordType type) => $"{IdOf(record)}{IdOf(type)}";

    private static string IdOf(RecordSet record) =>
        record.Selector is RoutingSelector.Simple
            ? $"Record{IdOf(string.Join('/', record.Path.Split('/')[..^1]))}"
            : $"Record{IdOf(record.Path)}";

    private static string IdOf(string path) => string.Concat(path.Split('/').Select(ResourceName.Of));

    private static string IdOf(RecordType type) => $"{type.ToString()[0]}{type.ToString()[1..].ToLowerInvariant()}";

    private static string LastName(RecordSet record) => record.Path[(record.Path.LastIndexOf('/') + 1)..];
}
