using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>A record, as a record set of its own or one of a record set group.</summary>
/// <param name="Resource">The resource that holds it.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record RecordView(Resource Resource, Value Properties)
{
    internal const string RecordSet = "AWS::Route53::RecordSet";
    internal const string RecordSetGroup = "AWS::Route53::RecordSetGroup";

    private static readonly string[] Selectors =
        ["Weight", "Region", "GeoLocation", "GeoProximityLocation", "Failover", "MultiValueAnswer", "CidrRoutingConfig"];

    /// <summary>Its properties that choose among records of one name and type; none for a simple record.</summary>
    public IReadOnlyList<string> Policies => [.. Selectors.Where(selector => Properties[selector].Exists)];

    public bool IsAlias => Properties["AliasTarget"].Exists;

    /// <summary>Whether a failure of what it answers with would be seen.</summary>
    public bool IsMonitored => Properties["HealthCheckId"].Exists || Properties["AliasTarget"]["EvaluateTargetHealth"].Flag == true;

    private string GroupKey => string.Join('|',
        (Properties["HostedZoneId"].Exists ? Properties["HostedZoneId"] : Resource["HostedZoneId"]).Key,
        Properties["HostedZoneName"].Key,
        Properties["Name"].Key.TrimEnd('.'),
        Properties["Type"].Key);

    /// <summary>Every record of some templates.</summary>
    public static IEnumerable<RecordView> All(TemplateSet templates) => templates
        .OfType(RecordSet, RecordSetGroup)
        .SelectMany(resource => resource.Type == RecordSet
            ? [new RecordView(resource, resource.Properties)]
            : resource["RecordSets"].Items.Select(record => new RecordView(resource, record)));

    /// <summary>The records by zone, name and type, for each template.</summary>
    public static IEnumerable<IReadOnlyList<RecordView>> Groups(TemplateSet templates) => All(templates)
        .GroupBy(record => (record.Resource.Template, record.GroupKey))
        .Select(group => (IReadOnlyList<RecordView>)[.. group]);
}
