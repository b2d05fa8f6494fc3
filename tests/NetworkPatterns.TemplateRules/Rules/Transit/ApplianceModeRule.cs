using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N57. Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html</summary>
public sealed class ApplianceModeRule() : ResourceRule(
    "N57", "The VPC of a firewall or of Gateway Load Balancer endpoints is attached to one Transit Gateway, in appliance mode.", TransitView.Attachment, TransitView.OtherAttachment)
{
    protected override bool Applies(Resource attachment) => attachment["VpcId"].Target is { } vpc && TransitView.HoldsInspection(vpc);

    protected override IEnumerable<string> Problems(Resource attachment)
    {
        if (attachment["Options"]["ApplianceModeSupport"].Text != "enable")
        {
            yield return "is not in appliance mode";
        }

        var count = attachment.Siblings(TransitView.Attachment).Concat(attachment.Siblings(TransitView.OtherAttachment))
            .Count(other => ReferenceEquals(other["VpcId"].Target, attachment["VpcId"].Target));
        if (count > 1)
        {
            yield return $"is one of {count} attachments of its VPC";
        }
    }
}
