namespace NetworkPatterns.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Reachable; or a list of questions was answered.</summary>
    public const int Reachable = 0;

    /// <summary>Not reachable.</summary>
    public const int NotReachable = 1;

    /// <summary>The input cannot be read or understood.</summary>
    public const int BadInput = 2;

    /// <summary>Undecided: something that the templates leave open decides.</summary>
    public const int Unknown = 3;
}
