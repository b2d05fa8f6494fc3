using NetworkPatterns.Packaging.Tests.Support;

namespace NetworkPatterns.Packaging.Tests;

[Collection(ProcessCollection.Name)]
public sealed class PackageContentsTests(PackedLibrary library)
{
    private const string Core = "NetworkPatterns.Core";
    private const string Constructs = "NetworkPatterns.Constructs";

    [Theory]
    [InlineData(Core)]
    [InlineData(Constructs)]
    [InlineData("NetworkPatterns.Templates")]
    [InlineData("NetworkPatterns.Network")]
    [InlineData("NetworkPatterns.Validation")]
    [InlineData("NetworkPatterns.Testing")]
    public void Package_HasAssemblyDocumentationAndReadme(string id)
    {
        using var package = library.Open(id);

        var files = package.Entries.Select(entry => entry.FullName).Where(IsContent).Order(StringComparer.Ordinal);

        files.ShouldBe(["README.md", $"{id}.nuspec", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Core)]
    [InlineData(Constructs)]
    [InlineData("NetworkPatterns.Templates")]
    [InlineData("NetworkPatterns.Network")]
    [InlineData("NetworkPatterns.Validation")]
    [InlineData("NetworkPatterns.Testing")]
    public void SymbolPackage_HasSymbolsOnly(string id)
    {
        using var package = library.Open(id, "snupkg");

        var files = package.Entries.Select(entry => entry.FullName).Where(IsContent);

        files.ShouldBe([$"{id}.nuspec", $"lib/net10.0/{id}.pdb"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Core)]
    [InlineData(Constructs)]
    [InlineData("NetworkPatterns.Templates")]
    [InlineData("NetworkPatterns.Network")]
    [InlineData("NetworkPatterns.Validation")]
    [InlineData("NetworkPatterns.Testing")]
    public void Nuspec_SaysWhatItIs(string id)
    {
        var metadata = library.Metadata(id);

        metadata.Element("id")!.Value.ShouldBe(id);
        metadata.Element("license")!.Value.ShouldBe("MIT");
        metadata.Element("readme")!.Value.ShouldBe("README.md");
        metadata.Element("description")!.Value.ShouldNotBeNullOrWhiteSpace();
        metadata.Element("tags")!.Value.Split(' ').ShouldContain("aws");
        metadata.Element("repository")?.Attribute("url").ShouldBeNull("the package is the same wherever its source is kept");
    }

    [Fact]
    public void Constructs_TakesAnyCdkFromTheOldestItPromises() =>
        Dependencies(Constructs).ShouldBe(
            [("Amazon.CDK.Lib", "2.160.0"), ("Constructs", "10.0.5"), (Core, library.Version), ("YamlDotNet", "16.3.0")],
            "a version without brackets is a lower bound; YamlDotNet reads OpenAPI documents");

    [Theory]
    [InlineData("NetworkPatterns.Validation")]
    [InlineData("NetworkPatterns.Testing")]
    public void Proof_TakesAnyCdkFromTheOldestItPromises(string id) =>
        Dependencies(id).ShouldBe([("Amazon.CDK.Lib", "2.160.0"), ("Constructs", "10.0.5"), ("NetworkPatterns.Network", library.Version)]);

    [Fact]
    public void Core_DependsOnNothing() => Dependencies(Core).ShouldBeEmpty();

    private static bool IsContent(string path) =>
        path != "[Content_Types].xml" && !path.StartsWith("_rels/", StringComparison.Ordinal) && !path.StartsWith("package/", StringComparison.Ordinal);

    private IEnumerable<(string Id, string Version)> Dependencies(string id) =>
        from dependency in library.Metadata(id).Descendants("dependency")
        orderby dependency.Attribute("id")!.Value
        select (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value);
}
