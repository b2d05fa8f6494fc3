using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks flow logs, DHCP options, placement groups, shares and exclusions.</summary>
internal static partial class SettingRules
{
    // https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
    private const int ExclusionsQuota = 50;
    private const int ServersQuota = 4;

    public static void Check(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        CheckFlowLogs(props.FlowLogs, context.At(nameof(props.FlowLogs)), problems);
        CheckDhcp(props.DhcpOptions, context.At(nameof(props.DhcpOptions)), problems);
        CheckShares(props, tiers, context, problems);
        foreach (var tier in tiers.Where(tier => tier.PlacementGroup?.Partitions is < 1 or > PlacementStrategy.MaxPartitions))
        {
            problems.Add(DiagnosticCatalogue.PartitionsOutOfRange.At(
                context.At($"{nameof(props.Tiers)}[{tier.Name}].{nameof(tier.PlacementGroup)}"),
                $"{tier.PlacementGroup!.Partitions} partitions are asked for in each zone",
                $"give 1 to {PlacementStrategy.MaxPartitions}"));
        }

        var exclusions = tiers.Count(tier => tier.PublicAccessExclusion is not null) * props.Zones.Count;
        if (exclusions > ExclusionsQuota)
        {
            problems.Add(DiagnosticCatalogue.TooManyExclusions.At(
                context.At(nameof(props.Tiers)),
                $"{exclusions} subnets are excluded, and an account has {ExclusionsQuota} exclusions in a Region",
                "exclude fewer tiers"));
        }
    }

    private static void CheckFlowLogs(FlowLogs logs, string where, ProblemList problems)
    {
        if (!logs.IsToS3)
        {
            LogRetention.Check(logs.RetentionDays, where, problems);
        }
        else if (logs.RetentionDays is < 1 and var days)
        {
            problems.Add(DiagnosticCatalogue.RetentionNotOffered.At(where, $"S3 keeps nothing for {days} days", "give 1 or more"));
        }

        var hasKey = logs.HasOwnKey || logs.KmsKeyArn is not null;
        if (hasKey && (logs.IsToS3 || logs.RetentionDays is null || (logs.HasOwnKey && logs.KmsKeyArn is not null)))
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                where, "a KMS key is for a log group of CloudWatch Logs, and for one key", "choose FlowLogs.ToCloudWatch with one key, or leave the key out"));
        }

        foreach (var field in logs.Fields.Where(field => !FlowLogField.Names.Contains(field, StringComparer.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.BadFlowLogField.At(where, $"'{field}' is not a field of flow logs", $"choose from {string.Join(", ", FlowLogField.Names)}"));
        }

        foreach (var repeated in logs.Fields.GroupBy(field => field, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.BadFlowLogField.At(where, $"'{repeated.Key}' is given {repeated.Count()} times", "give each field once"));
        }

        if (logs.IsToS3)
        {
            OptionRules.CheckNamed(logs.Fields.Length, nameof(logs.Fields), where, problems);
        }
    }

    private static void CheckDhcp(DhcpOptions? options, string where, ProblemList problems)
    {
        if (options is null)
        {
            return;
        }

        foreach (var (property, servers) in new[]
        {
            (nameof(options.DomainNameServers), options.DomainNameServers),
            (nameof(options.NtpServers), options.NtpServers),
            (nameof(options.NetbiosNameServers), options.NetbiosNameServers),
        })
        {
            if (servers.Count > ServersQuota)
            {
                problems.Add(DiagnosticCatalogue.BadDhcpOptions.At($"{where}.{property}", $"{servers.Count} servers are given", $"give up to {ServersQuota}"));
            }

            var hasAmazons = property == nameof(options.DomainNameServers) && servers.Contains(DhcpOptions.AmazonProvidedDns, StringComparer.Ordinal);
            foreach (var server in servers.Where(server => !IPAddress.TryParse(server, out _) && !(hasAmazons && server == DhcpOptions.AmazonProvidedDns)))
            {
                problems.Add(DiagnosticCatalogue.BadDhcpOptions.At($"{where}.{property}", $"'{server}' is not an address", "give addresses"));
            }

            if (hasAmazons && servers.Count > 1)
            {
                problems.Add(DiagnosticCatalogue.BadDhcpOptions.At(
                    $"{where}.{property}", "Amazon's name server stands beside others", $"give {DhcpOptions.AmazonProvidedDns} alone, or addresses"));
            }
        }
    }

    private static void CheckShares(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        foreach (var share in props.Shares)
        {
            var where = context.At($"{nameof(props.Shares)}[{share.Name}]");
            OptionRules.CheckTiers(share.Tiers, tiers, where, problems);
            OptionRules.CheckNamed(share.Tiers.Count, nameof(share.Tiers), where, problems);
            OptionRules.CheckNamed(share.Principals.Count, nameof(share.Principals), where, problems);
            foreach (var principal in share.Principals.Where(principal => !Principal().IsMatch(principal)))
            {
                problems.Add(DiagnosticCatalogue.BadShare.At(where, $"'{principal}' is nobody that subnets can be shared with", "give account IDs, or ARNs of the organization or of organizational units"));
            }
        }

        foreach (var name in props.Shares.Select(share => share.Name).GroupBy(ResourceName.Of, StringComparer.Ordinal).Where(group => group.Count() > 1 || !TierRules.IsName(group.First())))
        {
            problems.Add(DiagnosticCatalogue.BadShare.At(
                context.At(nameof(props.Shares)), $"'{name.First()}' is no name for a share, or is taken", "give a letter, then letters, digits and hyphens, once"));
        }
    }

    [GeneratedRegex("^([0-9]{12}|arn:aws[a-z-]*:organizations::[0-9]{12}:(organization/o-[a-z0-9]{10,32}|ou/o-[a-z0-9]{10,32}/ou-[a-z0-9-]+))\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Principal();
}
