using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules;

/// <summary>A statement that every template of ours must satisfy.</summary>
/// <param name="id">The rule's number in the network (N) or edge (E) checklist.</param>
/// <param name="statement">What must hold, in one line.</param>
public abstract class TemplateRule(string id, string statement)
{
    /// <summary>The rule's number, such as <c>N12</c>.</summary>
    public string Id { get; } = id;

    /// <summary>What must hold, in one line.</summary>
    public string Statement { get; } = statement;

    /// <summary>Checks one template.</summary>
    public RuleResult Check(Template template) => Check(new TemplateSet([template]));

    /// <summary>Checks the templates of an app.</summary>
    public RuleResult Check(TemplateSet templates)
    {
        var findings = new RuleFindings();
        Examine(templates, findings);
        return findings.ToResult(this);
    }

    /// <summary>Looks at what the rule is about and reports what it finds.</summary>
    protected abstract void Examine(TemplateSet templates, RuleFindings findings);

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Statement}";
}

/// <summary>A rule that looks at one resource at a time.</summary>
public abstract class ResourceRule(string id, string statement, params string[] types) : TemplateRule(id, statement)
{
    /// <inheritdoc/>
    protected sealed override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var resource in templates.OfType(types).Where(Applies))
        {
            findings.Examined();
            foreach (var problem in Problems(resource))
            {
                findings.Violation(resource, problem);
            }
        }
    }

    /// <summary>Whether the rule is about this resource of its types; one that does not apply does not count as examined.</summary>
    protected virtual bool Applies(Resource resource) => true;

    /// <summary>What is wrong with the resource.</summary>
    protected abstract IEnumerable<string> Problems(Resource resource);

    /// <summary>The message for a value that the rule needs and the template does not tell.</summary>
    protected static string Unknown(string property, Value value) =>
        $"{property} can't be decided from the template: {(value.Exists ? value.Key : "absent")}";
}

/// <summary>What one rule found in a set of templates.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Examined">How many resources (or templates, or manifests) it looked at.</param>
/// <param name="Violations">What breaks it.</param>
public sealed record RuleResult(TemplateRule Rule, int Examined, ImmutableArray<RuleViolation> Violations);

/// <summary>Something that breaks a rule.</summary>
/// <param name="Template">The template's name.</param>
/// <param name="LogicalId">The resource; empty when it is the template as a whole.</param>
/// <param name="ConstructPath">The resource's construct path, where CDK wrote one.</param>
/// <param name="Text">What is wrong.</param>
public sealed record RuleViolation(string Template, string LogicalId, string? ConstructPath, string Text)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Template}/{LogicalId}{(ConstructPath is null ? "" : $" ({ConstructPath})")}: {Text}";
}

/// <summary>Collects what a rule finds.</summary>
public sealed class RuleFindings
{
    private readonly ImmutableArray<RuleViolation>.Builder _violations = ImmutableArray.CreateBuilder<RuleViolation>();
    private int _examined;

    /// <summary>Counts something that the rule looked at.</summary>
    public void Examined() => _examined++;

    /// <summary>Reports a resource.</summary>
    public void Violation(Resource resource, string text) =>
        _violations.Add(new(resource.Template.Name, resource.LogicalId, resource.ConstructPath, text));

    /// <summary>Reports a template, or a part of it that is not a resource.</summary>
    public void Violation(string template, string part, string text) => _violations.Add(new(template, part, ConstructPath: null, text));

    internal RuleResult ToResult(TemplateRule rule) => new(rule, _examined, _violations.ToImmutable());
}
