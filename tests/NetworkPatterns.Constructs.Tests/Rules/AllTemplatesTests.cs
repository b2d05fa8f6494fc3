using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Reference;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.Constructs.Tests.Rules;

/// <summary>The reference app by every rule: each rule must have looked at something, each exception must excuse something.</summary>
[Collection(CdkCollection.Name)]
public sealed class AllTemplatesTests
{
    [Fact]
    public void ReferenceApp_EveryRule_Holds()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        ReferenceApp.AddTo(app);
        var templates = TemplateSet.ReadAssembly(app.Synth().Directory);

        RuleRun.Over([templates], TemplateChecks.Rules, TemplateChecks.Exceptions).ThrowIfFailed();
        TemplateChecks.ThrowIfFailed(templates);
    }
}
