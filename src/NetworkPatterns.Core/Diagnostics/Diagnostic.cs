namespace NetworkPatterns.Core.Diagnostics;

/// <summary>One kind of problem: a code that never changes its meaning, and a title. The catalogue holds them all.</summary>
/// <param name="Code">The code, such as <c>NP1003</c>; never reused. Each has a page under <c>docs/diagnostics</c>.</param>
/// <param name="Title">What kind of problem it is, in a few words.</param>
public sealed record Diagnostic(string Code, string Title)
{
    /// <summary>A problem of this kind.</summary>
    /// <param name="where">Words that the user typed: a construct path and property, or a logical ID and property path.</param>
    /// <param name="what">The value and the limit it breaks.</param>
    /// <param name="fix">A way to fix it.</param>
    public Problem At(string where, string what, string fix) => new(this, where, what, fix);
}
