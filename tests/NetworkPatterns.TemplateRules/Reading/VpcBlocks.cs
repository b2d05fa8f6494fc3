using System.Collections.Immutable;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>One CIDR block of a VPC: its primary, or one that a <c>VPCCidrBlock</c> adds.</summary>
/// <param name="Source">The VPC or the <c>VPCCidrBlock</c>.</param>
/// <param name="Range">The addresses; null when they can't be told from the template.</param>
/// <param name="IsIPv6">The family.</param>
public sealed record VpcBlock(Resource Source, AddressRange? Range, bool IsIPv6);

internal static class VpcBlocks
{
    internal static ImmutableArray<VpcBlock> Of(Resource vpc) =>
    [
        new(vpc, Primary(vpc), IsIPv6: false),
        .. vpc.Template.Resources
            .Where(resource => resource.Type == "AWS::EC2::VPCCidrBlock" && ReferenceEquals(resource["VpcId"].Target, vpc))
            .Select(resource => new VpcBlock(resource, Added(vpc, resource), IsIPv6(resource))),
    ];

    internal static bool IsIPv6(Resource block) =>
        block["AmazonProvidedIpv6CidrBlock"].Flag == true
        || block["Ipv6CidrBlock"].Exists || block["Ipv6Pool"].Exists || block["Ipv6IpamPoolId"].Exists;

    private static AddressRange? Primary(Resource vpc) => vpc["CidrBlock"].Exists
        ? AddressRange.Of(vpc["CidrBlock"])
        : new($"{vpc.LogicalId}.CidrBlock", 0, 32 - vpc["Ipv4NetmaskLength"].Number, IsIPv6: false);

    // CloudFormation has no attribute with the addresses of one VPCCidrBlock. IPv6 ones are read through the VPC's
    // list Ipv6CidrBlocks; its element number is theirs only when there is one.
    private static AddressRange? Added(Resource vpc, Resource block)
    {
        if (!IsIPv6(block))
        {
            return block["CidrBlock"].Exists ? AddressRange.Of(block["CidrBlock"]) : null;
        }

        var length = block["AmazonProvidedIpv6CidrBlock"].Flag == true ? 56 : block["Ipv6NetmaskLength"].Number;
        return AddressRange.Of(block["Ipv6CidrBlock"])
            ?? (block["Ipv6CidrBlock"].Exists ? null : new($"{vpc.LogicalId}.Ipv6CidrBlocks[0]", 0, 128 - length, IsIPv6: true));
    }
}
