using System.Text.Json;
using System.Text.RegularExpressions;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>E60. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html</summary>
/// <remarks>
/// Availability Zones are named by Region and have no pseudo parameter; tags are the user's words. Route 53 is global: its
/// records and health checks name Regions that are not the stack's; so do replicas of secrets, and CloudFront's origin shield.
/// </remarks>
public sealed partial class PseudoParametersRule() : TemplateRule(
    "E60", "No literal account, Region, partition or secret stands where a pseudo parameter or a secret's reference does.")
{
    private static readonly string[] UsersWords =
        ["AvailabilityZone", "AvailabilityZoneId", "AvailabilityZones", "Tags", "Description", "GroupDescription", "ReplicaRegions", "OriginShieldRegion"];

    private static readonly string[] Secrets = ["PreSharedKey", "MasterUserPassword", "SecretString", "Password"];

    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var resource in templates.Resources)
        {
            findings.Examined();
            foreach (var problem in resource.Properties.Json is { } properties ? Problems(properties, mayNameRegions: IsGlobal(resource)) : [])
            {
                findings.Violation(resource, problem);
            }
        }

        foreach (var template in templates.Templates)
        {
            foreach (var (name, problem) in template.Outputs.SelectMany(output => Problems(output.Value, mayNameRegions: false).Select(problem => (output.Name, problem))))
            {
                findings.Violation(template.Name, name, problem);
            }
        }
    }

    private static bool IsGlobal(Resource resource) => resource.Type.StartsWith("AWS::Route53::", StringComparison.Ordinal);

    private static IEnumerable<string> Problems(JsonElement json, bool mayNameRegions) =>
        from found in Texts(json, "")
        let problem = Problem(found.Path, found.Text, mayNameRegions)
        where problem is not null
        select $"{found.Path[1..]} holds {problem}: {found.Text}";

    private static string? Problem(string path, string text, bool mayNameRegions) =>
        Partition().IsMatch(text) ? "a literal partition"
        : Account().IsMatch(text) ? "a literal account"
        : !mayNameRegions && Region().IsMatch(text) ? "a literal Region"
        : Secrets.Any(secret => path.EndsWith('.' + secret, StringComparison.Ordinal)) && !text.StartsWith("{{resolve:", StringComparison.Ordinal) ? "a literal secret"
        : null;

    private static IEnumerable<(string Path, string Text)> Texts(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.String => [(path, json.GetString()!)],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Texts(item, path)),
        JsonValueKind.Object when References.TryRead(json) is not null => [],
        JsonValueKind.Object => json.EnumerateObject()
            .Where(member => !UsersWords.Contains(member.Name, StringComparer.Ordinal))
            .SelectMany(member => Texts(member.Value, $"{path}.{member.Name}")),
        _ => [],
    };

    [GeneratedRegex(@"\barn:aws[a-z-]*:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Partition();

    [GeneratedRegex(@"(?<![0-9a-fA-F-])[0-9]{12}(?![0-9a-fA-F-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Account();

    [GeneratedRegex(@"\b(af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(-gov|-iso[a-z]?|-de)?-(central|north|south|east|west|northeast|northwest|southeast|southwest)-[0-9]\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Region();
}
