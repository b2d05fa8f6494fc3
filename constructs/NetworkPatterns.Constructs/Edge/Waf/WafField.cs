using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>A part of a request that a statement looks at.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-fields-list.html</remarks>
public sealed class WafField
{
    private WafField(string name, Value content) => (Name, Content) = (name, content);

    /// <summary>The method: GET, POST...</summary>
    public static WafField Method { get; } = new("Method", Value.EmptyObject);

    /// <summary>The path, without the query.</summary>
    public static WafField Path { get; } = new("UriPath", Value.EmptyObject);

    /// <summary>Everything after the question mark.</summary>
    public static WafField QueryString { get; } = new("QueryString", Value.EmptyObject);

    /// <summary>The value of each query argument.</summary>
    public static WafField AllQueryArguments { get; } = new("AllQueryArguments", Value.EmptyObject) { ExtraCapacity = 10 };

    /// <summary>The body. What lies beyond the inspected part counts as a match, so that padding hides nothing.</summary>
    public static WafField Body { get; } = new("Body", Oversized());

    /// <summary>The values of a JSON body. What lies beyond the inspected part counts as a match.</summary>
    public static WafField JsonBody { get; } = new("JsonBody", Value.Map(
        ("MatchPattern", All()), ("MatchScope", "ALL"), ("InvalidFallbackBehavior", "EVALUATE_AS_STRING"), ("OversizeHandling", "MATCH")))
    {
        Factor = 2,
    };

    /// <summary>All cookies.</summary>
    public static WafField Cookies { get; } = new("Cookies", Value.Map(("MatchPattern", All()), ("MatchScope", "ALL"), ("OversizeHandling", "MATCH")));

    /// <summary>All headers.</summary>
    public static WafField Headers { get; } = new("Headers", Value.Map(("MatchPattern", All()), ("MatchScope", "ALL"), ("OversizeHandling", "MATCH")));

    /// <summary>One header; names do not differ by case.</summary>
    public static WafField Header(string name) => new("SingleHeader", Value.Map(("Name", Lower(name)))) { Names = [name] };

    /// <summary>One query argument; names do not differ by case.</summary>
    public static WafField QueryArgument(string name) => new("SingleQueryArgument", Value.Map(("Name", Lower(name)))) { Names = [name] };

    /// <summary>The value of one cookie; its name's case counts.</summary>
    public static WafField Cookie(string name) => new("Cookies", Value.Map(
        ("MatchPattern", Value.Map(("IncludedCookies", Value.List(name)))), ("MatchScope", "VALUE"), ("OversizeHandling", "MATCH")))
    {
        Names = [name],
    };

    internal string Name { get; }

    internal ImmutableArray<string> Names { get; private init; } = [];

    private int ExtraCapacity { get; init; }

    private int Factor { get; init; } = 1;

    private Value Content { get; }

    /// <summary>What a statement of this base cost costs when it looks at this part.</summary>
    internal int CostOf(int baseCapacity) => (baseCapacity + ExtraCapacity) * Factor;

    internal MapValue ToValue() => Value.Map((Name, Content));

    private static MapValue All() => Value.Map(("All", Value.EmptyObject));

    private static MapValue Oversized() => Value.Map(("OversizeHandling", "MATCH"));

    // AWS WAF keeps the names of headers and arguments in lower case.
    private static string Lower(string name) => name.ToLowerInvariant();
}
