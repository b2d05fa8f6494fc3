using System.Reflection;

namespace NetworkPatterns.Architecture.Tests;

/// <summary>Projects are the walls: who may refer to whom.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, Project> Projects =
        Sources.Projects("src", "constructs", "apps").ToDictionary(project => project.Name, StringComparer.Ordinal);

    [Theory]
    [InlineData("NetworkPatterns.Core", "")]
    [InlineData("NetworkPatterns.Templates", "NetworkPatterns.Core")]
    [InlineData("NetworkPatterns.Network", "NetworkPatterns.Core NetworkPatterns.Templates")]
    [InlineData("NetworkPatterns.Constructs", "NetworkPatterns.Core")]
    [InlineData("NetworkPatterns.Validation", "NetworkPatterns.Network")]
    [InlineData("NetworkPatterns.Testing", "NetworkPatterns.Network")]
    public void Project_RefersOnlyTo_TheProjectsBelowIt(string project, string below) =>
        Projects[project].Projects.ShouldBe(Split(below));

    [Theory]
    [InlineData("NetworkPatterns.Core", "")]
    [InlineData("NetworkPatterns.Templates", "YamlDotNet")]
    [InlineData("NetworkPatterns.Network", "")]
    [InlineData("NetworkPatterns.Constructs", "Amazon.CDK.Lib Constructs YamlDotNet")]
    [InlineData("NetworkPatterns.Validation", "Amazon.CDK.Lib Constructs")]
    [InlineData("NetworkPatterns.Testing", "Amazon.CDK.Lib Constructs")]
    [InlineData("NetworkPatterns.Cli", "Spectre.Console System.CommandLine")]
    public void Project_UsesOnly_ItsPackages(string project, string packages) =>
        Projects[project].Packages.ShouldBe(Split(packages));

    [Theory]
    [InlineData("NetworkPatterns.Core")]
    [InlineData("NetworkPatterns.Templates")]
    [InlineData("NetworkPatterns.Network")]
    [InlineData("NetworkPatterns.Cli")]
    public void AnalyzerHalf_NeverReaches_Cdk(string project) =>
        Reach(project).SelectMany(name => Projects[name].Packages)
            .Where(package => package.StartsWith("Amazon.", StringComparison.Ordinal) || package == "Constructs")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("NetworkPatterns.Core")]
    [InlineData("NetworkPatterns.Templates")]
    [InlineData("NetworkPatterns.Network")]
    [InlineData("netpatterns")]
    public void Assembly_OfTheAnalyzerHalf_NamesNoAssemblyOfCdk(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Amazon.", StringComparison.Ordinal) || name == "Constructs")
            .ShouldBeEmpty();

    [Fact]
    public void Assembly_OfConstructs_NamesNothingOfTheAnalyzer() =>
        Assembly.Load("NetworkPatterns.Constructs").GetReferencedAssemblies().Select(reference => reference.Name)
            .Where(name => name?.StartsWith("NetworkPatterns.", StringComparison.Ordinal) == true)
            .ShouldBe(["NetworkPatterns.Core"]);

    [Fact]
    public void Solution_HasEveryProject()
    {
        var solution = Sources.Read("NetworkPatterns.sln").Replace('\\', '/');

        Sources.Projects("src", "constructs", "apps", "tests").Select(project => project.File)
            .Where(file => !solution.Contains($"\"{file}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Solution_HasNoProject_ThatACloneLacks()
    {
        var ours = Sources.Projects("src", "constructs", "apps", "tests").Select(project => project.File).ToHashSet(StringComparer.Ordinal);

        Sources.Read("NetworkPatterns.sln").Replace('\\', '/').Split('"')
            .Where(part => part.EndsWith(".csproj", StringComparison.Ordinal) && !ours.Contains(part))
            .ShouldBeEmpty();
    }

    [Fact]
    public void NodePackages_AreInstalledByOneProject() =>
        Sources.All.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) || file.EndsWith(".targets", StringComparison.Ordinal))
            .Where(file => Sources.Read(file).Contains("npm ", StringComparison.Ordinal) && Sources.Read(file).Contains("<Exec", StringComparison.Ordinal))
            .ShouldBe(["tests/NetworkPatterns.TemplateRules/NetworkPatterns.TemplateRules.csproj"]);

    private static IEnumerable<string> Reach(string project) =>
        Projects[project].Projects.SelectMany(Reach).Prepend(project).Distinct(StringComparer.Ordinal);

    private static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
