using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Addressing;

/// <summary>N1. Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html</summary>
public sealed class VpcBlockRule() : ResourceRule(
    "N1", "Every IPv4 block of a VPC has a prefix of 16 to 28 bits and no host bits.", "AWS::EC2::VPC", "AWS::EC2::VPCCidrBlock")
{
    protected override bool Applies(Resource resource) => resource.Type == "AWS::EC2::VPC" || !VpcBlocks.IsIPv6(resource);

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var length = resource["CidrBlock"].Exists
            ? AddressRange.Of(resource["CidrBlock"])?.PrefixLength
            : resource["Ipv4NetmaskLength"].Number;
        if (length is null)
        {
            yield return resource["CidrBlock"].Text is { } text ? $"CidrBlock is no block: {text}"
                : resource["CidrBlock"].Exists ? Unknown("CidrBlock", resource["CidrBlock"])
                : Unknown("Ipv4NetmaskLength", resource["Ipv4NetmaskLength"]);
        }
        else if (length is < 16 or > 28)
        {
            yield return $"the block has a prefix of {length} bits";
        }
    }
}
