namespace NetworkPatterns.Templates.Sources;

/// <summary>The files of a folder on disk.</summary>
/// <param name="directory">The folder.</param>
public sealed class DirectoryFiles(string directory) : ITemplateFiles
{
    /// <inheritdoc/>
    public string Name { get; } = directory;

    /// <inheritdoc/>
    public IReadOnlyList<string> List() =>
    [
        .. Directory.EnumerateFiles(Name)
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public long? FindLength(string path)
    {
        var file = new FileInfo(Locate(path));
        return IsInside(file) && file.Exists ? file.Length : null;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Read(string path) => File.ReadAllBytes(Locate(path));

    // A manifest may name any path; only those below the folder are part of it.
    private bool IsInside(FileInfo file) =>
        file.FullName.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Name)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string Locate(string path) => Path.Combine(Name, path);
}
