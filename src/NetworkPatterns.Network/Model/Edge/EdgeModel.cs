using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model.Edge;

/// <summary>What answers the internet without a network interface: distributions, APIs and buckets, with what locks them.</summary>
internal sealed record EdgeModel
{
    public static EdgeModel Empty { get; } = new();

    public ImmutableArray<Distribution> Distributions { get; init; } = [];

    public ImmutableArray<OriginAccessControl> AccessControls { get; init; } = [];

    public ImmutableArray<WebAcl> WebAcls { get; init; } = [];

    public ImmutableArray<WebAclAssociation> Associations { get; init; } = [];

    public ImmutableArray<Api> Apis { get; init; } = [];

    public ImmutableArray<ApiStage> Stages { get; init; } = [];

    public ImmutableArray<ApiDomain> Domains { get; init; } = [];

    public ImmutableArray<ApiMapping> Mappings { get; init; } = [];

    public ImmutableArray<ApiKeyGrant> KeyGrants { get; init; } = [];

    public ImmutableArray<DnsAlias> Aliases { get; init; } = [];

    public ImmutableArray<Bucket> Buckets { get; init; } = [];

    public ImmutableArray<ListenerForward> Forwards { get; init; } = [];
}

/// <summary>Text that a service compares: a name, a header's value, an ARN.</summary>
/// <param name="Text">
/// The text; a secret that deployment resolves stands as a reference to it by its name, an attribute of a resource as the resource's name, so that equal
/// texts are equal after deployment.
/// </param>
internal sealed record EdgeText(string Text)
{
    /// <summary>The one resource whose name, attribute or ID it is or holds; null for none.</summary>
    public ComponentId? Resource { get; init; }

    /// <summary>Whether it is a secret that is generated at deployment, so that nobody knows it who is not given it.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Why another text may turn out to be the same; null where different texts are different.</summary>
    public UnknownValue? Doubt { get; init; }

    /// <summary>Whether two texts are the same after deployment; null where that is not known.</summary>
    public bool? Is(EdgeText other) => Text == other.Text ? true : Doubt is null && other.Doubt is null ? false : null;

    public override string ToString() => Text;
}

/// <summary>A name in DNS and where it leads.</summary>
internal sealed record DnsAlias(string Name, Maybe<EdgeText> Target);
