namespace NetworkPatterns.Packaging.Tests.Support;

/// <summary>A folder that goes when the test does. Its name has a space, as users' folders do.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("network patterns ").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
