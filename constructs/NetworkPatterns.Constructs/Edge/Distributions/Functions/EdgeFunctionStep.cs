using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NetworkPatterns.Constructs.Edge.Distributions.Functions;

/// <summary>What a function does to a request: statements that return the request, or an answer in its place.</summary>
/// <remarks>
/// The runtime has no destructuring, no <c>for...of</c>, and neither closures nor arguments that are asynchronous, so steps are functions of the
/// top level.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html</para>
/// </remarks>
/// <param name="Body">The statements, which see <c>event</c>; or the whole code of a function that is not ours.</param>
internal sealed record EdgeFunctionStep(string Body)
{
    private const string CloudFront = "import cf from 'cloudfront';\n";
    private const string Crypto = "const crypto = require('crypto');\n";
    private const string Store = "const store = cf.kvs();\n";

    // Looks at every character, so that the time it takes says nothing of where two texts differ.
    private const string Same = """
        function same(a, b) {
          let difference = a.length ^ b.length;
          for (let i = 0; i < a.length; i++) {
            difference |= a.charCodeAt(i) ^ b.charCodeAt(i % (b.length || 1));
          }
          return difference === 0;
        }

        """;

    /// <summary>Whether it reads the store, and so waits.</summary>
    public bool HasStore { get; init; }

    /// <summary>Whether it chooses an origin.</summary>
    public bool Selects { get; init; }

    /// <summary>Whether it computes digests and compares them.</summary>
    public bool HasSecrets { get; init; }

    /// <summary>The cookie that it routes by.</summary>
    public string? Cookie { get; init; }

    /// <summary>The origins that it may choose.</summary>
    public ImmutableArray<string> Origins { get; init; } = [];

    /// <summary>What is wrong with it, where something is.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether it is code of the user.</summary>
    public bool IsOwn { get; private init; }

    public static EdgeFunctionStep Own(string code) => new(code) { IsOwn = true };

    /// <summary>The code of a function that takes the steps one after another.</summary>
    public static string CodeOf(ImmutableArray<EdgeFunctionStep> steps)
    {
        if (steps is [{ IsOwn: true } own])
        {
            return own.Body;
        }

        var code = new StringBuilder();
        code.Append(steps.Any(step => step.HasStore || step.Selects) ? CloudFront : "");
        code.Append(steps.Any(step => step.HasSecrets) ? Crypto : "");
        code.Append(steps.Any(step => step.HasStore) ? Store : "");
        code.Append(steps.Any(step => step.HasSecrets) ? Same : "");
        if (steps is [var only])
        {
            return code.Append(only.Function("handler")).ToString();
        }

        foreach (var (number, step) in steps.Index())
        {
            code.Append(step.Function(NameOf(number)));
        }

        code.Append("async function handler(event) {\n");
        foreach (var (number, step) in steps.Index())
        {
            code.Append(CultureInfo.InvariantCulture, $"  const result{number} = {(step.HasStore ? "await " : "")}{NameOf(number)}(event);\n  if (result{number}.statusCode) {{\n    return result{number};\n  }}\n  event.request = result{number};\n");
        }

        return code.Append("  return event.request;\n}\n").ToString();
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"step{number}");

    private string Function(string name) =>
        $"{(HasStore ? "async " : "")}function {name}(event) {{\n{string.Concat(Body.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => $"  {line}\n"))}}}\n";
}
