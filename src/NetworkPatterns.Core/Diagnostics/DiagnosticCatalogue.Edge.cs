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

    /// <summary>A route that API Gateway would refuse: a method, a path, or one twice.</summary>
    public static Diagnostic ApiRoute => new("NP1622", "route of an API");

    /// <summary>Nothing says who may call a route.</summary>
    public static Diagnostic ApiRouteOpen => new("NP1623", "route that nothing guards");

    /// <summary>An authorizer that cannot decide, or remembers decisions it should not.</summary>
    public static Diagnostic ApiAuthorizer => new("NP1624", "authorizer of an API");

    /// <summary>A model that is no schema, or where no body is.</summary>
    public static Diagnostic ApiModel => new("NP1625", "model of a request");

    /// <summary>Answers that cannot be kept, or that another caller would get.</summary>
    public static Diagnostic ApiCache => new("NP1626", "cached route");

    /// <summary>API keys that no plan has, or that contradict the lock.</summary>
    public static Diagnostic ApiKeys => new("NP1627", "API keys and usage plans");

    /// <summary>A stage with a name or variable that API Gateway would refuse.</summary>
    public static Diagnostic ApiStage => new("NP1628", "stage of an API");

    /// <summary>Limits of requests that let nobody in.</summary>
    public static Diagnostic ApiThrottle => new("NP1629", "limit that lets nobody in");

    /// <summary>Origins that are not origins, or all of them with the user's cookies.</summary>
    public static Diagnostic ApiCors => new("NP1630", "CORS of an API");

    /// <summary>A regional API takes certificates of its own Region.</summary>
    public static Diagnostic ApiCertificate => new("NP1631", "certificate of an API in another Region");

    /// <summary>An account has one log role for API Gateway in each Region.</summary>
    public static Diagnostic ApiAccount => new("NP1632", "log role of API Gateway set twice");

    /// <summary>A lock that does not close, or whose parts contradict each other.</summary>
    public static Diagnostic OriginLock => new("NP1650", "lock of an origin");

    /// <summary>The secrets of a lock need a Region to know where their replica goes.</summary>
    public static Diagnostic OriginLockRegion => new("NP1651", "lock in an unknown Region");

    /// <summary>What a distribution needs is in us-east-1.</summary>
    public static Diagnostic DistributionRegion => new("NP1660", "distribution outside us-east-1");

    /// <summary>A distribution takes WebACLs of scope CLOUDFRONT only.</summary>
    public static Diagnostic DistributionWebAcl => new("NP1661", "WebACL that protects no distribution");

    /// <summary>CloudFront takes certificates of us-east-1 only.</summary>
    public static Diagnostic DistributionCertificate => new("NP1662", "certificate that CloudFront cannot use");

    /// <summary>A distribution without names, with one twice, or outside its zone.</summary>
    public static Diagnostic DistributionNames => new("NP1663", "names of a distribution");

    /// <summary>An origin that is not there, is not asked, or has settings that CloudFront refuses.</summary>
    public static Diagnostic DistributionOrigin => new("NP1664", "origin of a distribution");

    /// <summary>A generated name that no certificate has, or that goes around the distribution.</summary>
    public static Diagnostic DistributionOriginHost => new("NP1665", "origin under a name that does not work");

    /// <summary>A header that CloudFront does not add, or a secret in the template.</summary>
    public static Diagnostic DistributionOriginHeader => new("NP1666", "header to an origin");

    /// <summary>A group of origins that CloudFront refuses.</summary>
    public static Diagnostic DistributionFailover => new("NP1667", "origin failover");

    /// <summary>A behaviour that is never reached, or that its origin cannot serve.</summary>
    public static Diagnostic DistributionBehavior => new("NP1668", "behaviour of a distribution");

    /// <summary>A cache key that mixes callers, or that CloudFront refuses.</summary>
    public static Diagnostic DistributionCache => new("NP1669", "cache that mixes callers or is refused");

    /// <summary>Where a distribution answers has to be said.</summary>
    public static Diagnostic DistributionCountries => new("NP1670", "countries of a distribution");

    /// <summary>A function that CloudFront refuses, or that mixes applications.</summary>
    public static Diagnostic DistributionFunction => new("NP1671", "function of a distribution");

    /// <summary>Keys that are no public keys, too many, or of nobody.</summary>
    public static Diagnostic DistributionSigners => new("NP1672", "signers of a distribution");

    /// <summary>A setting that CloudFront refuses.</summary>
    public static Diagnostic DistributionSetting => new("NP1673", "setting of a distribution");

    /// <summary>A setting of REST APIs on an HTTP API.</summary>
    public static Diagnostic HttpApiSetting => new("NP1680", "setting that HTTP APIs do not have");

    /// <summary>A lock of REST APIs on an HTTP API.</summary>
    public static Diagnostic HttpApiLock => new("NP1681", "lock that HTTP APIs do not have");

    /// <summary>Tokens of an issuer that publishes no keys, or for anybody.</summary>
    public static Diagnostic JwtIssuer => new("NP1682", "issuer or audience of tokens");

    /// <summary>A guarded route takes the requests by which browsers ask whether they may call.</summary>
    public static Diagnostic HttpApiPreflight => new("NP1683", "preflight request that a route refuses");

    /// <summary>A time for which an HTTP API does not wait.</summary>
    public static Diagnostic HttpApiTimeout => new("NP1684", "timeout of an HTTP API");

    /// <summary>Names between the stacks of a front door that do not fit.</summary>
    public static Diagnostic FrontDoorNames => new("NP1690", "names of a front door");

    /// <summary>An API behind CloudFront that others reach too, or CloudFront does not.</summary>
    public static Diagnostic FrontDoorLock => new("NP1691", "front door that can be walked around");

    /// <summary>Signatures of IAM cover the name that the client asked for.</summary>
    public static Diagnostic FrontDoorSignature => new("NP1692", "signature for another name");

    /// <summary>Settings of a site that is not there.</summary>
    public static Diagnostic FrontDoorSite => new("NP1693", "site of a front door");
}
