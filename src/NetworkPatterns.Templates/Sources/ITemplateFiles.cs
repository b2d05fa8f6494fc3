namespace NetworkPatterns.Templates.Sources;

/// <summary>The files of one folder, by path relative to it, with <c>/</c> between names.</summary>
public interface ITemplateFiles
{
    /// <summary>The folder's name for messages.</summary>
    string Name { get; }

    /// <summary>The paths of the files directly in the folder, sorted.</summary>
    IReadOnlyList<string> List();

    /// <summary>The size of a file in bytes; null where there is no such file.</summary>
    long? FindLength(string path);

    /// <summary>The bytes of a file; only called where <see cref="FindLength"/> gave a size.</summary>
    ReadOnlyMemory<byte> Read(string path);
}
