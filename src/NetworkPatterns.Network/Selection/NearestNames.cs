namespace NetworkPatterns.Network.Selection;

/// <summary>Names that are close to one that does not exist.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>A sentence that names the nearest ones, or says that there are none.</summary>
    public static string Advice(string name, IEnumerable<string> names)
    {
        var nearest = names
            .Distinct(StringComparer.Ordinal)
            .Select(candidate => (Candidate: candidate, Distance: DistanceTo(name, candidate)))
            .OrderBy(entry => entry.Distance)
            .ThenBy(entry => entry.Candidate, StringComparer.Ordinal)
            .Take(Most)
            .Select(entry => entry.Candidate)
            .ToList();
        return nearest.Count == 0 ? "the templates have nothing that could be meant" : $"the nearest names are {string.Join(", ", nearest)}";
    }

    // CDK appends a hash to logical IDs: a name that starts or contains what was typed is nearer than one that is spelled alike.
    private static int DistanceTo(string name, string candidate) =>
        candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? -2
        : candidate.Contains(name, StringComparison.OrdinalIgnoreCase) ? -1
        : EditDistance(name.ToUpperInvariant(), candidate.ToUpperInvariant());

    private static int EditDistance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substitution = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
