using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Names for an endpoint: a private zone, and aliases in it.</summary>
/// <remarks>
/// CloudFormation gives each DNS entry of an endpoint as <c>zone ID:name</c>; the first is that of all its zones.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html</para>
/// </remarks>
internal static class EndpointNameBlueprint
{
    /// <summary>A private zone of the name, with the endpoint at its apex and, if asked, at every name below.</summary>
    /// <param name="builder">Gets the resources.</param>
    /// <param name="id">The start of their ids.</param>
    /// <param name="name">The zone's name.</param>
    /// <param name="endpointId">The endpoint.</param>
    /// <param name="vpcs">The VPCs that see the zone.</param>
    /// <param name="isWildcard">Whether names below the zone's lead to the endpoint as well.</param>
    public static void Add(BlueprintBuilder builder, string id, Value name, string endpointId, IEnumerable<Value> vpcs, bool isWildcard)
    {
        builder.Add(
            $"{id}Zone",
            "AWS::Route53::HostedZone",
            ("Name", name),
            ("VPCs", Value.List(vpcs.Select(vpc => (Value)Value.Map(("VPCId", vpc), ("VPCRegion", Value.Region))))));
        AddRecord(builder, $"{id}Record", $"{id}Zone", name, endpointId);
        if (isWildcard)
        {
            AddRecord(builder, $"{id}WildcardRecord", $"{id}Zone", name is SubValue sub ? sub with { Template = $"*.{sub.Template}" } : Value.Join(".", "*", name), endpointId);
        }
    }

    private static void AddRecord(BlueprintBuilder builder, string id, string zoneId, Value name, string endpointId)
    {
        var entry = Value.Split(":", Value.Select(0, Value.GetAtt(endpointId, "DnsEntries")));
        builder.Add(
            id,
            "AWS::Route53::RecordSet",
            ("HostedZoneId", Value.Ref(zoneId)),
            ("Name", name),
            ("Type", "A"),
            ("AliasTarget", Value.Map(
                ("HostedZoneId", Value.Select(0, entry)),
                ("DNSName", Value.Select(1, entry)),
                ("EvaluateTargetHealth", false))));
    }
}
