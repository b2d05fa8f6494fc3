using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E31. Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-templates.html</summary>
public sealed class AutoScalingRule() : ResourceRule(
    "E31",
    "An Auto Scaling group has a launch template with IMDSv2, encrypted disks and no public address, is checked by its load balancer, and tells of its four events.",
    "AWS::AutoScaling::AutoScalingGroup",
    "AWS::AutoScaling::LaunchConfiguration")
{
    private const int Events = 4;

    protected override IEnumerable<string> Problems(Resource group)
    {
        if (group["LaunchTemplate"]["LaunchTemplateId"].Target is not { } template)
        {
            yield return "has no launch template";
            yield break;
        }

        var data = template["LaunchTemplateData"];
        if (data["MetadataOptions"]["HttpTokens"].Text != "required")
        {
            yield return $"{template.LogicalId} does not require IMDSv2";
        }

        var disks = data["BlockDeviceMappings"].Items;
        if (disks.IsEmpty || disks.Any(disk => disk["Ebs"]["Encrypted"].Flag != true))
        {
            yield return $"{template.LogicalId} has disks that are not encrypted";
        }

        if (data["NetworkInterfaces"].Items.Any(network => network["AssociatePublicIpAddress"].Flag != false))
        {
            yield return $"{template.LogicalId} may give a public address";
        }

        if (group["HealthCheckType"].Text != "ELB" || !group["HealthCheckGracePeriod"].Exists)
        {
            yield return "is not checked by its load balancer, with a grace period";
        }

        if (group["Cooldown"].Text is null or "0")
        {
            yield return "has no cooldown";
        }

        if (group["NotificationConfigurations"].Items.SelectMany(notification => notification["NotificationTypes"].Items).Select(type => type.Text).Distinct(StringComparer.Ordinal).Count() < Events)
        {
            yield return "does not tell of launches, terminations and those that fail";
        }
    }
}
