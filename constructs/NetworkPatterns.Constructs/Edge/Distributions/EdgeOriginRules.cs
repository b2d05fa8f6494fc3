using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>What has to hold for the origins of a distribution.</summary>
internal static class EdgeOriginRules
{
    private static readonly int[] FailoverCodes = [400, 403, 404, 416, 429, 500, 502, 503, 504];

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html
    private static readonly string[] ForbiddenHeaders =
    [
        "cache-control", "connection", "content-length", "cookie", "host", "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since",
        "max-forwards", "pragma", "proxy-authenticate", "proxy-authorization", "proxy-connection", "range", "request-range", "te", "trailer", "transfer-encoding",
        "upgrade", "via", "x-real-ip",
    ];

    public static void Check(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        var origins = context.At(nameof(props.Origins));
        foreach (var repeated in props.Origins.GroupBy(origin => ResourceName.Key(origin.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DistributionOrigin.At(origins, $"{repeated.Count()} origins are called '{repeated.First().Name}'", "give each origin a name of its own"));
        }

        var used = props.Behaviors.Select(behavior => behavior.OriginName)
            .Concat(props.Behaviors.SelectMany(behavior => behavior.Function?.Origins ?? []))
            .Concat(props.Origins.SelectMany(origin => origin.Members))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var origin in props.Origins)
        {
            var where = context.At($"{nameof(props.Origins)}[{origin.Name}]");
            if (!ResourceName.IsValid(origin.Name))
            {
                problems.Add(DiagnosticCatalogue.DistributionOrigin.At(where, $"'{origin.Name}' cannot be the name of an origin", "use a letter, then up to 63 letters, digits and hyphens"));
            }

            if (!used.Contains(origin.Name))
            {
                problems.Add(DiagnosticCatalogue.DistributionOrigin.At(where, "no behaviour asks the origin", "leave it out, or give it paths"));
            }

            CheckServer(origin, where, problems);
            CheckMembers(origin, props, where, problems);
            if (origin.ShieldRegion is { } shield && !RegionCode.IsValid(shield))
            {
                problems.Add(DiagnosticCatalogue.NotARegion.At(where, $"'{shield}' is not the code of a Region", "write it like eu-west-1"));
            }
            else if (origin.ShieldRegion is { } region && !OriginShield.Regions.Contains(region))
            {
                problems.Add(DiagnosticCatalogue.DistributionShield.At(where, $"CloudFront has no origin shield in {region}", $"choose the nearest of {string.Join(", ", OriginShield.Regions)}"));
            }
        }
    }

    private static void CheckServer(EdgeOrigin origin, string where, ProblemList problems)
    {
        if (origin.Kind is not (EdgeOriginKind.Server or EdgeOriginKind.Vpc))
        {
            return;
        }

        CheckVpc(origin, where, problems);
        if (!DnsName.TryParse(origin.DomainName!, out var name))
        {
            problems.Add(DiagnosticCatalogue.DistributionOriginHost.At(
                where, $"'{origin.DomainName}' is not a literal DNS name", "decide the name in code, write a record for it in the origin's stack, and nothing has to cross stacks"));
            return;
        }

        if (name.EndsWith(".elb.amazonaws.com", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.DistributionOriginHost.At(where, $"no certificate has the load balancer's generated name '{name}', so TLS fails (502)", "write a record for the load balancer under a name on its certificate"));
        }

        if (name.Contains(".execute-api.", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.DistributionOriginHost.At(where, $"'{name}' is the generated name of an API, by which everybody can go around the distribution", "give the API a custom domain, and turn its generated name off"));
        }

        foreach (var timeout in new[] { origin.ReadTimeout, origin.KeepaliveTimeout ?? TimeSpan.FromSeconds(1) }.Where(timeout =>
            timeout < TimeSpan.FromSeconds(1) || timeout > TimeSpan.FromSeconds(120) || timeout.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            problems.Add(DiagnosticCatalogue.DistributionOrigin.At(where, string.Create(CultureInfo.InvariantCulture, $"{timeout} is not 1 to 120 whole seconds"), "choose a time between"));
        }

        foreach (var header in origin.Headers.Keys.Where(header => ForbiddenHeaders.Contains(header.ToLowerInvariant(), StringComparer.Ordinal) || header.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || header.StartsWith("x-edge-", StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(DiagnosticCatalogue.DistributionOriginHeader.At(where, $"CloudFront adds no header '{header}'", "use another header"));
        }

        foreach (var header in origin.Headers.Where(header => IsSecret(header.Key) && !header.Value.Contains("{{resolve:", StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.DistributionOriginHeader.At(where, $"the secret header '{header.Key}' stands in the template", "give a dynamic reference to a secret, {{resolve:secretsmanager:...}}"));
        }
    }

    private static void CheckVpc(EdgeOrigin origin, string where, ProblemList problems)
    {
        if (origin.VpcOriginId is { } id && !id.StartsWith("vo_", StringComparison.Ordinal) && !id.Contains("${Token[", StringComparison.Ordinal) && !id.StartsWith("{{resolve:", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.VpcOriginEndpoint.At(where, $"'{id}' is not the ID of a VPC origin", "give VpcOriginReference of a PrivateAlb or a VpcOrigin; the ARN of a load balancer is not it"));
        }

        if (origin is { Kind: EdgeOriginKind.Vpc, ClientCertificateArn: not null })
        {
            problems.Add(DiagnosticCatalogue.VpcOriginEndpoint.At(where, "CloudFront shows no client certificate to a VPC origin", "leave ClientCertificateArn out: only CloudFront gets there"));
        }
    }

    private static void CheckMembers(EdgeOrigin origin, EdgeDistributionProps props, string where, ProblemList problems)
    {
        if (origin.Kind != EdgeOriginKind.Failover)
        {
            return;
        }

        foreach (var member in origin.Members.Where(member => !props.Origins.Any(other => other.Name == member && other.Kind != EdgeOriginKind.Failover)))
        {
            problems.Add(DiagnosticCatalogue.DistributionFailover.At(where, $"'{member}' is not an origin of the distribution", "name two origins that are no groups"));
        }

        if (origin.Members[0] == origin.Members[1])
        {
            problems.Add(DiagnosticCatalogue.DistributionFailover.At(where, $"'{origin.Members[0]}' stands in for itself", "name another origin"));
        }

        foreach (var code in origin.StatusCodes.Where(code => !FailoverCodes.Contains(code)))
        {
            problems.Add(DiagnosticCatalogue.DistributionFailover.At(where, $"CloudFront does not fail over on {code}", $"use some of {string.Join(", ", FailoverCodes)}"));
        }
    }

    private static bool IsSecret(string header) => header.Equals(Api.OriginLock.HeaderName, StringComparison.OrdinalIgnoreCase)
        || header.Equals("x-api-key", StringComparison.OrdinalIgnoreCase)
        || header.Equals("authorization", StringComparison.OrdinalIgnoreCase);
}
