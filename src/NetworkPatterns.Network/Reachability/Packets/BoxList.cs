namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>Lists of boxes: made disjoint, and joined where two differ in one dimension only.</summary>
internal static class BoxList
{
    public static List<Box> Disjoint(IEnumerable<Box> boxes)
    {
        var result = new List<Box>();
        foreach (var box in boxes)
        {
            IEnumerable<Box> rest = [box];
            foreach (var other in result)
            {
                rest = [.. rest.SelectMany(part => part.Except(other))];
            }

            result.AddRange(rest);
        }

        return Merge(result);
    }

    /// <summary>Joins disjoint boxes until no two can be joined.</summary>
    public static List<Box> Merge(IEnumerable<Box> boxes)
    {
        var result = boxes.ToList();
        for (var i = 0; i < result.Count; i++)
        {
            for (var j = result.Count - 1; j > i; j--)
            {
                if (Join(result[i], result[j]) is { } joined)
                {
                    result[i] = joined;
                    result.RemoveAt(j);
                    j = result.Count;
                }
            }
        }

        return result;
    }

    private static Box? Join(Box left, Box right)
    {
        var source = left.Source.Equals(right.Source);
        var destination = left.Destination.Equals(right.Destination);
        var protocols = left.Protocols.Equals(right.Protocols);
        var sourcePorts = left.SourcePorts.Equals(right.SourcePorts);
        var destinationPorts = left.DestinationPorts.Equals(right.DestinationPorts);
        return (source, destination, protocols, sourcePorts, destinationPorts) switch
        {
            (_, true, true, true, true) => left with { Source = left.Source.Union(right.Source) },
            (true, _, true, true, true) => left with { Destination = left.Destination.Union(right.Destination) },
            (true, true, _, true, true) => left with { Protocols = left.Protocols.Union(right.Protocols) },
            (true, true, true, _, true) => left with { SourcePorts = left.SourcePorts.Union(right.SourcePorts) },
            (true, true, true, true, _) => left with { DestinationPorts = left.DestinationPorts.Union(right.DestinationPorts) },
            _ => null,
        };
    }
}
