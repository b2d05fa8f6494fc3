namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A WebACL for CloudFront lies outside us-east-1, or is associated as if it were a Region's.</summary>
    public static Diagnostic WafRegion => new("NP1600", "WebACL outside its Region");

    /// <summary>A rule or set of a WebACL has no usable name, or one name twice.</summary>
    public static Diagnostic WafRuleName => new("NP1601", "name of a WAF rule or set");

    /// <summary>The rules of a WebACL cost more than is accepted.</summary>
    public static Diagnostic WafCapacity => new("NP1602", "capacity of a WebACL");

    /// <summary>A rate rule that AWS WAF cannot count.</summary>
    public static Diagnostic WafRate => new("NP1603", "rate rule");

    /// <summary>A set of addresses that AWS WAF would refuse.</summary>
    public static Diagnostic WafAddresses => new("NP1604", "addresses of a WAF rule");

    /// <summary>A text, pattern or size that cannot be looked for.</summary>
    public static Diagnostic WafPattern => new("NP1605", "statement of a WAF rule");

    /// <summary>Countries that are not countries, or too many.</summary>
    public static Diagnostic WafCountries => new("NP1606", "countries of a WAF rule");

    /// <summary>A custom answer that AWS WAF would refuse.</summary>
    public static Diagnostic WafResponse => new("NP1607", "answer of a WAF rule");

    /// <summary>A managed rule group with settings that contradict each other.</summary>
    public static Diagnostic WafManagedRules => new("NP1608", "managed rule group");

    /// <summary>A log destination that AWS WAF would refuse.</summary>
    public static Diagnostic WafLogging => new("NP1609", "log destination of a WebACL");

    /// <summary>A rule looks at CloudFront's address for the client's.</summary>
    public static Diagnostic WafClientAddress => new("NP1610", "rule about the wrong address");

    /// <summary>An action that is not possible where it stands.</summary>
    public static Diagnostic WafAction => new("NP1611", "action of a WAF rule");

    /// <summary>A text is not a label or a namespace of labels.</summary>
    public static Diagnostic WafLabel => new("NP1612", "label of a WAF rule");

    /// <summary>A backend that this style of API cannot reach.</summary>
    public static Diagnostic ApiBackendStyle => new("NP1620", "backend that the API cannot reach");

    /// <summary>The address of a backend is not one, or is not reached over TLS.</summary>
    public static Diagnostic ApiBackendUrl => new("NP1621", "address of a backend");
}
