namespace NetworkPatterns.Core.Diagnostics;

/// <summary>Something that is wrong with an input: which kind, where, what, and a way to fix it.</summary>
/// <param name="Diagnostic">The kind, from the catalogue.</param>
/// <param name="Where">Words that the user typed: a construct path and property, or a logical ID and property path.</param>
/// <param name="What">The value and the limit it breaks.</param>
/// <param name="Fix">A way to fix it.</param>
public sealed record Problem(Diagnostic Diagnostic, string Where, string What, string Fix)
{
    /// <summary>The diagnostic's code.</summary>
    public string Code => Diagnostic.Code;

    /// <summary>Three lines: code and what, where, fix.</summary>
    public override string ToString() => $"{Code}: {What}\n  where: {Where}\n  fix:   {Fix}";
}
