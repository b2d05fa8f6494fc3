using System.Text;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>What has to hold for the behaviours of a distribution.</summary>
internal static partial class EdgeBehaviorRules
{
    private const int LargestFunction = 10 * 1024;

    public static void Check(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        var behaviors = context.At(nameof(props.Behaviors));
        if (props.Behaviors.Count(behavior => behavior.IsDefault) != 1)
        {
            problems.Add(DiagnosticCatalogue.DistributionBehavior.At(behaviors, $"{props.Behaviors.Count(behavior => behavior.IsDefault)} behaviours are for all other paths", "give exactly one EdgeBehavior.Everything"));
        }

        foreach (var repeated in props.Behaviors.Where(behavior => !behavior.IsDefault).GroupBy(behavior => behavior.PathPattern, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DistributionBehavior.At(behaviors, $"the pattern '{repeated.Key}' is given {repeated.Count()} times", "give each pattern once"));
        }

        CheckOrder(props, behaviors, problems);
        CheckSigned(props, behaviors, problems);
        foreach (var behavior in props.Behaviors)
        {
            var where = context.At($"{nameof(props.Behaviors)}[{behavior.PathPattern}]");
            CheckBehavior(behavior, props, where, problems);
            CheckCache(behavior, where, problems);
            CheckFunction(behavior, props, where, problems);
            EdgeErrorPageRules.CheckEncryption(behavior, context, where, problems);
        }
    }

    private static void CheckBehavior(EdgeBehavior behavior, EdgeDistributionProps props, string where, ProblemList problems)
    {
        if (!Pattern().IsMatch(behavior.PathPattern))
        {
            problems.Add(DiagnosticCatalogue.DistributionBehavior.At(where, $"'{behavior.PathPattern}' is not a pattern of paths", "write it like /api/*, of letters, digits, * ? _ - . $ / ~ \" ' @ : + &"));
        }

        var origin = props.Origins.FirstOrDefault(origin => origin.Name == behavior.OriginName);
        if (origin is null)
        {
            problems.Add(DiagnosticCatalogue.DistributionOrigin.At(where, $"'{behavior.OriginName}' is not an origin of the distribution", $"name one of {string.Join(", ", props.Origins.Select(known => known.Name))}"));
        }

        if (origin is { Kind: EdgeOriginKind.Failover } && behavior.Kind == EdgeBehaviorKind.Api)
        {
            problems.Add(DiagnosticCatalogue.DistributionFailover.At(where, $"the group '{origin.Name}' is asked to write, and CloudFront refuses that", "let the group answer EdgeBehavior.Files only; writes fail over by DNS"));
        }

        if (origin is { Kind: EdgeOriginKind.Bucket } && behavior.Kind == EdgeBehaviorKind.Api)
        {
            problems.Add(DiagnosticCatalogue.DistributionBehavior.At(where, $"the bucket '{origin.Name}' is no API: only reading is allowed there", "use EdgeBehavior.Files"));
        }

        if (behavior.PassesHost && behavior.Kind != EdgeBehaviorKind.Api)
        {
            problems.Add(DiagnosticCatalogue.DistributionBehavior.At(where, "files are asked for by the client's Host, which their origin does not know", "leave PassesHost out"));
        }

        foreach (var name in behavior.Signers.Where(name => props.Signers.All(signers => signers.Name != name)))
        {
            problems.Add(DiagnosticCatalogue.DistributionSigners.At(where, $"'{name}' are no signers of the distribution", "add them to Signers"));
        }
    }

    private static void CheckCache(EdgeBehavior behavior, string where, ProblemList problems)
    {
        if (behavior.Cache is not { } cache)
        {
            return;
        }

        if (cache.Age < TimeSpan.Zero || cache.MaxAge < cache.Age)
        {
            problems.Add(DiagnosticCatalogue.DistributionCache.At(where, $"answers are kept for {cache.Age}, and for {cache.MaxAge} at most", "give times that follow each other"));
        }

        if (cache.MaxAge == TimeSpan.Zero && (!cache.Headers.IsEmpty || !cache.Cookies.IsEmpty || !cache.QueryArguments.IsEmpty || cache.HasAllQueryArguments))
        {
            problems.Add(DiagnosticCatalogue.DistributionCache.At(where, "nothing is kept, and CloudFront refuses a key for it", "leave Cache out of an API, or keep answers for some time"));
        }

        if (behavior.Kind == EdgeBehaviorKind.Api && cache.MaxAge > TimeSpan.Zero && !cache.Headers.Contains("Authorization", StringComparer.OrdinalIgnoreCase) && cache.Cookies.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.DistributionCache.At(where, "one caller would get another's answer: nothing in the key says who calls", "add Authorization to Headers, or the session's cookie to Cookies"));
        }

