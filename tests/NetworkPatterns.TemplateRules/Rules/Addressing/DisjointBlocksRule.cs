using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Addressing;

/// <summary>N2. Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html</summary>
public sealed class DisjointBlocksRule() : ResourceRule(
    "N2", "The blocks of a VPC are disjoint; its subnets are disjoint and each lies in exactly one block.", "AWS::EC2::VPC")
{
    protected override IEnumerable<string> Problems(Resource vpc)
    {
        var blocks = vpc.Blocks();
        ImmutableArray<(Resource Subnet, AddressRange? Range)> subnets =
        [
            .. vpc.Subnets().Where(subnet => subnet["CidrBlock"].Exists).Select(subnet => (subnet, AddressRange.Of(subnet["CidrBlock"]))),
            .. vpc.Subnets().Where(subnet => subnet["Ipv6CidrBlock"].Exists).Select(subnet => (subnet, AddressRange.Of(subnet["Ipv6CidrBlock"]))),
        ];

        return Overlaps([.. blocks.Select(block => (block.Source, block.Range))], sameUnknownIsFine: true)
            .Concat(Overlaps(subnets, sameUnknownIsFine: false))
            .Concat(subnets.SelectMany(subnet => Containment(subnet.Subnet, subnet.Range, blocks)));
    }

    // AWS gives no VPC two overlapping blocks, so blocks that only deployment knows are disjoint from all others.
    private static IEnumerable<string> Overlaps(ImmutableArray<(Resource Owner, AddressRange? Range)> ranges, bool sameUnknownIsFine)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            for (var j = i + 1; j < ranges.Length; j++)
            {
                var (one, other) = (ranges[i], ranges[j]);
                if (one.Range is { } range && other.Range is { } otherRange
                    && (range.Overlaps(otherRange) ?? (!sameUnknownIsFine && range.Base == otherRange.Base)))
                {
                    yield return $"{one.Owner.LogicalId} and {other.Owner.LogicalId} overlap, or can't be told apart";
                }
            }
        }
    }

    private static IEnumerable<string> Containment(Resource subnet, AddressRange? range, ImmutableArray<VpcBlock> blocks)
    {
        if (range is null)
        {
            yield return $"the addresses of {subnet.LogicalId} can't be decided from the template";
            yield break;
        }

        var containing = blocks.Count(block => block.Range?.Contains(range) == true);
        if (containing != 1)
        {
            yield return $"{subnet.LogicalId} lies in {containing} blocks of the VPC";
        }
    }
}
