using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The blocks of a VPC besides the primary one: <c>AWS::EC2::VPCCidrBlock</c>.</summary>
internal static class CidrBlockBlueprint
{
    public const string Ipv6Id = "Ipv6CidrBlock";

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan)
    {
        foreach (var secondary in plan.Addresses.CidrBlocks.Where(cidr => !cidr.IsPrimary))
        {
            builder.Add(
                SecondaryId(secondary.Name),
                "AWS::EC2::VPCCidrBlock",
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("CidrBlock", secondary.Block.ToString()));
        }

        if (plan.HasIPv6)
        {
            builder.Add(new(Ipv6Id, "AWS::EC2::VPCCidrBlock", Value.Map(
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("AmazonProvidedIpv6CidrBlock", true)))
            {
                LogicalId = plan.Existing?.Ipv6CidrBlockId,
            });
        }
    }

    /// <summary>The id of a secondary block.</summary>
    public static string SecondaryId(string name) => $"{ResourceName.Of(name)}CidrBlock";

    /// <summary>What a resource that names addresses of the VPC's <c>/56</c> waits for.</summary>
    public static ImmutableArray<string> BlockOf(AddressBlock block) => block is { IsIPv6: true, BasePrefix: not null } ? [Ipv6Id] : [];
}
