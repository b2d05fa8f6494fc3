using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for the user's statements of a resource policy.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html</remarks>
internal static partial class RestPolicyRules
{
    public static void Check(RegionalRestApiProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.PolicyStatements));
        foreach (var statement in props.PolicyStatements)
        {
            if (statement.Values.IsEmpty)
            {
                problems.Add(DiagnosticCatalogue.ApiPolicy.At(where, $"a statement about a {Name(statement.Callers)} names none", "name at least one, or leave the statement out"));
            }

            CheckUse(statement, props, where, problems);
            foreach (var value in statement.Values.Where(value => !context.IsToken(value)))
            {
                CheckValue(statement.Callers, value, where, problems);
            }
        }

        foreach (var repeated in props.PolicyStatements.Where(statement => statement.Effect == ApiPolicyEffect.Only).GroupBy(statement => statement.Callers).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiPolicy.At(
                where, $"{repeated.Count()} statements each let in only callers of their own {Name(repeated.Key)}", "name all of them in one statement: a caller has to be of every one"));
        }
    }

    // Whether the requests that get here show what the statement asks for.
    private static void CheckUse(ApiPolicyStatement statement, RegionalRestApiProps props, string where, ProblemList problems)
    {
        switch (statement.Callers)
        {
            case ApiCallerKind.Address when props.Lock.Kind is not (OriginLockKind.None or OriginLockKind.Private):
                problems.Add(DiagnosticCatalogue.ApiPolicy.At(
                    where,
                    $"{props.Lock.Kind} lets requests in from CloudFront only, whose addresses they have",
                    "let the distribution's WebACL tell addresses apart, or use OriginLock.None for an API that stands alone"));
                break;
            case ApiCallerKind.Vpc when props.Lock.Kind != OriginLockKind.Private:
                problems.Add(DiagnosticCatalogue.ApiPolicy.At(where, "requests to an API that is not private come from no VPC", "use OriginLock.Private, or leave the statement out"));
                break;
            case ApiCallerKind.Principal when !props.Routes.Any(route => RestApiPlan.AuthorizerOf(route, props)?.Kind == ApiAuthorizerKind.Iam):
                problems.Add(DiagnosticCatalogue.ApiPolicy.At(where, "no route asks for a signature, so no caller is known to IAM", "use ApiAuthorizer.Iam, or leave the statement out"));
                break;
            default:
                break;
        }
    }

    private static void CheckValue(ApiCallerKind callers, string value, string where, ProblemList problems)
    {
        switch (callers)
        {
            case ApiCallerKind.Address when !Cidr.TryParse(value, out _):
                problems.Add(DiagnosticCatalogue.ApiPolicy.At(where, $"'{value}' is not a range of addresses", "write it like 203.0.113.0/24 or 2001:db8::/32, with no bit set behind the prefix"));
                break;
            case ApiCallerKind.Address when Cidr.Parse(value).PrefixLength == 0:
                problems.Add(DiagnosticCatalogue.ApiPolicy.At(where, $"{value} is everybody", "name narrower ranges, or leave the statement out"));
                break;
            case ApiCallerKind.Vpc when !VpcId().IsMatch(value):
                problems.Add(DiagnosticCatalogue.ApiPolicy.At(where, $"'{value}' is not the ID of a VPC", "write it like vpc-0123456789abcdef0"));
                break;
            case ApiCallerKind.Principal when !Account().IsMatch(value) && !PrincipalArn().IsMatch(value):
                problems.Add(DiagnosticCatalogue.ApiPolicy.At(
                    where, $"'{value}' is neither an account nor the ARN of a role, user or session", "write it like 111122223333 or arn:aws:iam::111122223333:role/shop, without wildcards"));
                break;
            default:
                break;
        }
    }

    private static string Name(ApiCallerKind callers) => callers switch
    {
        ApiCallerKind.Principal => "principal",
        ApiCallerKind.Address => "range",
        _ => "VPC",
    };

    [GeneratedRegex("^[0-9]{12}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Account();

    [GeneratedRegex("^arn:aws[a-z-]*:(iam::[0-9]{12}:(root|(user|role)/[^*?]+)|sts::[0-9]{12}:(assumed-role|federated-user)/[^*?]+)\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrincipalArn();

    [GeneratedRegex("^vpc-[0-9a-f]{8,17}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VpcId();
}
