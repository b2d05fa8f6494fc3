using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>A hosted zone, settled.</summary>
internal sealed record ZonePlan(string Path, string Name)
{
    /// <summary>Where Route 53 writes query logs and keeps its signing keys.</summary>
    public const string GlobalRegion = "us-east-1";

    private const int LongestComment = 256;

    public string? Comment { get; init; }

    public int? QueryLogRetentionDays { get; init; }

    public bool IsSigned { get; init; }

    public bool AcceleratedRecovery { get; init; }

    /// <summary>The VPCs that the zone is associated with; a Region of <see langword="null"/> is the stack's.</summary>
    public ImmutableArray<(string VpcId, string? Region)> Vpcs { get; init; } = [];

    /// <summary>VPCs of other accounts.</summary>
    public ImmutableArray<ZoneVpc> ForeignVpcs { get; init; } = [];

    public static ZonePlan From(PublicZoneProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var name = ReadName(props.ZoneName, props.Comment, context, problems);
        foreach (var property in new[] { props.QueryLogRetentionDays is null ? null : nameof(props.QueryLogRetentionDays), props.IsSigned ? nameof(props.IsSigned) : null })
        {
            if (property is not null && context.Partition is not (null or Partitions.Commercial))
            {
                problems.Add(DiagnosticCatalogue.NotInPartition.At(
                    context.At(property),
                    $"{property} needs resources in {GlobalRegion}, which the partition {context.Partition} ({context.Region}) does not have",
                    $"leave {property} out"));
            }
            else if (property is not null && context.Region is { } region && region != GlobalRegion)
            {
                problems.Add(DiagnosticCatalogue.ZoneRegion.At(
                    context.At(property),
                    $"{property} needs resources in {GlobalRegion}, and the stack is in {region}",
                    $"put the zone into a stack of {GlobalRegion}: a public zone is global anyway"));
            }
        }

        LogRetention.Check(props.QueryLogRetentionDays, context.At(nameof(props.QueryLogRetentionDays)), problems);
        problems.ThrowIfAny();
        return new(context.Path, name)
        {
            Comment = props.Comment,
            QueryLogRetentionDays = props.QueryLogRetentionDays,
            IsSigned = props.IsSigned,
            AcceleratedRecovery = props.AcceleratedRecovery,
        };
    }

    public static ZonePlan From(PrivateZoneProps props, ImmutableArray<string> vpcIds, PatternContext context)
    {
        var problems = new ProblemList();
        var name = ReadName(props.ZoneName, props.Comment, context, problems);
        var own = props.VpcsById.Where(vpc => vpc.AccountId is null).ToList();
        if (vpcIds.IsEmpty && own.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ZoneVpcs.At(
                context.At(nameof(props.Vpcs)),
                "a private zone is made with at least one VPC of its own account",
                "give Vpcs or VpcsById"));
        }

        foreach (var repeated in vpcIds.Concat(props.VpcsById.Select(vpc => vpc.VpcId)).GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ZoneVpcs.At(
                context.At(nameof(props.VpcsById)), $"the VPC {repeated.Key} is listed {repeated.Count()} times", "list each VPC once"));
        }

        foreach (var vpc in props.VpcsById.Where(vpc => !context.IsToken(vpc.Region) && !RegionCode.IsValid(vpc.Region)))
        {
            problems.Add(DiagnosticCatalogue.NotARegion.At(
                context.At(nameof(props.VpcsById)), $"'{vpc.Region}' is not the code of a Region", "write it like eu-west-1"));
        }

        problems.ThrowIfAny();
        return new(context.Path, name)
        {
            Comment = props.Comment,
            Vpcs = [.. vpcIds.Select(id => (id, (string?)null)), .. own.Select(vpc => (vpc.VpcId, (string?)vpc.Region))],
            ForeignVpcs = [.. props.VpcsById.Where(vpc => vpc.AccountId is not null)],
        };
    }

    private static string ReadName(string text, string? comment, PatternContext context, ProblemList problems)
    {
        if (!DnsName.TryParse(text, out var name) || name.Contains('*', StringComparison.Ordinal) || context.IsToken(text))
        {
            problems.Add(DiagnosticCatalogue.ZoneName.At(
                context.At("ZoneName"), $"'{text}' cannot be the name of a zone", "write a literal domain name, such as example.com"));
        }

        if (comment is { Length: > LongestComment })
        {
            problems.Add(DiagnosticCatalogue.ZoneName.At(
                context.At("Comment"),
                string.Create(CultureInfo.InvariantCulture, $"the comment has {comment.Length} characters, and {LongestComment} are possible"),
                "shorten it"));
        }

        return name;
    }
}
