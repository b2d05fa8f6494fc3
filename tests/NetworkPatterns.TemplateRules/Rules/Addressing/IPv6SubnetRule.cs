using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Addressing;

/// <summary>N4. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html</summary>
public sealed class IPv6SubnetRule() : TemplateRule(
    "N4", "An IPv6 subnet depends on the VPC's IPv6 block, and takes its own /64 of a Fn::Cidr whose count is a constant of the plan.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var vpc in templates.OfType("AWS::EC2::VPC"))
        {
            ImmutableArray<Resource> subnets = [.. vpc.Subnets().Where(subnet => subnet["Ipv6CidrBlock"].Exists)];
            ImmutableArray<VpcBlock> blocks = [.. vpc.Blocks().Where(block => block.IsIPv6)];
            foreach (var subnet in subnets)
            {
                findings.Examined();
                foreach (var problem in Problems(subnet, blocks, subnets.Length))
                {
                    findings.Violation(subnet, problem);
                }
            }

            ReportEqual(subnets, findings);
        }
    }

    private static IEnumerable<string> Problems(Resource subnet, ImmutableArray<VpcBlock> blocks, int subnets)
    {
        if (!blocks.Any(block => subnet.DependsOn(block.Source)))
        {
            yield return "does not depend on an IPv6 VPCCidrBlock of its VPC";
        }

        if (AddressRange.Of(subnet["Ipv6CidrBlock"]) is not { } range)
        {
            yield return $"Ipv6CidrBlock can't be decided from the template: {subnet["Ipv6CidrBlock"].Key}";
            yield break;
        }

        if (range.PrefixLength is not (>= 44 and <= 64) || range.PrefixLength % 4 != 0)
        {
            yield return $"a subnet's IPv6 block has 44 to 64 bits in steps of 4, not {range.PrefixLength}";
        }

        // 256 is all of a /56, and so a constant whatever the number of subnets.
        if (Count(subnet["Ipv6CidrBlock"]) is { } count && count != 256 && count == subnets)
        {
            yield return $"the count of its Fn::Cidr, {count}, is the number of subnets: it would change with them";
        }
    }

    private static void ReportEqual(ImmutableArray<Resource> subnets, RuleFindings findings)
    {
        var counts = subnets.Select(subnet => Count(subnet["Ipv6CidrBlock"])).Distinct().ToArray();
        if (counts.Length > 1)
        {
            findings.Violation(subnets[0], $"the VPC's subnets use Fn::Cidr with {counts.Length} different counts");
        }

        foreach (var same in subnets
            .GroupBy(subnet => AddressRange.Of(subnet["Ipv6CidrBlock"]))
            .Where(group => group.Key is not null && group.Count() > 1))
        {
            findings.Violation(same.Last(), $"has the IPv6 block of {same.First().LogicalId}");
        }
    }

    private static int? Count(Value block) =>
        block.Json is { } json && Value.Function(json) == "Fn::Select" ? FnCidr.TryRead(json.GetProperty("Fn::Select")[1])?.Count : null;
}
