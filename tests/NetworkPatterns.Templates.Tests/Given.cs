using NetworkPatterns.Templates.Sources;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests;

/// <summary>Short ways to read templates in tests.</summary>
internal static class Given
{
    public static Estate Json(string template, EstateOptions? options = null) =>
        Estate.Read(TemplateSource.FromText("Dev.template.json", template), options);

    public static Estate Yaml(string template, EstateOptions? options = null) =>
        Estate.Read(TemplateSource.FromText("Dev.yaml", template), options);

    public static Estate Files(EstateOptions? options, params (string Name, string Text)[] files) =>
        Estate.Read(files.Select(file => TemplateSource.FromText(file.Name, file.Text)), options);

    public static Estate Files(params (string Name, string Text)[] files) => Files(options: null, files);

    public static Estate Folder(params (string Name, string Text)[] files) =>
        Estate.Read(new FolderSource(new MemoryFiles("cdk.out", files.ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal))));

    /// <summary>The value that an expression (JSON) has as a property, beside sections and resources that it may use.</summary>
    public static ResolvedValue Value(string expression, string sections = "", string resources = "", EstateOptions? options = null)
    {
        var estate = Json(
            $$"""
            { {{(sections.Length == 0 ? "" : sections + ",")}}
              "Resources": { {{(resources.Length == 0 ? "" : resources + ",")}}
                "It": { "Type": "Test::It", "Properties": { "Value": {{expression}} } } } }
            """,
            options);
        estate.Problems.ShouldBeEmpty();
        return estate.Find("Dev", "It")!["Value"];
    }
}
