using System.Text.RegularExpressions;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Tags of a pattern's resources: <c>Name</c> says which pattern and part, <c>networkpatterns:tier</c> which tier.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html</remarks>
internal sealed partial class ResourceTags(string path)
{
    public const string TierKey = "networkpatterns:tier";
    private const int LongestValue = 256;

    // A construct ID may hold characters that a tag may not.
    private readonly string _path = NotInTags().Replace(path, "_");

    /// <summary>The tags of a part, of a tier or of the whole.</summary>
    public ListValue Of(string part, string? tier = null)
    {
        var name = $"{_path}/{part}";
        (string, Value) nameTag = ("Name", name[Math.Max(0, name.Length - LongestValue)..]);
        return tier is null ? Value.Tags(nameTag) : Value.Tags(nameTag, (TierKey, tier));
    }

    [GeneratedRegex(@"[^\p{L}\p{Z}\p{N}_.:/=+\-@]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInTags();
}
