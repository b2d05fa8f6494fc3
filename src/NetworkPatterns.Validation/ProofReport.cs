using System.Collections.Immutable;
using Amazon.CDK;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Checking;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Rules;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Validation;

/// <summary>Checks the templates of an assembly and says what CDK's report needs.</summary>
internal sealed class ProofReport(NetworkProofProps props, DateOnly today)
{
    /// <summary>The codes of violations.</summary>
    public static ImmutableArray<string> Codes { get; } =
        [DiagnosticCatalogue.GuaranteeFails.Code, DiagnosticCatalogue.GuaranteeUndecided.Code, DiagnosticCatalogue.SuppressionExpired.Code];

    public PolicyValidationPluginReportBeta1 Of(IReadOnlyCollection<string> templates)
    {
        var problems = new ProblemList();
        var rules = ReadRules(problems);
        var estate = Estate.Read(Folders(templates).Select(folder => new FolderSource(new DirectoryFiles(folder))), new EstateOptions
        {
            Assumptions = props.Assumptions.ToImmutableDictionary(StringComparer.Ordinal),
        });
        problems.AddRange(estate.Problems);
        if (problems.IsEmpty)
        {
            var report = EstateCheck.Run(estate, rules, today);
            problems.AddRange(report.Problems);
            problems.AddRange(props.AllowUndecided ? [] : report.NotModelled);
            if (problems.IsEmpty)
            {
                return Report(report.Guarantees.Where(IsViolated).Select(item => Violation(item, estate, templates)));
            }
        }

        return Report(problems.ToSorted().Select(problem => new PolicyViolationBeta1
        {
            RuleName = problem.Code, Description = $"{problem.Where}: {problem.What}", Fix = problem.Fix, Severity = "error", ViolatingResources = [],
        }));
    }

    private static PolicyValidationPluginReportBeta1 Report(IEnumerable<PolicyViolationBeta1> violations)
    {
        IPolicyViolationBeta1[] found = [.. violations];
        return new() { Success = found.Length == 0, Violations = found, PluginVersion = NetworkProof.OwnVersion };
    }

    // A stage's assembly lies below the app's, whose manifest names it: the outermost folders are enough.
    private static IEnumerable<string> Folders(IEnumerable<string> templates)
    {
        var folders = templates.Select(path => Path.GetDirectoryName(Path.GetFullPath(path))!).Distinct(StringComparer.Ordinal).ToList();
        return folders
            .Where(folder => !folders.Exists(other => folder.StartsWith(other + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
    }

    private bool IsViolated(CheckedGuarantee item) =>
        item.Status is CheckStatus.Fails or CheckStatus.Expired || (item.Status == CheckStatus.Undecided && !props.AllowUndecided);

    private static PolicyViolationBeta1 Violation(CheckedGuarantee item, Estate estate, IReadOnlyCollection<string> templates)
    {
        var (diagnostic, fix) = item.Status switch
        {
            CheckStatus.Fails => (DiagnosticCatalogue.GuaranteeFails, "undo the change that breaks it, or change the promise"),
            CheckStatus.Expired => (DiagnosticCatalogue.SuppressionExpired, "remove the suppression, or give it another last day"),
            _ => (DiagnosticCatalogue.GuaranteeUndecided, "give the missing values with NetworkProofProps.Assumptions, or set AllowUndecided"),
        };
        var title = item.Id.EndsWith(item.Result.Guarantee.ToString()!, StringComparison.Ordinal) ? item.Id : $"{item.Id}: {item.Result.Guarantee}";
        return new()
        {
            RuleName = diagnostic.Code,
            Description = string.Join("\n    ", EvidenceText.Lines(item.Result).Prepend($"{diagnostic.Title}: {title}")),
            Fix = fix,
            Severity = "error",
            ViolatingResources = [.. Blamed(item, estate, templates)],
        };
    }

    private static IEnumerable<IPolicyViolatingResourceBeta1> Blamed(CheckedGuarantee item, Estate estate, IReadOnlyCollection<string> templates) =>
        EvidenceText.Components(item.Result)
            .Select(id => ResourceNames.Find(id with { Implied = "" }, estate))
            .OfType<ResolvedResource>()
            .Distinct()
            .Select(resource => new PolicyViolatingResourceBeta1
            {
                ResourceLogicalId = resource.LogicalId,
                TemplatePath = templates.FirstOrDefault(path => path.Replace('\\', '/').EndsWith(resource.Stack.TemplateName, StringComparison.Ordinal)) ?? resource.Stack.TemplateName,
                Locations = [],
            });

    private RuleFile? ReadRules(ProblemList problems)
    {
        if (props.RulesFile is not { } path)
        {
            return null;
        }

        if (File.Exists(path))
        {
            return RuleFile.Read(path, File.ReadAllText(path), problems);
        }

        problems.Add(DiagnosticCatalogue.RulesUnreadable.At(path, "the file does not exist", "name a file relative to the folder of cdk.json"));
        return null;
    }
}
