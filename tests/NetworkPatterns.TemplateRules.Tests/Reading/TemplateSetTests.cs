using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Tests.Reading;

public sealed class TemplateSetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("assembly").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ReadAssembly_StagesAndNestedStacks_AreRead()
    {
        var template = Fragment.Of("Vpc AWS::EC2::VPC").ToJson();
        Write("manifest.json", "{}");
        Write("Network.template.json", template);
        Write("Network.assets.json", "{}");
        Write("assembly-Prod/manifest.json", """{"missing": []}""");
        Write("assembly-Prod/ProdNetwork.template.json", template);
        Write("assembly-Prod/ProdNetworkNested.nested.template.json", template);

        var set = TemplateSet.ReadAssembly(_folder);

        set.Templates.Select(each => each.Name).ShouldBe(["Network", "ProdNetwork", "ProdNetworkNested.nested"], ignoreOrder: true);
        set.Manifests.Length.ShouldBe(2);
        set.OfType("AWS::EC2::VPC").Count().ShouldBe(3);
    }

    [Fact]
    public void Join_SeveralSets_HasAllTemplatesAndManifests()
    {
        TemplateSet one = Fragment.Of("Vpc AWS::EC2::VPC");

        var joined = TemplateSet.Join([one, one.With(AssemblyManifest.Parse("manifest.json", "{}"))]);

        (joined.Templates.Length, joined.Manifests.Length).ShouldBe((2, 1));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
