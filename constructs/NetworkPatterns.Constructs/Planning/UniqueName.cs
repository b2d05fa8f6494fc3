using System.Security.Cryptography;
using System.Text;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>Names for what CloudFormation does not name itself, made of the construct path, which is unique in an app.</summary>
internal static class UniqueName
{
    private const int DigestLength = 10;

    /// <summary>Letters, digits and hyphens; a long path keeps its end and a digest of the whole.</summary>
    /// <param name="path">The construct path, and what tells several names of one construct apart.</param>
    /// <param name="longest">The most characters that it may have.</param>
    public static string Of(string path, int longest)
    {
        var name = string.Concat(path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        var room = longest - DigestLength - 1;
        return $"{name[Math.Max(0, name.Length - room)..].TrimStart('-')}-{Digest(path)}";
    }

    /// <summary>A digest of a text: ten hexadecimal digits.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];
}
