using System.Globalization;
using System.Text.RegularExpressions;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E49. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html</summary>
public sealed partial class CanaryRule() : ResourceRule(
    "E49", "A canary is another deployment of the same API that a share of 0 to 100 % sees; variables of a stage are of the characters that API Gateway takes.", "AWS::ApiGateway::Stage")
{
    private const string Deployment = "AWS::ApiGateway::Deployment";

    protected override bool Applies(Resource resource) => resource["CanarySetting"].Exists || resource["Variables"].Exists;

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var canary = resource["CanarySetting"];
        foreach (var variables in new[] { resource["Variables"], canary["StageVariableOverrides"] })
        {
            foreach (var name in variables.Members.Where(name => !Name().IsMatch(name) || (variables[name].Text is { } value && !Text().IsMatch(value))))
            {
                yield return $"has the variable '{name}' of characters that API Gateway refuses";
            }
        }

        if (!canary.Exists)
        {
            yield break;
        }

        if (!decimal.TryParse(canary["PercentTraffic"].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) || percent is < 0 or > 100)
        {
            yield return $"has a canary for {canary["PercentTraffic"].Text ?? "no"} % of the requests";
        }

        if (resource["DeploymentId"].Target is not { Type: Deployment } stable || canary["DeploymentId"].Target is not { Type: Deployment } other || ReferenceEquals(stable, other))
        {
            yield return "has a canary that is no other deployment";
        }
        else if (!ReferenceEquals(stable["RestApiId"].Target, other["RestApiId"].Target))
        {
            yield return "has a canary of another API";
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z0-9\\-._~:/?#&=,]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Text();
}
