using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Addressing;

/// <summary>N3. A subnet does not refer to the <c>VPCCidrBlock</c> that it lies in, so CloudFormation would make both at once.</summary>
public sealed class SecondaryBlockDependencyRule() : ResourceRule(
    "N3", "A subnet in a secondary IPv4 block depends on the VPCCidrBlock.", "AWS::EC2::Subnet")
{
    protected override bool Applies(Resource subnet) => BlockOf(subnet) is not null;

    protected override IEnumerable<string> Problems(Resource subnet)
    {
        if (BlockOf(subnet) is { } block && !subnet.DependsOn(block.Source))
        {
            yield return $"does not depend on {block.Source.LogicalId}, in which it lies";
        }
    }

    private static VpcBlock? BlockOf(Resource subnet) =>
        subnet["VpcId"].Target is { } vpc && AddressRange.Of(subnet["CidrBlock"]) is { } range
            ? vpc.Blocks().FirstOrDefault(block =>
                block is { IsIPv6: false, Source.Type: "AWS::EC2::VPCCidrBlock" } && block.Range?.Contains(range) == true)
            : null;
}
