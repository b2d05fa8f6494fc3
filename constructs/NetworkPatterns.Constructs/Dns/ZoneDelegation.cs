using System.Globalization;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;
using IHostedZone = Amazon.CDK.AWS.Route53.IHostedZone;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>What a parent zone says of a child zone.</summary>
public sealed class ZoneDelegationProps
{
    /// <summary>The parent zone.</summary>
    public required IHostedZone ParentZone { get; init; }

    /// <summary>The child zone's name, below the parent's.</summary>
    public required string ZoneName { get; init; }

    /// <summary>
    /// The child's name servers: <see cref="PublicZone.NameServers"/> in the same account and Region, otherwise the four
    /// names that the child's account shows (those of a reusable delegation set stay the same for every zone made with it).
    /// </summary>
    public required IReadOnlyList<string> NameServers { get; init; }

    /// <summary>The DS record of a signed child, such as <c>12345 13 2 9AB4…</c>. Default: none.</summary>
    public string? DsRecord { get; init; }

    /// <summary>Whole seconds for which resolvers keep the delegation. Default: two days for NS, and an hour for DS.</summary>
    public TimeSpan? Ttl { get; init; }
}

/// <summary>
/// The NS record, and the DS record of a signed child, by which a parent zone delegates to a child zone. Deploy it in the
/// parent's account: it needs nothing of the child's.
/// </summary>
/// <remarks>
/// Emits <c>AWS::Route53::RecordSet</c>.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-routing-traffic-for-subdomains.html</para>
/// </remarks>
public sealed class ZoneDelegation : Construct
{
    private const int FewestNameServers = 2;

    /// <summary>Plans the records and makes them.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public ZoneDelegation(Construct scope, string id, ZoneDelegationProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(ZoneDelegationProps));
        var name = Read(props, props.ParentZone.ZoneName, context);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var supplied = new Dictionary<string, object>(StringComparer.Ordinal);
        var zoneId = inputs.Of("ParentZoneId", props.ParentZone.HostedZoneId);
        builder.Add(
            "NameServers",
            "AWS::Route53::RecordSet",
            ("HostedZoneId", zoneId),
            ("Name", $"{name}."),
            ("Type", "NS"),
            ("TTL", Seconds(props.Ttl ?? TimeSpan.FromDays(2))),
            ("ResourceRecords", NameServers(props, builder, inputs, supplied)));
        if (props.DsRecord is { } ds)
        {
            builder.Add(
                "Ds",
                "AWS::Route53::RecordSet",
                ("HostedZoneId", zoneId),
                ("Name", $"{name}."),
                ("Type", "DS"),
                ("TTL", Seconds(props.Ttl ?? TimeSpan.FromHours(1))),
                ("ResourceRecords", Value.List(inputs.Of("DsRecord", ds))));
        }

        foreach (var (input, token) in inputs.Supplied)
        {
            supplied.Add(input, token);
        }

        Resources = this.Emit(builder.Build(context.Path), supplied);
    }

    internal EmittedBlueprint Resources { get; }

    private static string Read(ZoneDelegationProps props, string parent, PatternContext context)
    {
        var problems = new ProblemList();
        if (!DnsName.TryParse(props.ZoneName, out var name))
        {
            problems.Add(DiagnosticCatalogue.NotADnsName.At(context.At(nameof(props.ZoneName)), $"'{props.ZoneName}' is not a DNS name", "write a full name, such as eu.example.com"));
        }
        else if (!name.EndsWith($".{parent.TrimEnd('.')}", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.NameOutsideZone.At(
                context.At(nameof(props.ZoneName)), $"'{name}' is not below the zone '{parent}'", $"name a zone that ends in .{parent}"));
        }

        if (!IsTokenList(props.NameServers))
        {
            foreach (var server in props.NameServers.Where(server => !context.IsToken(server) && !DnsName.TryParse(server, out _)))
            {
                problems.Add(DiagnosticCatalogue.DelegationNameServers.At(
                    context.At(nameof(props.NameServers)), $"'{server}' is not the name of a name server", "copy the names from the child zone"));
            }

            if (props.NameServers.Distinct(StringComparer.Ordinal).Count() < FewestNameServers)
            {
                problems.Add(DiagnosticCatalogue.DelegationNameServers.At(
                    context.At(nameof(props.NameServers)), $"{props.NameServers.Count} name servers are given", "give all that the child zone has; Route 53 has four"));
            }
        }

        if (props.DsRecord is { } ds && !context.IsToken(ds))
        {
            RecordTree.From(
                new()
                {
                    Path = context.Path,
                    PropsType = context.PropsType,
                    ZoneName = parent,
                    Name = parent,
                    Type = RecordType.DS,
                    Members = [RecordMember.Simple(RecordTarget.Values(ds)) with { Name = nameof(props.DsRecord) }],
                },
                problems);
        }

        problems.ThrowIfAny();
        return name;
    }

    private static Value NameServers(ZoneDelegationProps props, BlueprintBuilder builder, TokenInputs inputs, Dictionary<string, object> supplied)
    {
        if (!IsTokenList(props.NameServers))
        {
            return Value.List(props.NameServers.Select((server, index) => inputs.Of(string.Create(CultureInfo.InvariantCulture, $"NameServer{index}"), server)));
        }

        supplied.Add("NameServerList", props.NameServers.ToArray());
        return builder.AddInput("NameServerList", isList: true);
    }

    // How CDK spells a list that only deployment knows: an array of one text.
    private static bool IsTokenList(IReadOnlyList<string> list) =>
        list is [var only] && only.StartsWith("#{Token[", StringComparison.Ordinal);

    private static Value Seconds(TimeSpan time) => ((long)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
