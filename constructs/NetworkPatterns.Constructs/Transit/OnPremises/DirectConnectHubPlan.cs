using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Direct Connect of sites, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html</remarks>
internal sealed class DirectConnectHubPlan
{
    public const string GatewayId = "Gateway";
    public const string HubAssociationId = "HubAssociation";
    private const int LastVlan = 4094;
    private const int MostPrefixes = 200;
    private const long LargestAsn = 4294967294;

    private readonly DirectConnectHubProps _props;
    private readonly PatternContext _context;

    private DirectConnectHubPlan(DirectConnectHubProps props, PatternContext context, ImmutableArray<Cidr> ranges)
    {
        _props = props;
        _context = context;
        Ranges = ranges;
    }

    /// <summary>The ranges of the sites.</summary>
    public ImmutableArray<Cidr> Ranges { get; }

    /// <summary>Plans the connection.</summary>
    /// <exception cref="PlanException">Carries every problem of the props, and those that were found before.</exception>
    public static DirectConnectHubPlan From(DirectConnectHubProps props, PatternContext context, ProblemList problems)
    {
        CheckPlace(props, context, problems);
        if (props.Interfaces.Count == 0 || props.Ranges.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(
                context.At(props.Interfaces.Count == 0 ? nameof(props.Interfaces) : nameof(props.Ranges)), "no site is connected", "give at least one virtual interface and one range"));
        }

