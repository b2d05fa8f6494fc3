namespace NetworkPatterns.Templates.Resolution;

/// <summary>The sections whose resolved entries a stack remembers.</summary>
internal enum Section
{
    Parameters,
    Conditions,
    Outputs,
}
