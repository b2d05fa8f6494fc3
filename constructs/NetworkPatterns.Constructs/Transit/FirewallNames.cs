namespace NetworkPatterns.Constructs.Transit;

/// <summary>Names of AWS Network Firewall's resources, which are unique in an account and Region, and can't change.</summary>
internal static class FirewallNames
{
    private const int Longest = 128;

    /// <summary>A name from a construct path: letters, digits and hyphens.</summary>
    public static string Of(string path)
    {
        var name = string.Concat(path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        return name[Math.Max(0, name.Length - Longest)..].Trim('-');
    }
}
