using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Checks what a user asks of central egress and inspection.</summary>
internal static class CentralRules
{
    public static void Check(TransitGatewayHubProps props, PatternContext context, ProblemList problems)
    {
        if (props.Egress is { } egress)
        {
            CheckEgress(props, egress, context, problems);
        }

        if (props.Inspection is { } inspection)
        {
            CheckInspection(props, inspection, context, problems);
        }
    }

    private static void CheckEgress(TransitGatewayHubProps props, CentralEgress egress, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Egress));
        if (props.Segments.All(segment => segment.Name != egress.Segment))
        {
            problems.Add(DiagnosticCatalogue.UnknownSegment.At(
                where, $"'{egress.Segment}' is to stand for the internet, and is not a segment", "add it to Segments, and pair it with the segments that reach the internet"));
        }
        else if (props.AllowedPairs.All(pair => pair.One != egress.Segment && pair.Other != egress.Segment))
        {
            problems.Add(DiagnosticCatalogue.EgressUnused.At(
                where, $"no pair names '{egress.Segment}', and no segment would reach the internet", $"pair segments with '{egress.Segment}', or leave Egress out"));
        }

        if (props.AllowedPairs.Any(pair => pair.One == egress.Segment && pair.Other == egress.Segment))
        {
            problems.Add(DiagnosticCatalogue.EgressUnused.At(
                context.At(nameof(props.AllowedPairs)), $"'{egress.Segment}' is paired with itself, and holds the egress VPC alone", "leave the pair out"));
        }

        if (egress.NatGateways.IsNone || egress.NatGateways.Kind == NatKind.Instance)
        {
            problems.Add(DiagnosticCatalogue.EgressUnused.At(
                $"{where}.{nameof(egress.NatGateways)}", "a way out for a whole estate needs NAT gateways", "choose NatStrategy.PerZone, Single or Regional"));
        }

        CheckBlock(props, egress.CidrBlock, $"{where}.{nameof(egress.CidrBlock)}", problems);
    }

    private static void CheckInspection(TransitGatewayHubProps props, CentralInspection inspection, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Inspection));
        if (inspection.Traffic == InspectedTraffic.None || (inspection.Traffic == InspectedTraffic.NorthSouth && props.Egress is null))
        {
            problems.Add(DiagnosticCatalogue.InspectionUnclear.At(
                $"{where}.{nameof(inspection.Traffic)}",
                inspection.Traffic == InspectedTraffic.None ? "nothing is to be inspected" : "traffic with the internet is to be inspected, and the hub has no Egress",
                "choose what is inspected, add Egress, or leave Inspection out"));
        }

        if ((inspection.FirewallPolicyArn is null) == (inspection.ApplianceServiceName is null))
        {
            problems.Add(DiagnosticCatalogue.InspectionUnclear.At(
                where,
                inspection.FirewallPolicyArn is null ? "nothing says what inspects" : "a firewall and appliances are both given",
                "give exactly one of FirewallPolicyArn and ApplianceServiceName"));
        }

        if (inspection is { CidrBlock: null, ApplianceServiceName: not null })
        {
            problems.Add(DiagnosticCatalogue.InspectionUnclear.At(
                $"{where}.{nameof(inspection.CidrBlock)}", "endpoints of appliances live in a VPC, and it has no block", "give the inspection VPC's CidrBlock"));
        }

        if (inspection.Zones.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.InspectionUnclear.At($"{where}.{nameof(inspection.Zones)}", "no zone is inspected in", "name every zone that spokes are attached in"));
        }

        foreach (var zone in inspection.Zones.Where(zone => inspection.FirewallPolicyArn is not null && Zone.TryParse(zone.Zone, out var parsed)
            && (inspection.CidrBlock is not null ? parsed.Kind != ZoneKind.Name : parsed.Kind == ZoneKind.Index)))
        {
            problems.Add(DiagnosticCatalogue.InspectionUnclear.At(
                $"{where}.{nameof(inspection.Zones)}",
                $"the endpoint of the firewall in '{zone.Zone}' is found by the zone's name, which is not known",
                "write the zones by name, such as eu-west-1a, or attach the firewall to the gateway itself"));
        }

        if (inspection.CidrBlock is { } block)
        {
            CheckBlock(props, block, $"{where}.{nameof(inspection.CidrBlock)}", problems);
            if (props.Egress is { } egress && Cidr.TryParse(block, out var one, out _) && Cidr.TryParse(egress.CidrBlock, out var other, out _) && one.Overlaps(other))
            {
                problems.Add(DiagnosticCatalogue.SpokesOverlap.At(
                    $"{where}.{nameof(inspection.CidrBlock)}", $"{one} of the inspection VPC overlaps {other} of the egress VPC", "give one of them another block"));
            }
        }

        LogRetention.Check(inspection.LogRetentionDays, $"{where}.{nameof(inspection.LogRetentionDays)}", problems);
    }

    // What the hub's own VPCs send back to spokes goes by the private ranges.
    private static void CheckBlock(TransitGatewayHubProps props, string text, string where, ProblemList problems)
    {
        if (Cidr.TryParse(text, out var block, out _) && props.PrivateRanges.Any(range => range == block.ToString()))
        {
            problems.Add(DiagnosticCatalogue.OutsidePrivateRanges.At(where, $"{block} is the whole of a private range", "choose a smaller block"));
        }
    }
}
