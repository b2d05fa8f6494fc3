using Amazon.CDK;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Constructs.Tests.Edge;

/// <summary>Stacks and plan contexts for tests of the front door.</summary>
internal static class EdgeStacks
{
    internal static Stack NewStack(string region = "us-east-1", string id = "Dev") =>
        new(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true), id, new StackProps { Env = new Amazon.CDK.Environment { Region = region } });

    /// <summary>The lock that a test asks for is a function.</summary>
    internal static RuleException GateIsAFunction { get; } = new("N79", "*OriginGate*", "The lock that was asked for is a function.");

    /// <summary>A context for plans: the construct is <c>Dev/Door</c>.</summary>
    internal static PatternContext Context(string propsType, string? region = "us-east-1") =>
        new("Dev/Door", propsType, region, text => text.Contains("${Token[", StringComparison.Ordinal));

    /// <summary>The problems that planning finds: codes, and what is behind the props' name.</summary>
    internal static IReadOnlyList<Problem> ProblemsOf(Action plan) => Should.Throw<PlanException>(plan).Problems;

    /// <summary>Asserts that one of the problems has this code, place and words.</summary>
    internal static void ShouldHave(this IReadOnlyList<Problem> problems, string code, string where, string what)
    {
        var problem = problems.FirstOrDefault(problem => problem.Code == code && problem.Where.EndsWith(where, StringComparison.Ordinal) && problem.What.Contains(what, StringComparison.Ordinal));
        problem.ShouldNotBeNull(string.Join('\n', problems));
        problem.Fix.ShouldNotBeNullOrWhiteSpace();
    }
}
