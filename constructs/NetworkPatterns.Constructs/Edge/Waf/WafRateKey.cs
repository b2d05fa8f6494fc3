using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What a <see cref="RateRule"/> tells requests apart by.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-aggregation-options.html</remarks>
public sealed class WafRateKey
{
    internal const string Constant = "CONSTANT";

    private readonly string _kind;
    private readonly WafField? _named;

    private WafRateKey(string kind, WafField? named = null) => (_kind, _named) = (kind, named);

    /// <summary>The client's address. Behind CloudFront that is CloudFront's: use it on CloudFront's own WebACL.</summary>
    public static WafRateKey Address { get; } = new("IP") { Aggregate = "IP" };

    /// <summary>Nothing: all requests are counted together.</summary>
    public static WafRateKey Everything { get; } = new(Constant) { Aggregate = Constant };

    /// <summary>The method.</summary>
    public static WafRateKey Method { get; } = new("HTTPMethod");

    /// <summary>The path.</summary>
    public static WafRateKey Path { get; } = new("UriPath");

    /// <summary>The query.</summary>
    public static WafRateKey QueryString { get; } = new("QueryString");

    /// <summary>The client's address as a proxy forwards it.</summary>
    public static WafRateKey ForwardedAddress(WafForwardedAddress? forwarded = null) =>
        new("ForwardedIP") { Aggregate = "FORWARDED_IP", Forwarded = forwarded ?? new() };

    /// <summary>The value of a header. A request without it is not counted.</summary>
    public static WafRateKey Header(string name) => new("Header", WafField.Header(name)) { Name = name.ToLowerInvariant() };

    /// <summary>The value of a cookie. A request without it is not counted.</summary>
    public static WafRateKey Cookie(string name) => new("Cookie", WafField.Cookie(name)) { Name = name };

    /// <summary>The value of a query argument. A request without it is not counted.</summary>
    public static WafRateKey QueryArgument(string name) => new("QueryArgument", WafField.QueryArgument(name)) { Name = name.ToLowerInvariant() };

    /// <summary>Labels of a namespace that earlier rules gave.</summary>
    public static WafRateKey LabelNamespace(string labelNamespace) => new("LabelNamespace") { Namespace = labelNamespace };

    /// <summary>The aggregation that this key is when it stands alone; <see langword="null"/> for a custom key.</summary>
    internal string? Aggregate { get; private init; }

    internal WafForwardedAddress? Forwarded { get; private init; }

    internal bool IsConnectionAddress => _kind == "IP";

    private string? Name { get; init; }

    private string? Namespace { get; init; }

    internal IEnumerable<StatementFault> Faults() => _named is null
        ? Namespace is null ? [] : new LabelStatement(Namespace, isNamespace: true).Faults()
        : TextStatement.FieldFaults(_named);

    internal MapValue ToValue() => Value.Map((_kind, _kind switch
    {
        "IP" or "ForwardedIP" or "HTTPMethod" => Value.EmptyObject,
        "LabelNamespace" => Value.Map(("Namespace", Namespace!)),
        _ => Value.Map(("Name", Name is null ? null : (Value)Name), ("TextTransformations", WafTransformations.ToValue([]))),
    }));
}
