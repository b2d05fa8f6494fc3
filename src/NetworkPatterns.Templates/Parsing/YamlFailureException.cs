namespace NetworkPatterns.Templates.Parsing;

/// <summary>YAML that can't be read, with its place. Never leaves this folder.</summary>
internal sealed class YamlFailureException(string message, long line, long column) : Exception(message)
{
    public long Line { get; } = line;

    public long Column { get; } = column;
}
