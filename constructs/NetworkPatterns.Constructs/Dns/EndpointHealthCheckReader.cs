using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Reads the props of an <see cref="EndpointHealthCheck"/>.</summary>
internal static class EndpointHealthCheckReader
{
    private const int LongestText = 255;
    private const int FewestCheckerRegions = 3;

    // https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
    private static readonly ImmutableArray<string> CheckerRegions =
        ["ap-northeast-1", "ap-southeast-1", "ap-southeast-2", "eu-west-1", "sa-east-1", "us-east-1", "us-west-1", "us-west-2"];

    // What the checkers cannot reach: RFC 5735, RFC 6598 and RFC 5156.
    private static readonly ImmutableArray<Cidr> Unreachable =
    [
        .. "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 224.0.0.0/3 ::/8 fc00::/7 fe80::/10 ff00::/8"
            .Split(' ').Select(Cidr.Parse),
    ];

    public static HealthCheckPlan Read(EndpointHealthCheckProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        CheckEndpoint(props, context, problems);
        CheckRequest(props, context, problems);
        CheckPace(props, context, problems);
        problems.ThrowIfAny();

        var isHttp = props.Protocol != HealthCheckProtocol.Tcp;
        var seconds = (int)props.Interval.TotalSeconds;
        var type = $"{props.Protocol.ToString().ToUpperInvariant()}{(props.SearchString is null ? "" : "_STR_MATCH")}";
        return new(
            $"{props.Protocol}{(props.SearchString is null ? "" : "Match")}Every{seconds}{(props.MeasureLatency ? "WithLatency" : "")}",
            type,
            [
                ("Port", props.Port ?? (props.Protocol == HealthCheckProtocol.Https ? 443 : 80)),
                ("ResourcePath", isHttp ? (Value)PathOf(props) : null),
                ("SearchString", props.SearchString is null ? null : (Value)props.SearchString),
                ("RequestInterval", seconds),
                ("FailureThreshold", props.FailureThreshold),
                ("EnableSNI", props.Protocol == HealthCheckProtocol.Https ? (Value)props.EnableSni : null),
                ("Inverted", props.IsInverted ? (Value)true : null),
                ("MeasureLatency", props.MeasureLatency ? (Value)true : null),
                ("Regions", props.CheckerRegions.Count == 0 ? null : Value.List(props.CheckerRegions.Order(StringComparer.Ordinal).Select(region => (Value)region))),
            ])
        {
            Texts =
            [
                .. props.DomainName is { } name ? [("FullyQualifiedDomainName", name)] : Array.Empty<(string, string)>(),
                .. props.IpAddress is { } address ? [("IPAddress", address)] : Array.Empty<(string, string)>(),
            ],
        };
    }

    private static string PathOf(EndpointHealthCheckProps props) => props.Path switch
    {
        null => "/",
        var path when path.StartsWith('/') => path,
        var path => $"/{path}",
    };

    private static void CheckEndpoint(EndpointHealthCheckProps props, PatternContext context, ProblemList problems)
    {
        if (props is { DomainName: null, IpAddress: null })
        {
            problems.Add(DiagnosticCatalogue.HealthCheckEndpoint.At(
                context.At(nameof(props.DomainName)), "neither a name nor an address is given", "give the DomainName or the IpAddress of the endpoint"));
        }

        if (props.DomainName is { } name && !context.IsToken(name) && (!DnsName.TryParse(name, out _) || name.Contains('*', StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.NotADnsName.At(
                context.At(nameof(props.DomainName)), $"'{name}' is not the name of a host", "write the full name of one endpoint, such as eu.app.example.com"));
        }

        if (props.IpAddress is not { } text || context.IsToken(text))
        {
            return;
        }

        if (!IPAddress.TryParse(text, out var address))
        {
            problems.Add(DiagnosticCatalogue.HealthCheckEndpoint.At(context.At(nameof(props.IpAddress)), $"'{text}' is not an address", "write it like 192.0.2.1 or 2001:db8::1"));
        }
        else if (Unreachable.Any(range => range.Contains(address)))
        {
            problems.Add(DiagnosticCatalogue.HealthCheckUnreachable.At(
                context.At(nameof(props.IpAddress)),
                $"Route 53's checkers cannot reach {text}, which is not a public address",
                "use an AlarmHealthCheck over a metric of the endpoint"));
        }
    }

    private static void CheckRequest(EndpointHealthCheckProps props, PatternContext context, ProblemList problems)
    {
        if (props.Port is < 1 or > 65535)
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At(context.At(nameof(props.Port)), $"{props.Port} is not a port", "give a port from 1 to 65535"));
        }

        if (props is { Protocol: HealthCheckProtocol.Tcp, Port: null })
        {
            problems.Add(DiagnosticCatalogue.HealthCheckRequest.At(context.At(nameof(props.Port)), "a TCP check has no default port", "give the Port"));
        }

        foreach (var (property, text) in new[] { (nameof(props.Path), props.Path), (nameof(props.SearchString), props.SearchString) })
        {
            if (text is not null && props.Protocol == HealthCheckProtocol.Tcp)
            {
                problems.Add(DiagnosticCatalogue.HealthCheckRequest.At(
                    context.At(property), $"a TCP check sends no request, so {property} has no meaning", $"leave {property} out, or choose HTTP or HTTPS"));
            }
            else if (text is { Length: 0 or > LongestText })
            {
                problems.Add(DiagnosticCatalogue.HealthCheckRequest.At(
                    context.At(property), $"{property} has {text.Length} characters, and 1 to {LongestText} are possible", "shorten it, or leave it out"));
            }
        }
    }

    private static void CheckPace(EndpointHealthCheckProps props, PatternContext context, ProblemList problems)
    {
        if (props.Interval.TotalSeconds is not (10 or 30))
        {
            problems.Add(DiagnosticCatalogue.HealthCheckInterval.At(
                context.At(nameof(props.Interval)), $"checkers ask every 10 or 30 seconds, not every {props.Interval.TotalSeconds}", "choose 10 or 30 seconds"));
        }

        if (props.FailureThreshold is < 1 or > 10)
        {
            problems.Add(DiagnosticCatalogue.HealthCheckThreshold.At(
                context.At(nameof(props.FailureThreshold)), $"the threshold {props.FailureThreshold} is not one of 1 to 10", "choose 3, Route 53's own default"));
        }

        var unknown = props.CheckerRegions.Where(region => !CheckerRegions.Contains(region, StringComparer.Ordinal)).ToList();
        if (unknown.Count > 0 || (props.CheckerRegions.Count > 0 && props.CheckerRegions.Distinct(StringComparer.Ordinal).Count() < FewestCheckerRegions))
        {
            problems.Add(DiagnosticCatalogue.HealthCheckRegions.At(
                context.At(nameof(props.CheckerRegions)),
                unknown.Count > 0 ? $"no checkers are in {string.Join(", ", unknown)}" : $"fewer than {FewestCheckerRegions} Regions ask",
                $"name at least {FewestCheckerRegions} of {string.Join(", ", CheckerRegions)}"));
        }
    }
}
