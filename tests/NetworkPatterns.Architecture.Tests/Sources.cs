using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Architecture.Tests;

/// <summary>The files that make up the repository, without what builds and tools put beside them.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs = [".git", ".vs", ".idea", "bin", "obj", "node_modules", "cdk.out", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>Every file, relative to the root, with forward slashes.</summary>
    public static ImmutableArray<string> All { get; } = [.. Files(new DirectoryInfo(Repository.Root)).Order(StringComparer.Ordinal)];

    /// <summary>The C# files under a folder; fails when there are none, because a check of nothing holds nothing.</summary>
    public static ImmutableArray<string> CSharp(string folder)
    {
        ImmutableArray<string> files = [.. All.Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))];
        files.ShouldNotBeEmpty($"there is no C# file in {folder}");
        return files;
    }

    /// <summary>The projects of some folders.</summary>
    public static ImmutableArray<Project> Projects(params string[] folders) =>
    [
        .. All.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && folders.Contains(file.Split('/')[0], StringComparer.Ordinal))
            .Select(Project.Read),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>The lines of code that match, as <c>file:line: text</c>; comments are not code.</summary>
    public static IEnumerable<string> Lines(IEnumerable<string> files, string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        return files.SelectMany(file => Read(file).Split('\n')
            .Select((line, index) => (Line: line.Trim(), Number: index + 1))
            .Where(code => !code.Line.StartsWith("//", StringComparison.Ordinal) && regex.IsMatch(code.Line))
            .Select(code => $"{file}:{code.Number}: {code.Line}"));
    }

    private static IEnumerable<string> Files(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            yield return Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/');
        }

        foreach (var file in folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name, StringComparer.Ordinal)).SelectMany(Files))
        {
            yield return file;
        }
    }
}

/// <summary>A project file: what it refers to.</summary>
internal sealed record Project(string File, string Name, ImmutableArray<string> Projects, ImmutableArray<string> Packages)
{
    public static Project Read(string file)
    {
        var xml = XDocument.Parse(Sources.Read(file));
        return new(
            file,
            Path.GetFileNameWithoutExtension(file),
            [.. Includes(xml, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)],
            [.. Includes(xml, "PackageReference").Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Includes(XDocument xml, string element) =>
        xml.Descendants(element).Select(reference => reference.Attribute("Include")!.Value);
}
