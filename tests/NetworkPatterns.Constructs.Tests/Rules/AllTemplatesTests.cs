using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules;

namespace NetworkPatterns.Constructs.Tests.Rules;

/// <summary>The reference app by every rule: each rule must have looked at something, each exception must excuse something.</summary>
[Collection(CdkCollection.Name)]
public sealed class AllTemplatesTests(ReferenceAssembly assembly)
{
    [Fact]
    public void ReferenceApp_EveryRule_Holds()
    {
        var templates = TemplateSet.ReadAssembly(assembly.Folder);

        RuleRun.Over([templates], [.. TemplateChecks.Rules, .. NetworkRules.Backends, .. NetworkRules.Operations], TemplateChecks.Exceptions).ThrowIfFailed();
        TemplateChecks.ThrowIfFailed(templates);
    }
}
