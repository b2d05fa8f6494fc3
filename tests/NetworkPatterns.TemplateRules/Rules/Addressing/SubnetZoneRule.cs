using System.Text.RegularExpressions;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Addressing;

/// <summary>N7. Source: https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html</summary>
public sealed partial class SubnetZoneRule() : ResourceRule(
    "N7", "A subnet has exactly one of AvailabilityZone and AvailabilityZoneId, and each holds its own kind of text.", "AWS::EC2::Subnet")
{
    protected override IEnumerable<string> Problems(Resource subnet)
    {
        var (name, id) = (subnet["AvailabilityZone"], subnet["AvailabilityZoneId"]);
        if (name.Exists == id.Exists)
        {
            yield return name.Exists ? "has both AvailabilityZone and AvailabilityZoneId" : "has neither AvailabilityZone nor AvailabilityZoneId";
        }

        if (name.Text is { } text && ZoneId().IsMatch(text))
        {
            yield return $"AvailabilityZone holds the zone ID {text}";
        }

        if (name.IsIntrinsic && !name.Key.Contains("Fn::GetAZs", StringComparison.Ordinal))
        {
            yield return Unknown("AvailabilityZone", name);
        }

        if (id.Exists && (id.Text is not { } idText || !ZoneId().IsMatch(idText)))
        {
            yield return $"AvailabilityZoneId is not a zone ID: {id.Key}";
        }
    }

    [GeneratedRegex("-az[0-9]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneId();
}
