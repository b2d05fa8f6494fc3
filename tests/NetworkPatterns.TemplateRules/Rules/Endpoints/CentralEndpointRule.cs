using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Endpoints;

/// <summary>N39. Source: https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html</summary>
/// <remarks>A record whose alias names an endpoint of its template stands in for the endpoint's own private DNS.</remarks>
public sealed class CentralEndpointRule() : ResourceRule(
    "N39",
    "A record that is an alias of an interface endpoint has no TTL, uses the endpoint's first DNS entry, is the apex or the wildcard of a private zone with VPCs, and the endpoint's own private DNS is off.",
    "AWS::Route53::RecordSet")
{
    protected override bool Applies(Resource record) => EndpointOf(record) is not null;

    protected override IEnumerable<string> Problems(Resource record)
    {
        var endpoint = EndpointOf(record)!;
        if (endpoint["PrivateDnsEnabled"].Flag != false)
        {
            yield return $"stands in for the private DNS of {endpoint.LogicalId}, which is not turned off";
        }

        if (record["TTL"].Exists)
        {
            yield return "is an alias with a TTL";
        }

        foreach (var (property, part) in new[] { ("DNSName", 1), ("HostedZoneId", 0) })
        {
            if (!IsPartOfFirstEntry(record["AliasTarget"][property], endpoint, part))
            {
                yield return $"AliasTarget.{property} is not that of the first DNS entry of {endpoint.LogicalId}";
            }
        }

        if (record["HostedZoneId"].Target is not { Type: "AWS::Route53::HostedZone" } zone)
        {
            yield return Unknown("HostedZoneId", record["HostedZoneId"]);
            yield break;
        }

        if (zone["VPCs"].Items.IsEmpty)
        {
            yield return $"is in {zone.LogicalId}, which no VPC sees";
        }

        // A name may hold the Region, which only deployment knows.
        var (name, zoneName) = (record["Name"].Key.TrimEnd('.'), zone["Name"].Key.TrimEnd('.'));
        if (name.Length == 0 || zoneName.Length == 0 || (name != zoneName && name != $"*.{zoneName}"))
        {
            yield return $"is neither the apex nor the wildcard of {zone.LogicalId}";
        }
    }

    private static Resource? EndpointOf(Resource record) => record["AliasTarget"]["DNSName"].Json is { } name
        ? References.In(name).Where(reference => reference.Attribute == "DnsEntries").Select(reference => record.Template.Find(reference.LogicalId)).FirstOrDefault()
        : null;

    // An entry is "Z0123:vpce-0123.example": Select part of Split ":" of Select 0 of the entries.
    private static bool IsPartOfFirstEntry(Value value, Resource endpoint, int part) =>
        Select(value, part) is { } split
        && split["Fn::Split"].Items is [{ Text: ":" }, var entry]
        && Select(entry, 0)?.Target == endpoint;

    private static Value? Select(Value value, int index) =>
        value.Json is { ValueKind: JsonValueKind.Object } && value["Fn::Select"].Items is [var number, var list] && number.Number == index ? list : null;
}
