using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>Something wrong with a statement; where it is, the plan knows.</summary>
internal sealed record StatementFault(Diagnostic Diagnostic, string What, string Fix);
