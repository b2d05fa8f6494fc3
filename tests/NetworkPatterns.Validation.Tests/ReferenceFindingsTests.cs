using NetworkPatterns.Network.Findings;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Sources;
using NetworkPatterns.Validation.Tests.Mutations;
using NetworkPatterns.Validation.Tests.Support;

namespace NetworkPatterns.Validation.Tests;

/// <summary>What the tool finds in the reference app: nothing to fix, but for what is named here.</summary>
[Collection(CdkCollection.Name)]
public sealed class ReferenceFindingsTests(ReferenceAssembly reference)
{
    /// <summary>Code and construct path of what is left as it is, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Approved = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["NP3008 HybridDns/Names/Resolver/Default/InboundSecurityGroup"] =
            "True: this stage has the resolver's side only. Its VPC is joined to the office (192.168.0.0/16) by a hub as in the stage HybridHub, which adds the route.",
    };

    [Fact]
    public void Findings_OfEachStage_AreTheApproved()
    {
        var folders = Directory.GetDirectories(reference.Folder, "assembly-*");
        folders.Length.ShouldBeGreaterThan(15);

        folders.SelectMany(ToFix).Distinct(StringComparer.Ordinal).ShouldBe(Approved.Keys, ignoreOrder: true);
    }

    // What one stage has must not hide what is to be found in another.
    [Fact]
    public void Findings_OfAllStagesAtOnce_AreTheApproved() => ToFix(reference.Folder).ShouldBe(Approved.Keys, ignoreOrder: true);

    // Without it packets get from one segment to the other and no answer comes back: no promise about conversations is broken.
    [Fact]
    public void Findings_OfADeletedBlackhole_AreTheOneWay()
    {
        var templates = new StageTemplates(reference.Folder, "SegmentedHub");
        templates.Remove("ProductionSegmentRouteTableTo10x0x0x0x8");

        ToFix(templates.Read()).ShouldContain("NP3003 SegmentedHub/Hub/Hub/Default/DevelopmentSegmentRouteTable");
    }

    private static IEnumerable<string> ToFix(string folder) => ToFix(Estate.Read(new FolderSource(new DirectoryFiles(folder))));

    private static IEnumerable<string> ToFix(Estate estate)
    {
        estate.Problems.ShouldBeEmpty();
        return NetworkFindings.Of(estate)
            .Where(finding => finding.Severity > FindingSeverity.Information)
            .Select(finding => $"{finding.Diagnostic.Code} {ResourceNames.Find(finding.Component.Id with { Implied = "" }, estate)?.ConstructPath}")
            .Distinct(StringComparer.Ordinal);
    }
}
