using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Checks the settings of a gateway.</summary>
internal static class HubRules
{
    public static void Check(TransitGatewayHubProps props, PatternContext context, ProblemList problems)
    {
        if (!IsPrivateAsn(props.AmazonSideAsn))
        {
            problems.Add(DiagnosticCatalogue.AsnOutOfRange.At(
                context.At(nameof(props.AmazonSideAsn)), $"{props.AmazonSideAsn} is not a private ASN", "choose 64512 to 65534, or 4200000000 to 4294967294"));
        }

        foreach (var text in props.TransitGatewayCidrBlocks.Where(text =>
            !Cidr.TryParse(text, out var block, out _) || block.PrefixLength > (block.IsIPv6 ? 64 : 24)))
        {
            problems.Add(DiagnosticCatalogue.BadGatewayRange.At(
                context.At(nameof(props.TransitGatewayCidrBlocks)), $"'{text}' is not a block of /24 or larger (IPv6: /64)", "write a block such as 10.255.0.0/24"));
        }

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

    /// <summary>Source: https://docs.aws.amazon.com/vpc/latest/tgw/create-tgw.html</summary>
    public static bool IsPrivateAsn(long asn) => asn is (>= 64512 and <= 65534) or (>= 4200000000 and <= 4294967294);
}