        if (cache is { HasAllQueryArguments: true, QueryArguments.IsEmpty: false })
        {
            problems.Add(DiagnosticCatalogue.DistributionCache.At(where, "all query arguments tell answers apart, and some", "set one of HasAllQueryArguments and QueryArguments"));
        }

        if (cache.Headers.Contains("Host", StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(DiagnosticCatalogue.DistributionCache.At(where, "Host in the key goes to the origin, which does not know the client's name", "leave it out"));
        }
    }

    private static void CheckFunction(EdgeBehavior behavior, EdgeDistributionProps props, string where, ProblemList problems)
    {
        if (behavior.Function is not { } function)
        {
            return;
        }

        if (!ResourceName.IsValid(function.Name))
        {
            problems.Add(DiagnosticCatalogue.DistributionFunction.At(where, $"'{function.Name}' cannot be the name of a function", "use a letter, then letters, digits and hyphens"));
        }

        if (Encoding.UTF8.GetByteCount(function.Code) is var size && size > LargestFunction)
        {
            problems.Add(DiagnosticCatalogue.DistributionFunction.At(where, $"the function '{function.Name}' has {size} bytes, and at most {LargestFunction} are run", "shorten it, or keep its data in a key-value store"));
        }

        foreach (var fault in function.Steps.Select(step => step.Fault).OfType<string>())
        {
            problems.Add(DiagnosticCatalogue.DistributionFunction.At(where, fault, "see EdgeFunction for what each function takes"));
        }

        if (function.Steps.Length > 1 && function.Steps.Any(step => step.IsOwn))
        {
            problems.Add(DiagnosticCatalogue.DistributionFunction.At(where, $"the function '{function.Name}' has steps beside code of your own", "put the steps into your own code, or leave it out"));
        }

        if (!function.Code.Contains("function handler(", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.DistributionFunction.At(where, $"the function '{function.Name}' has no handler", "write function handler(event)"));
        }

        foreach (var origin in function.Origins.Where(name => props.Origins.All(origin => origin.Name != name)))
        {
            problems.Add(DiagnosticCatalogue.DistributionFunction.At(where, $"the function '{function.Name}' sends requests to '{origin}', which is not an origin of the distribution", "add the origin"));
        }

        foreach (var cookie in function.Cookies.Where(cookie => !behavior.IsUncached && !(behavior.Cache?.Cookies.Contains(cookie, StringComparer.Ordinal) ?? false)))
        {
            problems.Add(DiagnosticCatalogue.DistributionFunction.At(where, $"one application would get the other's answers: the cookie '{cookie}' is not in the cache key", "give Cache with the cookie in Cookies"));
        }
    }

    // The first pattern that fits a path is taken, so one behind a wider pattern is never reached.
    private static void CheckOrder(EdgeDistributionProps props, string where, ProblemList problems)
    {
        for (var later = 0; later < props.Behaviors.Count; later++)
        {
            var hidden = props.Behaviors[later];
            var wider = props.Behaviors.Take(later).FirstOrDefault(earlier => !earlier.IsDefault && !hidden.IsDefault && earlier.PathPattern != hidden.PathPattern
                && earlier.PathPattern.IndexOf('*', StringComparison.Ordinal) == earlier.PathPattern.Length - 1
                && !earlier.PathPattern.Contains('?', StringComparison.Ordinal)
                && hidden.PathPattern.StartsWith(earlier.PathPattern[..^1], StringComparison.Ordinal));
            if (wider is not null)
            {
                problems.Add(DiagnosticCatalogue.DistributionBehavior.At(where, $"'{hidden.PathPattern}' is never reached behind '{wider.PathPattern}'", "put the narrower pattern first"));
            }
        }
    }

    // Who protects /paid/* does not expect /paid/new/* to be open.
    private static void CheckSigned(EdgeDistributionProps props, string where, ProblemList problems)
    {
        foreach (var signed in props.Behaviors.Where(behavior => !behavior.Signers.IsEmpty && !behavior.IsDefault && behavior.PathPattern.EndsWith('*')))
        {
            foreach (var open in props.Behaviors.Where(behavior => behavior.Signers.IsEmpty && behavior.PathPattern.StartsWith(signed.PathPattern[..^1], StringComparison.Ordinal)))
            {
                problems.Add(DiagnosticCatalogue.DistributionSigners.At(where, $"'{open.PathPattern}' is open to everybody below '{signed.PathPattern}', which asks for a signature", "sign both, or move what is open elsewhere"));
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9*?_.$/~\"'@:+&-]{1,255}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
