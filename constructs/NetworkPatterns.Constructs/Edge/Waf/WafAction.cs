using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What AWS WAF does with a request.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html</remarks>
public sealed class WafAction
{
    private WafAction(string kind) => Kind = kind;

    /// <summary>Lets the request through; no further rule looks at it.</summary>
    public static WafAction Allow { get; } = new("Allow");

    /// <summary>Answers 403.</summary>
    public static WafAction Block { get; } = new("Block");

    /// <summary>Counts the request and goes on with the next rule.</summary>
    public static WafAction Count { get; } = new("Count");

    /// <summary>Lets the request through once its sender solved a puzzle; for pages that browsers show.</summary>
    public static WafAction Captcha { get; } = new("Captcha");

    /// <summary>Lets the request through once its sender ran a script unseen; for pages that browsers show.</summary>
    public static WafAction Challenge { get; } = new("Challenge");

    /// <summary>Answers with something else than 403.</summary>
    public static WafAction BlockWith(WafResponse response) => new("Block") { Response = response };

    /// <summary>The same action, which adds headers to the request on its way on; AWS puts <c>x-amzn-waf-</c> before their names.</summary>
    /// <param name="headers">Names and values. Only for actions that let a request through, or count it.</param>
    public WafAction WithRequestHeaders(IReadOnlyDictionary<string, string> headers) => new(Kind)
    {
        Response = Response,
        RequestHeaders = headers.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    internal string Kind { get; }

    internal WafResponse? Response { get; private init; }

    internal ImmutableSortedDictionary<string, string> RequestHeaders { get; private init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal MapValue ToValue() => Value.Map((Kind, Response is null && RequestHeaders.IsEmpty ? Value.EmptyObject : Value.Map(
        ("CustomResponse", Response?.ToValue()),
        ("CustomRequestHandling", RequestHeaders.IsEmpty ? null : Value.Map(("InsertHeaders", WafResponse.Headers(RequestHeaders)))))));
}
