using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>Logs that reach a Kinesis data stream within seconds, of a share of the requests of the behaviours that name them.</summary>
/// <remarks>
/// They cost by the line, beside the stream. A value used by several behaviours makes one configuration and one stream.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html</para>
/// </remarks>
/// <param name="Name">The configuration's name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="SamplingPercent">How many of a hundred requests are logged, 1 to 100.</param>
public sealed record EdgeRealtimeLogs(string Name, int SamplingPercent)
{
    /// <summary>What is logged where nothing is chosen: who asked for what, and how the answer was; no cookie and no header of the client's choice.</summary>
    public static ImmutableArray<string> UsualFields { get; } =
    [
        "timestamp", "c-ip", "c-country", "cs-method", "cs-protocol", "cs-host", "cs-uri-stem", "sc-status", "sc-bytes", "time-to-first-byte",
        "time-taken", "x-edge-location", "x-edge-request-id", "x-edge-result-type", "x-edge-detailed-result-type", "cache-behavior-path-pattern",
    ];

    /// <summary>The fields of a line, in order. Default: <see cref="UsualFields"/>.</summary>
    public ImmutableArray<string> Fields { get; init; } = UsualFields;

    /// <summary>The ARN of a stream of us-east-1, a literal or a token. Default: an encrypted stream of its own that scales on demand.</summary>
    public string? StreamArn { get; init; }

    /// <summary>The ARN of the customer managed key that encrypts the stream of <see cref="StreamArn"/>. Default: none.</summary>
    public string? StreamKeyArn { get; init; }

    /// <summary>Two of one name must agree in this.</summary>
    internal string Content => $"{SamplingPercent}|{StreamArn}|{StreamKeyArn}|{string.Join(',', Fields)}";
}
