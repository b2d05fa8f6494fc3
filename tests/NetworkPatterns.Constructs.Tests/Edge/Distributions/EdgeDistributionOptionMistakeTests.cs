using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Distributions;
using static NetworkPatterns.Constructs.Tests.Edge.Distributions.EdgeDistributionSamples;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>Mistakes in logs, staging, error pages, field-level encryption and origin shields.</summary>
public sealed class EdgeDistributionOptionMistakeTests
{
    private static readonly EdgeRealtimeLogs Live = new("live", 10);

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "delivered nowhere", "NP1800", "AccessLogs", "nowhere" },
        { "two buckets", "NP1800", "AccessLogs", "2 places" },
        { "Parquet in a log group", "NP1800", "AccessLogs[LogGroup]", "Parquet" },
        { "W3C in a stream", "NP1800", "AccessLogs[Stream]", "W3c" },
        { "path in a log group", "NP1800", "AccessLogs[LogGroup]", "only a bucket" },
        { "unknown variable", "NP1800", "AccessLogs[Bucket]", "{minute}" },
        { "stream elsewhere", "NP1800", "AccessLogs[Stream]", "eu-west-1" },
        { "field", "NP1800", "AccessLogs[Bucket]", "'c ip'" },
        { "field twice", "NP1800", "AccessLogs[Bucket]", "2 times" },
        { "group days", "NP1215", "AccessLogs[LogGroup]", "2 days" },
        { "no sample", "NP1801", "RealtimeLogs[live]", "0 of a hundred" },
        { "too many", "NP1801", "RealtimeLogs[live]", "101 of a hundred" },
        { "field of delivered logs", "NP1801", "RealtimeLogs[live]", "'cs(Host)'" },
        { "no field", "NP1801", "RealtimeLogs[live]", "without fields" },
        { "real-time name", "NP1801", "RealtimeLogs[my logs]", "'my logs'" },
        { "real-time stream elsewhere", "NP1801", "RealtimeLogs[live]", "eu-west-1" },
        { "key of no stream", "NP1801", "RealtimeLogs[live]", "StreamKeyArn" },
        { "two of one name", "NP1801", "Behaviors", "'live'" },
        { "staging with HTTP/3", "NP1802", "Staging", "HasHttp3" },
        { "much to staging", "NP1802", "Staging", "16 %" },
        { "less than nothing to staging", "NP1802", "Staging", "-1 %" },
        { "header of others", "NP1802", "Staging", "x-staging" },
        { "short session", "NP1802", "Staging", "00:01:00" },
        { "long session", "NP1802", "Staging", "02:00:00" },
        { "session by header", "NP1802", "Staging", "no session" },
        { "behaviours of staging", "NP1668", "Staging.Behaviors", "0 behaviours" },
        { "origins of staging", "NP1664", "Staging.Origins[other]", "no behaviour" },
        { "unknown origin of staging", "NP1664", "Staging.Behaviors[*]", "'nowhere'" },
        { "function of staging", "NP1671", "Behaviors", "'Mine'" },
        { "pages before an API", "NP1803", "ErrorPages", "/api/*" },
        { "pages before an API of staging", "NP1803", "Staging.ErrorPages", "/api/*" },
        { "page twice", "NP1803", "ErrorPages", "404 has 2" },
        { "page for 418", "NP1803", "ErrorPages[418]", "418" },
        { "path of a page", "NP1803", "ErrorPages[404]", "'404.html'" },
        { "status without page", "NP1803", "ErrorPages[404]", "no page" },
        { "status of a page", "NP1803", "ErrorPages[404]", "301" },
        { "half a second", "NP1803", "ErrorPages[404]", "00:00:00.5" },
        { "encryption of reading", "NP1804", "Behaviors[*]", "only reads" },
        { "no ID", "NP1804", "Behaviors[/api/*]", "'my-config'" },
        { "own code with steps", "NP1671", "Behaviors[*]", "beside code of your own" },
        { "nothing alike", "NP1671", "Behaviors[*]", "nothing to normalize" },
        { "read-only header", "NP1671", "Behaviors[*]", "'Host'" },
        { "language", "NP1671", "Behaviors[*]", "'en US'" },
        { "realm", "NP1671", "Behaviors[*]", "'a \"b\"'" },
        { "open below signed", "NP1672", "Behaviors", "'/paid/new/*' is open" },
        { "no shield there", "NP1805", "Origins[api]", "eu-north-1" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => EdgeDistributionPlan.From(PropsOf(name), "example.com", EdgeStacks.Context(nameof(EdgeDistributionProps)))).ShouldHave(code, where, what);

    private static EdgeDistributionProps PropsOf(string name) => name switch
    {
        "delivered nowhere" => Props(EdgeAccessLogs.DeliveredOnly()),
        "two buckets" => Delivered(EdgeLogDelivery.ToS3(), EdgeLogDelivery.ToS3()),
        "Parquet in a log group" => Delivered(EdgeLogDelivery.ToCloudWatch() with { Format = EdgeLogFormat.Parquet }),
        "W3C in a stream" => Delivered(Stream("us-east-1") with { Format = EdgeLogFormat.W3c }),
        "path in a log group" => Delivered(EdgeLogDelivery.ToCloudWatch() with { HasHivePaths = true }),
        "unknown variable" => Delivered(EdgeLogDelivery.ToS3() with { SuffixPath = "{yyyy}/{minute}" }),
        "stream elsewhere" => Delivered(Stream("eu-west-1")),
        "field" => Delivered(EdgeLogDelivery.ToS3() with { Fields = ["c ip"] }),
        "field twice" => Delivered(EdgeLogDelivery.ToS3() with { Fields = ["c-ip", "c-ip"] }),
        "group days" => Delivered(EdgeLogDelivery.ToCloudWatch(2)),
        "no sample" => Realtime(Live with { SamplingPercent = 0 }),
        "too many" => Realtime(Live with { SamplingPercent = 101 }),
        "field of delivered logs" => Realtime(Live with { Fields = ["cs(Host)"] }),
        "no field" => Realtime(Live with { Fields = [] }),
        "real-time name" => Realtime(Live with { Name = "my logs" }),
        "real-time stream elsewhere" => Realtime(Live with { StreamArn = "arn:aws:kinesis:eu-west-1:111111111111:stream/live" }),
        "key of no stream" => Realtime(Live with { StreamKeyArn = "arn:aws:kms:us-east-1:111111111111:key/1" }),
        "two of one name" => Props(behaviors: [EdgeBehavior.Files("/a/*", "site") with { RealtimeLogs = Live }, ToSite with { RealtimeLogs = Live with { SamplingPercent = 20 } }]),
        "staging with HTTP/3" => Props(staging: EdgeStaging.ByWeight(5, ToSite)),
        "much to staging" => Staged(EdgeStaging.ByWeight(16, ToSite)),
        "less than nothing to staging" => Staged(EdgeStaging.ByWeight(-1, ToSite)),
        "header of others" => Staged(EdgeStaging.ByHeader("x-staging", "1", ToSite)),
        "short session" => Staged(EdgeStaging.ByWeight(5, ToSite) with { Session = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)) }),
        "long session" => Staged(EdgeStaging.ByWeight(5, ToSite) with { Session = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(2)) }),
        "session by header" => Staged(EdgeStaging.ByHeader("aws-cf-cd-test", "1", ToSite) with { Session = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)) }),
        "behaviours of staging" => Staged(EdgeStaging.ByWeight(5)),
        "origins of staging" => Staged(EdgeStaging.ByWeight(5, ToSite) with { Origins = [Site, EdgeOrigin.Bucket("other")] }),
        "unknown origin of staging" => Staged(EdgeStaging.ByWeight(5, EdgeBehavior.Files("*", "nowhere"))),
        "function of staging" => Props(
            behaviors: [ToSite with { Function = EdgeFunction.FromCode("Mine", "function handler(event) { return event.request; }") }],
            staging: EdgeStaging.ByWeight(5, ToSite with { Function = EdgeFunction.FromCode("Mine", "function handler(event) {}") }),
            hasHttp3: false),
        "pages before an API" => Props(origins: [ApiOrigin, Site], behaviors: [ToApi, ToSite], errorPages: [new(404)]),
        "pages before an API of staging" => Props(staging: EdgeStaging.ByWeight(5, ToApi, ToSite) with { Origins = [ApiOrigin, Site] }, hasHttp3: false, errorPages: [new(404)]),
        "page twice" => Props(errorPages: [new(404), new(404)]),
        "page for 418" => Props(errorPages: [new(418)]),
        "path of a page" => Props(errorPages: [new(404) { PagePath = "404.html" }]),
        "status without page" => Props(errorPages: [new(404) { ShownStatusCode = 200 }]),
        "status of a page" => Props(errorPages: [new(404) { PagePath = "/404.html", ShownStatusCode = 301 }]),
        "half a second" => Props(errorPages: [new(404) { RememberedFor = TimeSpan.FromSeconds(0.5) }]),
        "encryption of reading" => Props(behaviors: [ToSite with { FieldLevelEncryptionId = "C3KM2WVD605UAY" }]),
        "no ID" => Props(origins: [ApiOrigin, Site], behaviors: [ToApi with { FieldLevelEncryptionId = "my-config" }, ToSite]),
        "own code with steps" => Doing(EdgeFunction.FromCode("Mine", "function handler(event) { return event.request; }").Then(EdgeFunction.SinglePage)),
        "nothing alike" => Doing(EdgeFunction.Normalize("Alike", new())),
        "read-only header" => Doing(EdgeFunction.Normalize("Alike", new() { DroppedHeaders = ["Host"] })),
        "language" => Doing(EdgeFunction.Normalize("Alike", new() { Languages = ["en US"] })),
        "realm" => Doing(EdgeFunction.RequirePassword("Door", "a \"b\"")),
        "open below signed" => Props(
            behaviors: [EdgeBehavior.Files("/paid/new/*", "site"), EdgeBehavior.Files("/paid/*", "site") with { Signers = ["vip"] }, ToSite],
            signers: [new("vip", ImmutableSortedDictionary<string, string>.Empty.Add("first", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"))]),
        "no shield there" => Props(origins: [ApiOrigin with { ShieldRegion = "eu-north-1" }, Site], behaviors: [ToApi, ToSite]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such mistake"),
    };

    private static EdgeDistributionProps Delivered(params EdgeLogDelivery[] deliveries) => Props(EdgeAccessLogs.StandardAndDelivered(deliveries));

    private static EdgeDistributionProps Realtime(EdgeRealtimeLogs logs) => Props(behaviors: [ToSite with { RealtimeLogs = logs }]);

    private static EdgeDistributionProps Doing(EdgeFunction function) => Props(behaviors: [ToSite with { Function = function }]);

    private static EdgeDistributionProps Staged(EdgeStaging staging) => Props(staging: staging, hasHttp3: false);

    private static EdgeLogDelivery Stream(string region) => EdgeLogDelivery.ToFirehose($"arn:aws:firehose:{region}:111111111111:deliverystream/logs");
}
