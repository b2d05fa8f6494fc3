namespace NetworkPatterns.Cli.Rendering;

/// <summary>One result of a SARIF log.</summary>
/// <param name="RuleId">The code, such as <c>NP3001</c>.</param>
/// <param name="Title">What the code stands for.</param>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="File">The template; null where it is not known.</param>
/// <param name="Line">The line of the resource in it, from 1.</param>
/// <param name="Name">The part of the network: a construct path or a logical ID.</param>
internal sealed record SarifResult(string RuleId, string Title, string Level, string Message, string? File, int Line, string Name);
