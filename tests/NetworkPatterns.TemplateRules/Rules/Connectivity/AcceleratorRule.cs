using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Connectivity;

/// <summary>N78. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-globalaccelerator-endpointgroup.html</summary>
public sealed class AcceleratorRule() : ResourceRule(
    "N78", "A listener of an accelerator has one endpoint group for a Region, with a dial of 0 to 100, weights of 0 to 255 and checks every 10 or 30 seconds.", "AWS::GlobalAccelerator::EndpointGroup")
{
    protected override IEnumerable<string> Problems(Resource group)
    {
        var twin = group.Template.Resources.FirstOrDefault(other => other.Type == group.Type && other.LogicalId != group.LogicalId
            && other["ListenerArn"].Key == group["ListenerArn"].Key && other["EndpointGroupRegion"].Key == group["EndpointGroupRegion"].Key);
        if (twin is not null)
        {
            yield return $"{twin.LogicalId} has the same listener and Region";
        }

        if (group["TrafficDialPercentage"].Number is < 0 or > 100)
        {
            yield return $"has a dial of {group["TrafficDialPercentage"].Key}";
        }

        if (group["HealthCheckIntervalSeconds"].Number is { } interval and not (10 or 30))
        {
            yield return $"is checked every {interval} seconds";
        }

        foreach (var weight in group["EndpointConfigurations"].Items.Select(endpoint => endpoint["Weight"].Number).Where(weight => weight is < 0 or > 255))
        {
            yield return $"has an endpoint of weight {weight}";
        }
    }
}
