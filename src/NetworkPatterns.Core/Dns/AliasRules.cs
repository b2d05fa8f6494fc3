using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Dns;

/// <summary>Which alias records Route 53 takes.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html</remarks>
internal static class AliasRules
{
    public static void Check(
        AliasTarget alias, RecordMember member, RecordType type, ImmutableArray<RecordType> types, bool isApex, string where, ProblemList problems)
    {
        if (!Allows(alias.Kind, type, isApex))
        {
            problems.Add(TypeRefused(type, $"a target of kind {alias.Kind}", where));
        }

        if (types.Contains(RecordType.AAAA) && !alias.IsDualStack)
        {
            problems.Add(DiagnosticCatalogue.TargetNotDualStack.At(
                where,
                $"records of type AAAA are asked for, and {alias.DnsName} has no IPv6 addresses",
                "leave DualStack out, or make the target dual-stack"));
        }

        if (alias.Kind == AliasTargetKind.CloudFront && member.EvaluateTargetHealth == true)
        {
            problems.Add(DiagnosticCatalogue.TargetHealthRefused.At(
                where,
                "Route 53 cannot evaluate the health of a CloudFront distribution",
                "leave EvaluateTargetHealth out, and give the member a HealthCheckId"));
        }
    }

    public static Problem TypeRefused(RecordType type, string target, string where) => DiagnosticCatalogue.AliasTypeRefused.At(
        where, $"an alias of type {type} cannot have {target} here", "use type A or AAAA; NS, and CNAME at the apex of a zone, can be no alias at all");

    private static bool Allows(AliasTargetKind kind, RecordType type, bool isApex) => (kind, type) switch
    {
        (_, RecordType.A or RecordType.AAAA) => true,
        (AliasTargetKind.CloudFront, RecordType.HTTPS) => true,
        (AliasTargetKind.Record, RecordType.NS) => false,
        (AliasTargetKind.Record, RecordType.CNAME) => !isApex,
        (AliasTargetKind.Record, _) => true,
        _ => false,
    };
}
