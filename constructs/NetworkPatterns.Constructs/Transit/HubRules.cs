using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Checks the settings of a gateway.</summary>
internal static class HubRules
{
    // https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html
    private const int MostGatewayRanges = 5;

    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");

    public static void Check(TransitGatewayHubProps props, PatternContext context, ProblemList problems)
    {
        if (!IsPrivateAsn(props.AmazonSideAsn))
        {
            problems.Add(DiagnosticCatalogue.AsnOutOfRange.At(
                context.At(nameof(props.AmazonSideAsn)), $"{props.AmazonSideAsn} is not a private ASN", "choose 64512 to 65534, or 4200000000 to 4294967294"));
        }

        CheckGatewayRanges(props, context.At(nameof(props.TransitGatewayCidrBlocks)), problems);
        foreach (var principal in props.ShareWith.Where(principal => !context.IsToken(principal) && !SharedPrincipals.IsValid(principal)))
        {
            problems.Add(DiagnosticCatalogue.HubSharedWithNobody.At(
                context.At(nameof(props.ShareWith)), $"'{principal}' is not a principal of AWS RAM", "write an account ID of 12 digits, or the ARN of an organization or organizational unit"));
        }

        if (props.FlowLogs is { IsToS3: true } or { KmsKeyArn: not null, HasOwnKey: true })
        {
            problems.Add(DiagnosticCatalogue.HubFlowLogs.At(
                context.At(nameof(props.FlowLogs)), "a hub's flow logs go to one log group of CloudWatch Logs with at most one key", "choose FlowLogs.ToCloudWatch with one key or none, or FlowLogs.None"));
        }
    }

    /// <summary>The gateway's own ranges, as far as they can be read.</summary>
    public static ImmutableArray<Cidr> GatewayRanges(TransitGatewayHubProps props) =>
        [.. props.TransitGatewayCidrBlocks.Select(text => Cidr.TryParse(text, out var block, out _) ? block : (Cidr?)null).OfType<Cidr>()];

    private static void CheckGatewayRanges(TransitGatewayHubProps props, string where, ProblemList problems)
    {
        if (props.TransitGatewayCidrBlocks.Count > MostGatewayRanges)
        {
            problems.Add(DiagnosticCatalogue.BadGatewayRange.At(
                where,
                $"{props.TransitGatewayCidrBlocks.Count} blocks are given, and the quota \"CIDR blocks per transit gateway\" is {MostGatewayRanges}, which AWS does not raise",
                "give fewer and larger ones"));
        }

        foreach (var text in props.TransitGatewayCidrBlocks.Where(text =>
            !Cidr.TryParse(text, out var block, out _) || block.PrefixLength > (block.IsIPv6 ? 64 : 24) || block.Overlaps(LinkLocal)))
        {
            problems.Add(DiagnosticCatalogue.BadGatewayRange.At(
                where, $"'{text}' is not a block of /24 or larger (IPv6: /64) outside of {LinkLocal}", "write a block such as 10.255.0.0/24"));
        }

        var ranges = GatewayRanges(props).Select(range => (Owner: "the gateway", Range: range)).ToList();
        var vpcs = new[] { (Owner: "the egress VPC", Block: props.Egress?.CidrBlock), (Owner: "the inspection VPC", Block: props.Inspection?.CidrBlock) }
            .Where(vpc => Cidr.TryParse(vpc.Block, out _))
            .Select(vpc => (vpc.Owner, Range: Cidr.Parse(vpc.Block!)));
        foreach (var (place, range) in ranges.Index())
        {
            foreach (var other in ranges.Take(place).Concat(vpcs).Where(other => other.Range.Overlaps(range.Range)))
            {
                problems.Add(DiagnosticCatalogue.BadGatewayRange.At(where, $"{range.Range} overlaps {other.Range} of {other.Owner}", "give the gateway a range that nothing else has"));
            }
        }
    }

    /// <summary>Source: https://docs.aws.amazon.com/vpc/latest/tgw/create-tgw.html</summary>
    public static bool IsPrivateAsn(long asn) => asn is (>= 64512 and <= 65534) or (>= 4200000000 and <= 4294967294);
}
