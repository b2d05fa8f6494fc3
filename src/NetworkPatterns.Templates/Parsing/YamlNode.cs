using YamlDotNet.Core;

namespace NetworkPatterns.Templates.Parsing;

/// <summary>A node of a YAML document, with its tag (such as <c>!Ref</c>; empty for none) and its place.</summary>
internal abstract record YamlNode(string Tag, Mark Start);

internal sealed record YamlScalar(string Tag, Mark Start, string Value, bool IsPlain) : YamlNode(Tag, Start);

internal sealed record YamlSequence(string Tag, Mark Start, List<YamlNode> Items) : YamlNode(Tag, Start);

internal sealed record YamlMapping(string Tag, Mark Start, List<(YamlNode Key, YamlNode Value)> Entries) : YamlNode(Tag, Start);
