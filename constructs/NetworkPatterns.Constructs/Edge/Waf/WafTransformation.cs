using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What is done to a part of a request before a statement looks at it. Each costs 10 capacity units.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-transformation.html</remarks>
public enum WafTransformation
{
    /// <summary>Upper case becomes lower case.</summary>
    Lowercase,

    /// <summary><c>%2e</c> becomes a dot.</summary>
    UrlDecode,

    /// <summary>As URL decoding, with Microsoft's <c>%u</c> codes.</summary>
    UrlDecodeUni,

    /// <summary><c>&amp;lt;</c> becomes <c>&lt;</c>.</summary>
    HtmlEntityDecode,

    /// <summary>White space becomes one space.</summary>
    CompressWhiteSpace,

    /// <summary>Tricks of command lines are undone.</summary>
    CmdLine,

    /// <summary>Base64 is decoded.</summary>
    Base64Decode,

    /// <summary>Hexadecimal is decoded.</summary>
    HexDecode,

    /// <summary><c>/a/../b</c> becomes <c>/b</c>.</summary>
    NormalizePath,

    /// <summary>Bytes of value zero go.</summary>
    RemoveNulls,

    /// <summary>Escapes of JavaScript are decoded.</summary>
    JsDecode,
}

/// <summary>Spells transformations as CloudFormation does.</summary>
internal static class WafTransformations
{
    /// <summary>At least one entry: CloudFormation asks for it, and NONE is free.</summary>
    public static ListValue ToValue(IReadOnlyList<WafTransformation> transformations) => Value.List(
        (transformations.Count == 0 ? ["NONE"] : transformations.Select(Name)).Select((name, index) => (Value)Value.Map(("Priority", index), ("Type", name))));

    private static string Name(WafTransformation transformation) => transformation switch
    {
        WafTransformation.Lowercase => "LOWERCASE",
        WafTransformation.UrlDecode => "URL_DECODE",
        WafTransformation.UrlDecodeUni => "URL_DECODE_UNI",
        WafTransformation.HtmlEntityDecode => "HTML_ENTITY_DECODE",
        WafTransformation.CompressWhiteSpace => "COMPRESS_WHITE_SPACE",
        WafTransformation.CmdLine => "CMD_LINE",
        WafTransformation.Base64Decode => "BASE64_DECODE",
        WafTransformation.HexDecode => "HEX_DECODE",
        WafTransformation.NormalizePath => "NORMALIZE_PATH",
        WafTransformation.RemoveNulls => "REMOVE_NULLS",
        WafTransformation.JsDecode => "JS_DECODE",
        _ => throw new ArgumentOutOfRangeException(nameof(transformation), transformation, "not a transformation"),
    };
}
