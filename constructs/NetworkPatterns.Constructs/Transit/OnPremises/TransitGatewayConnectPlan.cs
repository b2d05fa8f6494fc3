using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>A Connect attachment with its peers, settled.</summary>
/// <param name="Context">Where it stands.</param>
/// <param name="Transport">The ID of the attachment that carries the tunnels; <see langword="null"/> before the phase in which it is known.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Peers">The tunnels, by name.</param>
/// <param name="Reserved">What the address book gets.</param>
internal sealed record TransitGatewayConnectPlan(
    PatternContext Context, string? Transport, string Segment, ImmutableArray<ConnectPeer> Peers, ImmutableArray<AddressRange> Reserved)
{
    public const string ConnectId = "Connect";

    /// <summary>Plans the attachment; with problems the plan is of no use.</summary>
    public static TransitGatewayConnectPlan From(TransitGatewayConnectProps props, HubView hub, PatternContext context, ProblemList problems)
    {
        TransitGatewayConnectRules.Check(props, hub, context, problems);
        var attachment = SegmentAttachmentPlan.Read(props.Segment, props.Ranges, hub.Policy, hub.HasRouteTables, context, problems, nameof(props.Ranges));
        return new(
            context,
            props.TransportAttachmentId ?? props.Transport?.AttachmentId ?? props.DirectConnect?.Props.AttachmentId,
            props.Segment,
            [.. props.Peers.OrderBy(peer => peer.Name, StringComparer.Ordinal)],
            [
                .. attachment.Ranges.Select(range => new AddressRange(context.Path, range, AddressRangeKind.OnPremises)),
                .. TransitGatewayConnectRules.InsideOf(props, context.Path),
            ]);
    }

    /// <summary>The blueprint, and the tokens that it needs.</summary>
    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) ToBlueprint()
    {
        var tags = new ResourceTags(Context.Path);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, Context.IsToken);
        builder.Add(
            ConnectId,
            "AWS::EC2::TransitGatewayConnect",
            ("TransportTransitGatewayAttachmentId", inputs.Of("TransportAttachmentId", Transport!)),
            ("Options", Value.Map(("Protocol", "gre"))),
            ("Tags", tags.OfSegment("connect", Segment)));
        foreach (var peer in Peers)
        {
            var name = ResourceName.Of(peer.Name);
            builder.Add(
                $"{name}Peer",
                "AWS::EC2::TransitGatewayConnectPeer",
                ("TransitGatewayAttachmentId", Value.GetAtt(ConnectId, "TransitGatewayAttachmentId")),
                ("ConnectPeerConfiguration", Value.Map(
                    ("PeerAddress", inputs.Of($"{name}Address", peer.PeerAddress)),
                    ("TransitGatewayAddress", peer.TransitGatewayAddress is { } own ? inputs.Of($"{name}GatewayAddress", own) : null),
                    ("InsideCidrBlocks", Value.List(new[] { peer.InsideCidr, peer.Ipv6InsideCidr }.OfType<string>().Select(Value.FromString))),
                    ("BgpConfigurations", peer.PeerAsn is { } asn ? Value.List(Value.Map(("PeerAsn", new NumberValue(asn)))) : null))),
                ("Tags", tags.Of(peer.Name)));
        }

        return (builder.Build(Context.Path), inputs.Supplied);
    }
}
