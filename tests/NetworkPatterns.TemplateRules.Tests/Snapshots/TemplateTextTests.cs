using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.TemplateRules.Tests.Snapshots;

public sealed class TemplateTextTests
{
    [Fact]
    public void Of_AnyLayout_IsOneLayoutWithHashesScrubbed() =>
        TemplateText.Of($$"""{"b":"→ <x>","a":["{{new string('a', 64)}}.zip"]}""")
            .ShouldBe("{\n  \"b\": \"→ <x>\",\n  \"a\": [\n    \"<asset-hash>.zip\"\n  ]\n}\n");

    [Fact]
    public void Canonical_OrderOfMembers_DoesNotMatter() =>
        TemplateText.Canonical("""{"Resources":{"B":{"Type":"X"},"A":{"P":1,"O":[2,1]}}}""")
            .ShouldBe(TemplateText.Canonical("""{"Resources":{"A":{"O":[2,1],"P":1},"B":{"Type":"X"}}}"""));

    [Fact]
    public void Canonical_OrderOfAList_Matters() =>
        TemplateText.Canonical("""{"A":[1,2]}""").ShouldNotBe(TemplateText.Canonical("""{"A":[2,1]}"""));

    [Fact]
    public void Canonical_WithoutPaths_LeavesOtherMetadata()
    {
        var text = TemplateText.Canonical(
            """{"Resources":{"A":{"Metadata":{"aws:cdk:path":"x"}},"B":{"Metadata":{"aws:cdk:path":"x","Mine":1}}}}""",
            new() { WithoutPaths = true });

        text.ShouldBe(TemplateText.Canonical("""{"Resources":{"A":{},"B":{"Metadata":{"Mine":1}}}}"""));
    }

    [Theory]
    [InlineData("""{"P":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":s3:::b"]]}}""", """{"P":"arn:aws:s3:::b"}""")]
    [InlineData("""{"P":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":s3:",{"Ref":"R"},":b"]]}}""", """{"P":{"Fn::Join":["",["arn:aws:s3:",{"Ref":"R"},":b"]]}}""")]
    [InlineData("""{"P":{"Fn::Sub":"arn:${AWS::Partition}:${R}"}}""", """{"P":{"Fn::Sub":"arn:aws:${R}"}}""")]
    public void Canonical_WithNeutralPartition_FoldsItIntoTheText(string json, string literal) =>
        TemplateText.Canonical(json, new() { WithNeutralPartition = true }).ShouldBe(TemplateText.Canonical(literal));

    [Fact]
    public void Canonical_LogicalIds_AreRenamedWhereverCloudFormationReadsThem()
    {
        var text = TemplateText.Canonical(
            """
            {"Resources":{"A":{"Type":"A"},"B":{"DependsOn":["A"],"Properties":{"R":{"Ref":"A"},"G":{"Fn::GetAtt":["A","Id"]},"S":{"Fn::Sub":"${A}-${A.Id}-A"},"Text":"A"}},"C":{"DependsOn":"A"}},
             "Outputs":{"O":{"Value":{"Ref":"A"}}}}
            """,
            new() { LogicalIds = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "Z" } });

        text.ShouldBe(TemplateText.Canonical(
            """
            {"Resources":{"Z":{"Type":"A"},"B":{"DependsOn":["Z"],"Properties":{"R":{"Ref":"Z"},"G":{"Fn::GetAtt":["Z","Id"]},"S":{"Fn::Sub":"${Z}-${Z.Id}-A"},"Text":"A"}},"C":{"DependsOn":"Z"}},
             "Outputs":{"O":{"Value":{"Ref":"Z"}}}}
            """));
    }
}
