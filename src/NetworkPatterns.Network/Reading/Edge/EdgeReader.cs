using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>Reads what answers the internet without a network interface: distributions, APIs, buckets, and what locks them.</summary>
internal static class EdgeReader
{
    public static EdgeModel Read(ReadingContext context)
    {
        var texts = new EdgeTexts(context);
        var policies = new PolicyReader(texts);
        var apis = new ApiReader(context, policies, new AuthorizerReader(context, texts));
        var ways = new ApiWayReader(context, texts);
        var webAcls = new WebAclReader(context, texts);
        return new EdgeModel
        {
            Distributions = [.. new DistributionReader(context, texts).Read()],
            AccessControls = [.. DistributionReader.ReadAccessControls(context)],
            WebAcls = [.. webAcls.Read()],
            Associations = [.. webAcls.ReadAssociations()],
            Apis = [.. apis.Read()],
            Stages = [.. ways.Stages()],
            Domains = [.. ways.Domains()],
            Mappings = [.. ways.Mappings()],
            KeyGrants = [.. new ApiKeyReader(context, texts).Read()],
            Aliases = [.. Aliases(context, texts)],
            Buckets = [.. new BucketReader(context, policies).Read()],
            Forwards = [.. new ListenerLockReader(context, texts).Read()],
        };
    }

    /// <summary>A map inside another; null where there is none or nothing is known of it.</summary>
    public static View? Find(this View view, string name) => view.Inner(name) is { IsKnown: true } inner ? inner.Value : null;

    private static IEnumerable<DnsAlias> Aliases(ReadingContext context, EdgeTexts texts) =>
        from resource in context.OfType("AWS::Route53::RecordSet")
        let view = context.View(resource)
        where view.Text("Name") is { IsKnown: true }
        let target = view.Find("AliasTarget") is { } alias ? texts.Read(alias, "DNSName")
            : view.Text("Type") is { IsKnown: true, Value: "CNAME" } && view["ResourceRecords"] is ListValue { Count: > 0 } records ? texts.Read(view, records[0])
            : null
        where target is not null
        select new DnsAlias(view.Text("Name")!.Value.Value.TrimEnd('.').ToLowerInvariant(), target.Value);
}
