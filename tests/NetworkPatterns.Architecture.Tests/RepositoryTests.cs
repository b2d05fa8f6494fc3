namespace NetworkPatterns.Architecture.Tests;

/// <summary>What a clone has, and what it must not have.</summary>
public sealed class RepositoryTests
{
    private static readonly string[] Texts =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".mjs", ".md", ".yaml", ".yml", ".txt", ".editorconfig", ".gitignore", ".config", ".sh", ".svg", ""];

    [Theory]
    [InlineData("NetworkPatterns.sln")]
    [InlineData("global.json")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData(".editorconfig")]
    [InlineData(".gitignore")]
    [InlineData("LICENSE")]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("docs/README.md")]
    [InlineData("cdk.json")]
    [InlineData("package.json")]
    [InlineData("package-lock.json")]
    [InlineData(".ci/run")]
    [InlineData("tests/node/package-lock.json")]
    [InlineData("tests/NetworkPatterns.Benchmarks/package-lock.json")]
    public void Repository_Has(string file) => Sources.All.ShouldContain(file);

    [Fact]
    public void EveryProject_HasALockFile() =>
        Sources.Projects("src", "constructs", "apps", "tests")
            .Select(project => Path.GetDirectoryName(project.File)!.Replace('\\', '/') + "/packages.lock.json")
            .Except(Sources.All, StringComparer.Ordinal)
            .ShouldBeEmpty();

    // Written in two parts, so that this file does not hold what it looks for.
    [Theory]
    [InlineData("/wo", "rk/")]
    [InlineData("/ro", "ot/")]
    [InlineData("/ho", "me/")]
    [InlineData("/Us", "ers/")]
    [InlineData(@"C:\Us", @"ers\")]
    [InlineData("regis", "try.")]
    [InlineData("api.nu", "get.org")]
    [InlineData("npm", "js.org")]
    [InlineData("arti", "factory")]
    [InlineData("\"reso", "lved\": \"http")]
    [InlineData("127.0", ".0.1")]
    [InlineData("local", "host:")]
    public void NoFile_Names_AMachineOrARegistry(string first, string second)
    {
        var files = Sources.All.Where(file => Texts.Contains(Path.GetExtension(file), StringComparer.Ordinal)).ToArray();

        files.Length.ShouldBeGreaterThan(50);
        files.Where(file => Sources.Read(file).Contains(first + second, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void LockFiles_OfNpm_PinWhatTheirPackageFilesAsk()
    {
        foreach (var folder in new[] { "", "tests/node/", "tests/NetworkPatterns.Benchmarks/" })
        {
            var package = System.Text.Json.JsonDocument.Parse(Sources.Read(folder + "package.json")).RootElement;
            var versions = new[] { "dependencies", "devDependencies" }
                .Where(section => package.TryGetProperty(section, out _))
                .SelectMany(section => package.GetProperty(section).EnumerateObject())
                .Select(dependency => dependency.Value.GetString()!)
                .ToArray();

            versions.ShouldNotBeEmpty();
            versions.ShouldAllBe(version => char.IsAsciiDigit(version[0]), "a range lets a clone differ from what was tested");
        }
    }
}
