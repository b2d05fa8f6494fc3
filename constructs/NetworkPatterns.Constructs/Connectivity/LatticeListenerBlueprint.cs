using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A listener of a service, with its rules.</summary>
internal static class LatticeListenerBlueprint
{
    public static void Add(BlueprintBuilder builder, ResourceTags tags, LatticeService service, LatticeListener listener, Value serviceIdentifier)
    {
        var id = $"{service.Id}{ResourceName.Of(listener.Name)}Listener";
        builder.Add(
            id,
            "AWS::VpcLattice::Listener",
            ("ServiceIdentifier", serviceIdentifier),
            ("Protocol", listener.Protocol switch
            {
                LatticeProtocol.Http => "HTTP",
                LatticeProtocol.Https => "HTTPS",
                _ => "TLS_PASSTHROUGH",
            }),
            ("Port", listener.ActualPort),
            ("DefaultAction", listener.DefaultAction.ToValue(TargetGroup)),
            ("Tags", tags.Of(listener.Name)));
        foreach (var rule in listener.Rules)
        {
            builder.Add(
                $"{service.Id}{ResourceName.Of(listener.Name)}{ResourceName.Of(rule.Name)}Rule",
                "AWS::VpcLattice::Rule",
                ("ServiceIdentifier", serviceIdentifier),
                ("ListenerIdentifier", Value.GetAtt(id, "Id")),
                ("Priority", rule.Priority),
                ("Match", Value.Map(("HttpMatch", MatchOf(rule)))),
                ("Action", rule.Action.ToValue(TargetGroup)),
                ("Tags", tags.Of(rule.Name)));
        }
    }

    private static Value TargetGroup(string name) => Value.GetAtt(LatticeTargetGroupBlueprint.IdOf(name), "Id");

    private static MapValue MatchOf(LatticeRule rule) => Value.Map(
        ("Method", rule.Method is { } method ? Value.FromString(method) : null),
        ("PathMatch", (rule.PathPrefix ?? rule.Path) is { } path
            ? Value.Map(("CaseSensitive", true), ("Match", Value.Map((rule.Path is null ? "Prefix" : "Exact", path))))
            : null),
        ("HeaderMatches", rule.Headers.Count == 0 ? null : Value.List(rule.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => (Value)Value.Map(
            ("Name", header.Key),
            ("Match", Value.Map(("Exact", header.Value))))))));
}
