using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Conformance;

/// <summary>N5: growth leaves the subnets that exist as they are.</summary>
public static class Growth
{
    /// <summary>The subnets of the first template that the second does not have with identical properties.</summary>
    public static ImmutableArray<RuleViolation> ChangedSubnets(Template before, Template after) =>
    [
        .. before.Resources
            .Where(subnet => subnet.Type == "AWS::EC2::Subnet")
            .Where(subnet => after.Find(subnet.LogicalId) is not { } same || !JsonElement.DeepEquals(subnet.Properties.Json ?? default, same.Properties.Json ?? default))
            .Select(subnet => new RuleViolation(after.Name, subnet.LogicalId, subnet.ConstructPath,
                after.Find(subnet.LogicalId) is null ? "the subnet is gone" : "the subnet's properties changed")),
    ];
}
