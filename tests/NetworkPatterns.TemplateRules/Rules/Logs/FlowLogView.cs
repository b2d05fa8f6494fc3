using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

internal static class FlowLogView
{
    /// <summary>The bucket of the template that a flow log writes to, or null.</summary>
    internal static Resource? BucketOf(Resource log) => log["LogDestination"].Json is { } destination
        ? References.In(destination).Select(reference => log.Template.Find(reference.LogicalId)).FirstOrDefault(target => target?.Type == "AWS::S3::Bucket")
        : null;

    /// <summary>The statements of a policy document; one statement may stand without a list.</summary>
    internal static IEnumerable<Value> Statements(this Value policy) =>
        policy["Statement"].Items is { IsEmpty: false } many ? many : policy["Statement"].Exists && !policy["Statement"].IsIntrinsic ? [policy["Statement"]] : [];

    /// <summary>One text or a list of texts, each in canonical form.</summary>
    internal static IEnumerable<string> Texts(this Value value) =>
        value.Json is { ValueKind: JsonValueKind.Array } ? value.Items.Select(item => item.Key) : value.Exists ? [value.Key] : [];

    /// <summary>Whether a statement is for a service of AWS.</summary>
    internal static bool IsFor(this Value statement, string service) =>
        statement["Principal"]["Service"].Texts().Contains(service, StringComparer.Ordinal);

    /// <summary>Which of the two conditions that stop other accounts from using the service against us a statement lacks.</summary>
    internal static IEnumerable<string> MissingSourceConditions(this Value statement)
    {
        var conditions = statement["Condition"].Members
            .SelectMany(test => statement["Condition"][test].Members)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new[] { "aws:SourceAccount", "aws:SourceArn" }.Where(key => !conditions.Contains(key));
    }
}
