using System.Text.RegularExpressions;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Architecture.Tests;

public sealed partial class DiagnosticTests
{
    private const string Folder = "docs/diagnostics/";

    [Fact]
    public void Codes_AreUniqueAndWellFormed()
    {
        DiagnosticCatalogue.All.Select(diagnostic => diagnostic.Code).ShouldBeUnique();
        DiagnosticCatalogue.All.ShouldAllBe(diagnostic => Code().IsMatch(diagnostic.Code));
    }

    [Fact]
    public void Diagnostics_AreMadeInTheCatalogueOnly() =>
        Sources.Lines(
            Sources.CSharp("src").Concat(Sources.CSharp("constructs")).Where(file => !file.Contains("DiagnosticCatalogue", StringComparison.Ordinal)),
            "\"NP[0-9]{4}").ShouldBeEmpty();

    [Fact]
    public void EveryDiagnostic_HasAPageWithItsTitle_AndEveryPageADiagnostic()
    {
        var pages = Sources.All.Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && Page().IsMatch(file))
            .Select(file => $"{file} {Sources.Read(file).Split('\n')[0].TrimEnd()}")
            .ToArray();
        var diagnostics = DiagnosticCatalogue.All.Select(diagnostic => $"{Folder}{diagnostic.Code}.md # {diagnostic.Code}: {diagnostic.Title}").ToArray();

        diagnostics.Except(pages, StringComparer.Ordinal).ShouldBeEmpty("a diagnostic has no page with its title");
        pages.Except(diagnostics, StringComparer.Ordinal).ShouldBeEmpty("a page has no diagnostic with its title");
    }

    [Theory]
    [InlineData("## Example")]
    [InlineData("## How to fix it")]
    public void EveryPage_HasTheHeading(string heading) =>
        Sources.All.Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && Page().IsMatch(file))
            .Where(file => !Sources.Read(file).Split('\n').Any(line => line.TrimEnd() == heading))
            .ShouldBeEmpty();

    [GeneratedRegex("^NP[0-9]{4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"/NP[^/]*\.md$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Page();
}
