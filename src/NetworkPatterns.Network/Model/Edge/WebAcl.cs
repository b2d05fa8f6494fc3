using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model.Edge;

/// <summary>A WebACL of AWS WAF, as far as it lets requests through.</summary>
internal sealed record WebAcl(Component Component) : NetworkObject(Component)
{
    /// <summary>Whether it is for CloudFront, and not for a Region.</summary>
    public Maybe<bool> IsForCloudFront { get; init; }

    /// <summary>Whether it blocks what no rule lets through.</summary>
    public Maybe<bool> BlocksByDefault { get; init; }

    public ImmutableArray<WebAclRule> Rules { get; init; } = [];
}

/// <summary>A rule of a WebACL.</summary>
/// <param name="Name">Its name in the WebACL.</param>
/// <param name="LetsThrough">Whether it ends the evaluation by letting a request through.</param>
/// <param name="Requests">The requests that it is about.</param>
internal sealed record WebAclRule(string Name, Maybe<bool> LetsThrough, WebAclStatement Requests);

/// <summary>Which requests a rule is about.</summary>
internal abstract record WebAclStatement
{
    private WebAclStatement()
    {
    }

    /// <summary>Requests one of whose headers is exactly this.</summary>
    public sealed record HeaderIs(string Header, EdgeText Value) : WebAclStatement;

    /// <summary>Requests that all of these are about.</summary>
    public sealed record All(ImmutableArray<WebAclStatement> Statements) : WebAclStatement;

    /// <summary>Requests that one of these is about.</summary>
    public sealed record Any(ImmutableArray<WebAclStatement> Statements) : WebAclStatement;

    /// <summary>Requests that need no secret to be among them.</summary>
    public sealed record Other(string What) : WebAclStatement;

    /// <summary>Not known.</summary>
    public sealed record Open(UnknownValue Unknown) : WebAclStatement;
}

/// <summary>A WebACL of a Region put before a stage of an API.</summary>
/// <param name="WebAcl">The WebACL.</param>
/// <param name="Api">The API, or what else it protects.</param>
/// <param name="Stage">The stage's name, or the stage itself as its resource; null where it is no stage.</param>
internal sealed record WebAclAssociation(Component Component, Maybe<ComponentId> WebAcl, Maybe<ComponentId> Api, EdgeText? Stage) : NetworkObject(Component);
