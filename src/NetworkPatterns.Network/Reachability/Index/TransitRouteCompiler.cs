using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>Compiles Transit Gateway route tables: static routes before propagated ones of the same prefix.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview</remarks>
internal sealed class TransitRouteCompiler(
    IReadOnlyDictionary<ComponentId, AttachmentNode> attachments,
    RuleAddresses addresses,
    ILookup<ComponentId, OnPremisesConnection> connections)
{
    private const int Static = 0;
    private const int FromVpc = 1;
    private const int FromDirectConnect = 2;
    private const int FromVpn = 3;

    public RouteMap Compile(TransitGatewayRouteTable table, IEnumerable<(AttachmentNode Attachment, UnknownValue? Doubt)> propagations)
    {
        var builder = new RouteMapBuilder(table.Component);
        foreach (var route in table.Routes)
        {
            AddStatic(builder, route);
        }

        foreach (var (attachment, doubt) in propagations)
        {
            AddPropagated(builder, attachment, doubt);
        }

        foreach (var unknown in table.MayHaveMoreRoutes)
        {
            builder.AddAnywhere(new(new RouteEnd.Open(unknown), table.Component, "a route that is not known", Doubts.None), unknown, beatsLocal: true);
        }

        return builder.Build();
    }

    private void AddStatic(RouteMapBuilder builder, TransitGatewayRoute route)
    {
        object target = route.Attachment switch
        {
            null => new RouteEnd.Blackhole("the Transit Gateway route is a blackhole"),
            { IsKnown: false } open => new RouteEnd.Open(open.Unknown!),
            { } id when attachments.TryGetValue(id.Value, out var attachment) => attachment,
            { } id => new RouteEnd.Open(new(id.Value, "the attachment is not among the given templates")),
        };
        var name = target switch
        {
            AttachmentNode attachment => attachment.Id.ToString(),
            RouteEnd.Blackhole => "blackhole",
            _ => "?",
        };
        NextHop Hop(string destination) => new(target, route.Component, $"{destination} -> {name}", Doubts.None);
        switch (route.Destination)
        {
            case RouteDestination.Range range:
                builder.Add(range.Cidr, Static, Hop(range.Cidr.ToString()), route.Doubt);
                break;

            case RouteDestination.List list when addresses.FindList(list.PrefixList)?.Entries is { IsKnown: true } entries:
                foreach (var cidr in entries.Value.Distinct())
                {
                    builder.Add(cidr, Static, Hop(cidr.ToString()), route.Doubt);
                }

                break;

            case RouteDestination.List list:
                builder.AddAnywhere(Hop(list.PrefixList.ToString()), new(list.PrefixList, "the prefix list's ranges are not known"), beatsLocal: true);
                break;

            case RouteDestination.Open open:
                builder.AddAnywhere(Hop("?"), open.Unknown, beatsLocal: true);
                break;
        }
    }

    private void AddPropagated(RouteMapBuilder builder, AttachmentNode attachment, UnknownValue? doubt)
    {
        NextHop Hop(string destination) => new(attachment, attachment.Model.Component, $"{destination} -> {attachment.Id} (propagated)", Doubts.None);
        switch (attachment.Model.Resource)
        {
            case AttachedResource.OfVpc when attachment.Vpc is { } vpc:
                AddAll(vpc.Vpc.Cidrs, FromVpc);
                break;

            case AttachedResource.OfOnPremises:
                foreach (var connection in connections[attachment.Id])
                {
                    var rank = connection.Kind == OnPremisesKind.Vpn ? FromVpn : FromDirectConnect;
                    AddAll(
                        connection.Ranges.IsKnown ? [.. connection.Ranges.Value.Select(cidr => (Maybe<Cidr>)cidr)] : [connection.Ranges.Unknown!],
                        rank);
                }

                break;

            case AttachedResource.OfVpc of:
                builder.AddAnywhere(Hop("?"), new(of.Vpc, "the attached VPC is not among the given templates"), beatsLocal: true);
                break;

            case AttachedResource.Open open:
                builder.AddAnywhere(Hop("?"), open.Unknown, beatsLocal: true);
                break;
        }

        void AddAll(ImmutableArray<Maybe<Cidr>> cidrs, int rank)
        {
            foreach (var cidr in cidrs)
            {
                if (cidr.IsKnown)
                {
                    builder.Add(cidr.Value, rank, Hop(cidr.Value.ToString()), doubt);
                }
                else
                {
                    builder.AddAnywhere(Hop("?"), cidr.Unknown!, beatsLocal: true);
                }
            }
        }
    }
}
