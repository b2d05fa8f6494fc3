using System.Text;

namespace NetworkPatterns.Templates.Sources;

/// <summary>Files in memory, for tests and for callers that have no disk.</summary>
/// <param name="name">The folder's name for messages.</param>
/// <param name="files">The text of each file by its path.</param>
public sealed class MemoryFiles(string name, IReadOnlyDictionary<string, string> files) : ITemplateFiles
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => [.. files.Keys.Where(path => !path.Contains('/')).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public long? FindLength(string path) => files.TryGetValue(path, out var text) ? Encoding.UTF8.GetByteCount(text) : null;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Read(string path) => Encoding.UTF8.GetBytes(files[path]);
}
