using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Scenarios;

/// <summary>A question and its expected answer.</summary>
/// <param name="Answer"><c>reachable</c>, <c>not-reachable</c> or <c>unknown</c>.</param>
internal sealed record ScenarioFlow(string From, string To, string Answer)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public string Protocol { get; init; } = "tcp";

    public int? Port { get; init; }

    public int? IpVersion { get; init; }

    /// <summary>When not reachable: every blocker, as <c>CODE Component</c>; null where they are not looked at.</summary>
    public ImmutableArray<string>? BlockedBy { get; init; }

    /// <summary>When reachable: components on the path, in this order.</summary>
    public ImmutableArray<string> Through { get; init; } = [];

    /// <summary>When reachable: the source addresses of the packets; null where they are not looked at.</summary>
    public ImmutableArray<string>? Sources { get; init; }

    /// <summary>When unknown: a part of what is missing, its component included.</summary>
    public string? Missing { get; init; }

    public static ImmutableArray<ScenarioFlow> Read(string json) => JsonSerializer.Deserialize<ImmutableArray<ScenarioFlow>>(json, Options);

    public ReachabilityQuery Query(EndpointSelector from, EndpointSelector to) => new(
        from,
        to,
        Enum.Parse<QueryProtocol>(Protocol, ignoreCase: true),
        Port is { } port ? new PortRange(port, port) : null,
        IpVersion is { } version ? (IpVersion)version : null);

    public override string ToString() =>
        $"{From} -> {To} {Protocol}{(Port is null ? "" : $" {Port}")}{(IpVersion is null ? "" : $" IPv{IpVersion}")}";
}
