using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

/// <summary>A rule with templates that keep it, and with templates that break it in one place each.</summary>
internal sealed record RuleCase(TemplateRule Rule, TemplateSet[] Good, (string At, TemplateSet Template)[] Bad)
{
    public static RuleCase Of<TRule>(TemplateSet good, params (string At, TemplateSet Template)[] bad)
        where TRule : TemplateRule, new() => new(new TRule(), [good], bad);
}
