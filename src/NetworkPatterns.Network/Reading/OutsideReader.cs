using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading;

/// <summary>Networks that no template describes, as <see cref="OutsideNetwork"/> declares them.</summary>
internal sealed class OutsideReader
{
    private readonly ReadingContext _context;
    private readonly ImmutableDictionary<ComponentId, (ResolvedResource Association, OutsideNetwork Network)> _behind;

    public OutsideReader(ReadingContext context)
    {
        _context = context;
        var behind = ImmutableDictionary.CreateBuilder<ComponentId, (ResolvedResource, OutsideNetwork)>();
        foreach (var association in context.OfType("AWS::EC2::TransitGatewayRouteTableAssociation"))
        {
            if (Find(association) is { } network
                && context.View(association).Reference("TransitGatewayAttachmentId", ResourceKind.TransitGatewayAttachment) is { IsKnown: true } attachment)
            {
                behind.TryAdd(attachment.Value, (association, network));
            }
        }

        _behind = behind.ToImmutable();
    }

    /// <summary>What a resource declares.</summary>
    public OutsideNetwork? Find(ResolvedResource resource)
    {
        if (resource.FindMetadata(OutsideNetwork.MetadataKey) is not { } written)
        {
            return null;
        }

        var errors = new List<string>();
        var network = OutsideNetwork.Read(written, errors);
        _context.Problems.AddRange(errors.Select(error => DiagnosticCatalogue.UnreadableGuarantee.At(resource.ToString(), error, "write the metadata as docs/guarantees.md shows")));
        return network;
    }

    /// <summary>The name of a VPN's attachment: the one whose association declares the same network.</summary>
    public ComponentId AttachmentOf(ResolvedResource vpn) =>
        Find(vpn)?.Name is { } name && _behind.FirstOrDefault(entry => entry.Value.Network.Name == name).Key is { } attachment
            ? attachment
            : _context.IdOf(vpn).Implies(ImpliedPart.Attachment);

    /// <summary>The attachments with what is declared to be behind them, in place of parts that no template has.</summary>
    public IEnumerable<TransitGatewayAttachment> Complete(IReadOnlyList<TransitGatewayAttachment> attachments)
    {
        foreach (var attachment in attachments)
        {
            yield return _behind.ContainsKey(attachment.Id) && !IsDescribed(attachment.Resource)
                ? attachment with { Resource = new AttachedResource.OfOnPremises() }
                : attachment;
        }

        var known = attachments.Select(attachment => attachment.Id).ToHashSet();
        foreach (var (id, (association, _)) in _behind.Where(entry => !known.Contains(entry.Key)).OrderBy(entry => entry.Key))
        {
            yield return new(_context.ComponentOf(association) with { Id = id }, GatewayOf(association), new AttachedResource.OfOnPremises());
        }
    }

    /// <summary>The networks behind attachments that are no VPN's.</summary>
    public IEnumerable<OnPremisesConnection> Connections(IEnumerable<TransitGatewayAttachment> attachments, IReadOnlySet<ComponentId> ofVpns) =>
        from attachment in attachments
        where attachment.Resource is AttachedResource.OfOnPremises && !ofVpns.Contains(attachment.Id) && _behind.ContainsKey(attachment.Id)
        let declared = _behind[attachment.Id]
        select new OnPremisesConnection(_context.ComponentOf(declared.Association), attachment.Id)
        {
            Kind = OnPremisesKind.Declared,
            Ranges = _context.DoubtOf(declared.Association) is { } doubt ? doubt : declared.Network.Ranges,
        };

    private bool IsDescribed(AttachedResource resource) => resource switch
    {
        AttachedResource.OfVpc of => _context.OfType("AWS::EC2::VPC").Any(vpc => _context.IdOf(vpc) == of.Vpc)
            || _context.OfType("AWS::EC2::Subnet").Any(subnet => _context.View(subnet).Reference("VpcId", ResourceKind.Vpc) is { IsKnown: true } vpc && vpc.Value == of.Vpc),
        AttachedResource.OfPeer of => !of.Peer.IsKnown || _context.OfType("AWS::EC2::TransitGateway").Any(gateway => _context.IdOf(gateway) == of.Peer.Value),
        _ => true,
    };

    // An attachment is of the gateway whose table it is associated with.
    private Maybe<ComponentId> GatewayOf(ResolvedResource association)
    {
        var view = _context.View(association);
        if (_context.DoubtOf(association) is { } doubt)
        {
            return doubt;
        }

        return view.Reference("TransitGatewayRouteTableId", ResourceKind.TransitGatewayRouteTable) is { IsKnown: true } id
            && _context.OfType("AWS::EC2::TransitGatewayRouteTable").FirstOrDefault(table => _context.IdOf(table) == id.Value) is { } table
            && _context.View(table).Reference("TransitGatewayId", ResourceKind.TransitGateway) is { } gateway
            ? gateway
            : view.Unknown("which Transit Gateway the attachment's route table is of is not known");
    }
}
