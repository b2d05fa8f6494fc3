using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Sharing over AWS RAM with accounts, organizational units or an organization.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html</remarks>
internal static class ResourceShare
{
    public static void Check(IReadOnlyList<string> principals, string property, PatternContext context, ProblemList problems)
    {
        foreach (var principal in principals.Where(principal => !context.IsToken(principal) && !SharedPrincipals.IsValid(principal)))
        {
            problems.Add(DiagnosticCatalogue.ShareWithNobody.At(
                context.At(property), $"'{principal}' is not a principal of AWS RAM", "write an account ID of 12 digits, or the ARN of an organization or organizational unit"));
        }
    }

    /// <summary>Adds a share, if there is anybody to share with.</summary>
    public static void Add(
        BlueprintBuilder builder, TokenInputs inputs, string path, IReadOnlyList<string> principals, bool allowExternalPrincipals, IEnumerable<Value> resourceArns)
    {
        ImmutableArray<Value> arns = [.. resourceArns];
        if (principals.Count == 0 || arns.IsEmpty)
        {
            return;
        }

        var name = string.Concat(path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        builder.Add(
            "Share",
            "AWS::RAM::ResourceShare",
            ("Name", name),
            ("AllowExternalPrincipals", allowExternalPrincipals),
            ("Principals", Value.List(principals.Select((principal, index) => inputs.Of($"Principal{index}", principal)))),
            ("ResourceArns", Value.List(arns)));
    }
}
