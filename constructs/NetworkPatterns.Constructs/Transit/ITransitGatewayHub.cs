using System.Collections.Immutable;
using Constructs;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A Transit Gateway with segments, made here or elsewhere: what attaches to it needs this and nothing more.</summary>
/// <remarks>
/// <see cref="TransitGatewayHub"/> makes one; <see cref="TransitGatewayHub.FromExport"/> and
/// <see cref="TransitGatewayHub.FromIds"/> know one of another app. Only these implement it.
/// </remarks>
public interface ITransitGatewayHub
{
    /// <summary>The gateway's ID, as a token or literal.</summary>
    string TransitGatewayId { get; }

    /// <summary>The private ASN of the Amazon side of BGP sessions.</summary>
    long AmazonSideAsn { get; }

    /// <summary>The Region; <see langword="null"/> where only deployment knows it.</summary>
    string? Region { get; }

    /// <summary>The names of the segments, sorted.</summary>
    ImmutableArray<string> Segments { get; }

    /// <summary>The IPv4 ranges that are private to the estate: VPCs route them to the hub.</summary>
    ImmutableArray<string> PrivateRanges { get; }

    /// <summary>The ID of a segment's route table, with which the segment's attachments are associated.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <exception cref="KeyNotFoundException">The hub has no such segment, or its tables are not known here.</exception>
    string RouteTableId(string segment);

    /// <summary>Where an attachment of a segment is associated and propagates: what the allowed pairs say, and nothing else.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <exception cref="KeyNotFoundException">The hub has no such segment, or its tables are not known here.</exception>
    SegmentRouteTables RouteTables(string segment);

    /// <summary>
    /// The hub as another stack of the same account and Region sees it: itself in its own stack, otherwise read from its
    /// export, so that no stack holds another one back.
    /// </summary>
    /// <param name="scope">A construct of the stack that needs it.</param>
    /// <exception cref="PlanException">The hub exports nothing, or is of another account or Region.</exception>
    ITransitGatewayHub SeenFrom(Construct scope);

    // jsii can't make a construct that implements members explicitly; so the hub is asked for its view here.
    internal sealed HubView View => this is TransitGatewayHub hub ? hub.OwnView : (HubView)this;

    // As SeenFrom, for those who have more to say: what stands against it is a problem among others.
    internal sealed HubView ViewFrom(Construct scope, string where, ProblemList problems) =>
        this is TransitGatewayHub hub ? hub.ViewFrom(scope, where, problems) : (HubView)this;
}

/// <summary>The Transit Gateway route tables that know an attachment.</summary>
/// <param name="AssociationRouteTableId">The table that routes what the attachment sends.</param>
/// <param name="PropagationRouteTableIds">The tables that learn the attachment's ranges from it, by the table's name.</param>
/// <param name="InspectedRouteTableIds">
/// The tables that reach the attachment through the inspection: they need a static route of each of its ranges to
/// <paramref name="InspectionAttachmentId"/>. By the table's name.
/// </param>
/// <param name="InspectionAttachmentId">The inspection's attachment; <see langword="null"/> without inspection.</param>
public sealed record SegmentRouteTables(
    string AssociationRouteTableId,
    ImmutableSortedDictionary<string, string> PropagationRouteTableIds,
    ImmutableSortedDictionary<string, string> InspectedRouteTableIds,
    string? InspectionAttachmentId);
