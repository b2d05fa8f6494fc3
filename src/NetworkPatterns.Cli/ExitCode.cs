namespace NetworkPatterns.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Reachable; every guarantee holds; or what was asked for was done.</summary>
    public const int Reachable = 0;

    /// <summary>Not reachable; or a guarantee fails.</summary>
    public const int NotReachable = 1;

    /// <summary>The input cannot be read or understood.</summary>
    public const int BadInput = 2;

    /// <summary>Undecided: something that the templates leave open decides.</summary>
    public const int Unknown = 3;
}
