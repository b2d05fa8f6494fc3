using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>VPC Lattice: service networks, services and who is associated with whom.</summary>
internal static class LatticeReader
{
    public static void Read(ReadingContext context)
    {
        var vpcs = context.Children("AWS::VpcLattice::ServiceNetworkVpcAssociation", "ServiceNetworkIdentifier", ResourceKind.LatticeServiceNetwork);
        var services = context.Children("AWS::VpcLattice::ServiceNetworkServiceAssociation", "ServiceNetworkIdentifier", ResourceKind.LatticeServiceNetwork);
        var listeners = context.Children("AWS::VpcLattice::Listener", "ServiceIdentifier", ResourceKind.LatticeService);
        foreach (var resource in context.OfType("AWS::VpcLattice::ServiceNetwork"))
        {
            var id = context.IdOf(resource);
            context.Add(new LatticeServiceNetwork(context.ComponentOf(resource))
            {
                Vpcs =
                [
                    .. vpcs[id].Select(association => Vpc(context, association)),
                    .. context.OrphansOf(ResourceKind.LatticeServiceNetwork).Select(unknown => new LatticeVpcAssociation(context.ComponentOf(resource), unknown)),
                ],
                Services =
                [
                    .. services[id].Select(association => Service(context, association)),
                    .. context.OrphansOf(ResourceKind.LatticeServiceNetwork).Select(unknown => (Maybe<ComponentId>)unknown),
                ],
            });
        }

        foreach (var resource in context.OfType("AWS::VpcLattice::Service"))
        {
            context.Add(new LatticeService(context.ComponentOf(resource))
            {
                Listeners =
                [
                    .. listeners[context.IdOf(resource)].Select(listener => Listener(context, listener)),
                    .. context.OrphansOf(ResourceKind.LatticeService).Select(unknown => new Traffic { Protocol = unknown }),
                ],
            });
        }
    }

    private static LatticeVpcAssociation Vpc(ReadingContext context, ResolvedResource association)
    {
        var view = context.View(association);
        var vpc = view.Reference("VpcIdentifier", ResourceKind.Vpc) ?? view.Unknown("VpcIdentifier is missing");
        return new LatticeVpcAssociation(context.ComponentOf(association), context.DoubtOf(association) is { } doubt ? doubt : vpc)
        {
            Groups = view.References("SecurityGroupIds", ResourceKind.SecurityGroup),
        };
    }

    private static Maybe<ComponentId> Service(ReadingContext context, ResolvedResource association)
    {
        var view = context.View(association);
        return context.DoubtOf(association) is { } doubt ? doubt
            : view.Reference("ServiceIdentifier", ResourceKind.LatticeService) ?? view.Unknown("ServiceIdentifier is missing");
    }

    // Without a port a listener is at its protocol's: 80 for HTTP, 443 for HTTPS and TLS_PASSTHROUGH.
    private static Traffic Listener(ReadingContext context, ResolvedResource listener)
    {
        var view = context.View(listener);
        var protocol = view.Text("Protocol");
        var port = context.DoubtOf(listener) is { } doubt ? doubt
            : view.Integer("Port") ?? (protocol is { IsKnown: false } unknown ? unknown.Unknown! : protocol is { Value: "HTTP" } ? 80 : 443);
        return Traffic.Tcp(0) with { Ports = TrafficReader.Port(port, view) };
    }
}
