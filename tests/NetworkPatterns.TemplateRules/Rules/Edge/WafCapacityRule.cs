using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E53. Source: https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html</summary>
/// <remarks>Counted from the template alone, not by the code that made it.</remarks>
public sealed class WafCapacityRule() : ResourceRule(
    "E53", "The rules of a WebACL cost at most 1,500 capacity units, or as many as its metadata accepts; what costs by the request is asked for.", "AWS::WAFv2::WebACL")
{
    private const int Included = 1500;
    private const int Highest = 5000;
    private const string Accepted = "networkpatterns:capacity-limit";

    private static readonly ImmutableDictionary<string, int> Groups = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["AWSManagedRulesCommonRuleSet"] = 700,
        ["AWSManagedRulesAdminProtectionRuleSet"] = 100,
        ["AWSManagedRulesKnownBadInputsRuleSet"] = 200,
        ["AWSManagedRulesSQLiRuleSet"] = 200,
        ["AWSManagedRulesLinuxRuleSet"] = 200,
        ["AWSManagedRulesUnixRuleSet"] = 100,
        ["AWSManagedRulesWindowsRuleSet"] = 200,
        ["AWSManagedRulesPHPRuleSet"] = 100,
        ["AWSManagedRulesWordPressRuleSet"] = 100,
        ["AWSManagedRulesAmazonIpReputationList"] = 25,
        ["AWSManagedRulesAnonymousIpList"] = 50,
        ["AWSManagedRulesBotControlRuleSet"] = 50,
        ["AWSManagedRulesATPRuleSet"] = 50,
        ["AWSManagedRulesACFPRuleSet"] = 50,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var accepted = resource.Json.TryGetProperty("Metadata", out var metadata) && metadata.TryGetProperty(Accepted, out var limit) ? limit.GetInt32() : Included;
        var unknown = resource["Rules"].Items.SelectMany(rule => GroupsIn(rule["Statement"])).Where(name => !Groups.ContainsKey(name)).ToList();
        foreach (var name in unknown)
        {
            yield return $"has the group {name}, whose cost is not known";
        }

        var capacity = resource["Rules"].Items.Sum(rule => CostOf(rule["Statement"]));
        if (capacity > Math.Min(accepted, Highest))
        {
            yield return $"costs {capacity} capacity units, and {accepted} are accepted";
        }
    }

    private static IEnumerable<string> GroupsIn(Value statement) => statement["ManagedRuleGroupStatement"].Exists ? [statement["ManagedRuleGroupStatement"]["Name"].Key] : [];

    private static int CostOf(Value statement)
    {
        var (kind, content) = statement.Members is [var member] ? (member, statement[member]) : ("", statement);
        return kind switch
        {
            "ManagedRuleGroupStatement" => Groups.GetValueOrDefault(content["Name"].Key) + Narrowed(content),
            "RateBasedStatement" => 2 + (30 * content["CustomKeys"].Items.Length) + Narrowed(content),
            "AndStatement" or "OrStatement" => content["Statements"].Items.Sum(CostOf),
            "NotStatement" => CostOf(content["Statement"]),
            "ByteMatchStatement" => Matching(content, content["PositionalConstraint"].Text is "CONTAINS" or "CONTAINS_WORD" ? 10 : 2),
            "RegexMatchStatement" => Matching(content, 3),
            "RegexPatternSetReferenceStatement" => Matching(content, 25),
            "SizeConstraintStatement" => Matching(content, 1),
            "SqliMatchStatement" => Matching(content, content["SensitivityLevel"].Text == "HIGH" ? 30 : 20),
            "XssMatchStatement" => Matching(content, 40),
            "IPSetReferenceStatement" => content["IPSetForwardedIPConfig"]["Position"].Text == "ANY" ? 5 : 1,
            "GeoMatchStatement" or "LabelMatchStatement" => 1,
            _ => Highest + 1,
        };
    }

    private static int Narrowed(Value content) => content["ScopeDownStatement"].Exists ? CostOf(content["ScopeDownStatement"]) : 0;

    private static int Matching(Value content, int cost)
    {
        var field = content["FieldToMatch"];
        var transformations = content["TextTransformations"].Items.Count(transformation => transformation["Type"].Text != "NONE");
        return ((cost + (field["AllQueryArguments"].Exists ? 10 : 0)) * (field["JsonBody"].Exists ? 2 : 1)) + (10 * transformations);
    }
}