        foreach (var repeated in props.Interfaces.GroupBy(each => ResourceName.Key(each.Name), StringComparer.Ordinal).Where(group => group.Count() > 1 || !ResourceName.IsValid(group.First().Name)))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(context.At(nameof(props.Interfaces)), $"'{repeated.First().Name}' is {(repeated.Count() > 1 ? "there twice" : "no name")}", "give each a letter, then letters, digits and hyphens"));
        }

        foreach (var each in props.Interfaces)
        {
            CheckInterface(each, props, context.At($"{nameof(props.Interfaces)}[{each.Name}]"), problems);
        }

        foreach (var vlan in props.Interfaces.GroupBy(each => (each.ConnectionId, each.Vlan)).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DirectConnectUnclear.At(context.At(nameof(props.Interfaces)), $"{string.Join(" and ", vlan.Select(each => each.Name))} have VLAN {vlan.Key.Vlan} of one connection", "give each a VLAN of its own"));
        }

        foreach (var prefix in props.AllowedPrefixes)
        {
            CidrText.Read(prefix, context.At(nameof(props.AllowedPrefixes)), problems);
        }

        ImmutableArray<Cidr> ranges = [.. props.Ranges.Select(range => CidrText.Read(range, context.At(nameof(props.Ranges)), problems)).OfType<Cidr>()];
        problems.ThrowIfAny();
        return new(props, context, ranges);
    }

    /// <summary>The blueprint, and the tokens that it needs.</summary>
    /// <param name="transitGatewayId">The ID of the hub's gateway as the construct's stack sees it; <see langword="null"/> without a hub.</param>
    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) ToBlueprint(string? transitGatewayId)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, _context.IsToken);
        builder.Add(
            GatewayId,
            "AWS::DirectConnect::DirectConnectGateway",
            ("DirectConnectGatewayName", NameOf("gateway")),
            ("AmazonSideAsn", FormattableString.Invariant($"{_props.AmazonSideAsn}")),
            ("Tags", new ResourceTags(_context.Path).Of("gateway")));
        if (transitGatewayId is { } hub)
        {
            builder.Add(HubAssociationId, "AWS::DirectConnect::DirectConnectGatewayAssociation", AssociationOf(inputs.Of("TransitGatewayId", hub)));
        }

        foreach (var (name, gateway) in _props.VpnGatewayIds)
        {
            builder.Add(new($"{ResourceName.Of(name)}Association", "AWS::DirectConnect::DirectConnectGatewayAssociation", Value.Map(AssociationOf(inputs.Of($"{ResourceName.Of(name)}VpnGatewayId", gateway))))
            {
                Metadata = AttachmentRoutingBlueprint.MetadataOf(new OutsideNetwork(Ranges)),
            });
        }

        foreach (var each in _props.Interfaces)
        {
            builder.Add(
                $"{ResourceName.Of(each.Name)}Interface",
                _props.Hub is null ? "AWS::DirectConnect::PrivateVirtualInterface" : "AWS::DirectConnect::TransitVirtualInterface",
                InterfaceOf(each, inputs));
        }

        return (builder.Build(_context.Path), inputs.Supplied);
    }

    private (string Key, Value? Value)[] AssociationOf(Value gateway) =>
    [
        ("DirectConnectGatewayId", Value.GetAtt(GatewayId, "DirectConnectGatewayId")),
        ("AssociatedGatewayId", gateway),
        ("AllowedPrefixesToDirectConnectGateway", _props.AllowedPrefixes.Count == 0 ? null : Value.List(_props.AllowedPrefixes.Order(StringComparer.Ordinal).Select(Value.FromString))),
    ];

    private (string Key, Value? Value)[] InterfaceOf(DirectConnectInterface each, TokenInputs inputs)
    {
        var name = ResourceName.Of(each.Name);
        return
        [
            ("VirtualInterfaceName", NameOf(each.Name)),
            ("ConnectionId", inputs.Of($"{name}ConnectionId", each.ConnectionId)),
            ("DirectConnectGatewayId", Value.GetAtt(GatewayId, "DirectConnectGatewayId")),
            ("Vlan", each.Vlan),
            ("Mtu", (each.JumboFrames, _props.Hub is null) switch
            {
                (false, _) => 1500,
                (true, true) => 9001,
                (true, false) => 8500,
            }),
            ("EnableSiteLink", each.SiteLink),
            ("BgpPeers", Value.List(Value.Map(
                ("AddressFamily", "ipv4"),
                ("Asn", FormattableString.Invariant($"{each.CustomerAsn}")),
                ("AmazonAddress", each.AmazonAddress is { } amazon ? Value.FromString(amazon) : null),
                ("CustomerAddress", each.CustomerAddress is { } customer ? Value.FromString(customer) : null),
                ("AuthKey", each.AuthKeySecret is { } secret
                    ? Value.Join("", "{{resolve:secretsmanager:", inputs.Of($"{name}AuthKeySecret", secret), $":SecretString:{each.AuthKeyField}}}}}")
                    : null)))),
            ("Tags", new ResourceTags(_context.Path).Of(each.Name)),
        ];
    }

    private string NameOf(string part)
    {
        var name = string.Concat($"{_context.Path}-{part}".Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        return name[Math.Max(0, name.Length - 100)..];
    }

    private static void CheckPlace(DirectConnectHubProps props, PatternContext context, ProblemList problems)
    {
        if (props.Hub is null == (props.VpnGatewayIds.Count == 0))
        {
            problems.Add(DiagnosticCatalogue.DirectConnectUnclear.At(
                context.At(nameof(props.Hub)), props.Hub is null ? "neither Hub nor VpnGatewayIds is given" : "a Direct Connect gateway has a Transit Gateway or virtual private gateways, not both", "give one of them"));
        }

        foreach (var name in props.VpnGatewayIds.Keys.Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(context.At(nameof(props.VpnGatewayIds)), $"'{name}' is no name", "give a letter, then letters, digits and hyphens"));
        }

        if (props.AmazonSideAsn is not ((>= 64512 and <= 65534) or (>= 4200000000 and <= LargestAsn)))
        {
            problems.Add(DiagnosticCatalogue.DirectConnectUnclear.At(context.At(nameof(props.AmazonSideAsn)), $"{props.AmazonSideAsn} is not a private ASN", "give 64512 to 65534, or 4200000000 to 4294967294"));
        }

        if (props.Hub is not { } hub)
        {
            return;
        }

        if (props.Segment is null || !hub.Segments.Contains(props.Segment, StringComparer.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.DirectConnectUnclear.At(
                context.At(nameof(props.Segment)), props.Segment is null ? "the sites are in no segment" : $"the hub has no segment '{props.Segment}'", $"name one of {string.Join(", ", hub.Segments)}"));
        }

        if (hub.AmazonSideAsn == props.AmazonSideAsn)
        {
            problems.Add(DiagnosticCatalogue.DirectConnectAsnClash.At(context.At(nameof(props.AmazonSideAsn)), $"ASN {props.AmazonSideAsn} is the Transit Gateway's", "give the Direct Connect gateway another private ASN"));
        }

        if (props.AllowedPrefixes.Count is 0 or > MostPrefixes)
        {
            problems.Add(DiagnosticCatalogue.DirectConnectUnclear.At(
                context.At(nameof(props.AllowedPrefixes)), $"{props.AllowedPrefixes.Count} ranges would be announced to the sites", $"give 1 to {MostPrefixes}: what the sites are to reach"));
        }
    }

    private static void CheckInterface(DirectConnectInterface each, DirectConnectHubProps props, string where, ProblemList problems)
    {
        if (each.Vlan is < 1 or > LastVlan)
        {
            problems.Add(DiagnosticCatalogue.DirectConnectUnclear.At(where, $"{each.Vlan} is not a VLAN", $"give 1 to {LastVlan}"));
        }

        if (each.CustomerAsn is < 1 or > LargestAsn)
        {
            problems.Add(DiagnosticCatalogue.DirectConnectUnclear.At(where, $"{each.CustomerAsn} is not an ASN", $"give 1 to {LargestAsn}"));
        }

        if (each.CustomerAsn == props.AmazonSideAsn || each.CustomerAsn == props.Hub?.AmazonSideAsn)
        {
            problems.Add(DiagnosticCatalogue.DirectConnectAsnClash.At(where, $"ASN {each.CustomerAsn} is the Amazon side's", "give the site another ASN"));
        }

        if (each.AmazonAddress is null != each.CustomerAddress is null)
        {
            problems.Add(DiagnosticCatalogue.DirectConnectUnclear.At(where, "one end of the session has an address, and the other has not", "give both, or leave both to AWS"));
        }
    }
}
