using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Rendering.Graph;

/// <summary>A picture as boxes and lines, for languages that do the layout themselves.</summary>
internal sealed class GraphLines
{
    private readonly List<GraphLine> _lines = [];

    public GraphLines(NetworkPicture picture)
    {
        foreach (var vpc in picture.Vpcs)
        {
            foreach (var group in vpc.Groups)
            {
                foreach (var route in group.Routes.Where(route => route.Kind == PictureTarget.Gateway))
                {
                    var to = vpc.Gateways.Any(gateway => gateway.Label == route.Target) ? $"{vpc.Id}#{route.Target}" : null;
                    Add($"{vpc.Id}/{group.Name}/{string.Join(',', group.Ranges)}", to, GraphWords.List(route.Destinations), isDashed: false);
                }
            }

            // One line from the VPC, however many of its subnets have the route.
            foreach (var routes in vpc.Groups.SelectMany(group => group.Routes).Where(route => route.Kind is PictureTarget.Hub or PictureTarget.Peer).GroupBy(route => route.Target, StringComparer.Ordinal))
            {
                Add(vpc.Id, routes.Key, GraphWords.List([.. routes.SelectMany(route => route.Destinations).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]), isDashed: false);
            }

            foreach (var other in vpc.Hubs.Concat(vpc.Peers.Where(peer => string.CompareOrdinal(vpc.Id, peer) < 0)).Where(other => !_lines.Exists(line => (line.From == vpc.Id && line.To == other) || (line.From == other && line.To == vpc.Id))))
            {
                Add(vpc.Id, other, "", isDashed: true);
            }

            foreach (var gateway in vpc.Gateways.Where(gateway => gateway.Label is "internet gateway" or "egress-only gateway"))
            {
                Add($"{vpc.Id}#{gateway.Label}", "internet", "", isDashed: true);
            }
        }

        foreach (var network in picture.OnPremises)
        {
            Add(network.Id, network.ConnectedTo, "", isDashed: true);
        }
    }

    public IReadOnlyList<GraphLine> All => _lines;

    private void Add(string from, string? to, string label, bool isDashed)
    {
        if (to is not null)
        {
            _lines.Add(new(from, to, label, isDashed));
        }
    }
}

/// <summary>A line between two boxes, by their names.</summary>
internal sealed record GraphLine(string From, string To, string Label, bool IsDashed);
