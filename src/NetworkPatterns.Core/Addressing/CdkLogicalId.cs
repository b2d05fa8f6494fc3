using System.Security.Cryptography;
using System.Text;

namespace NetworkPatterns.Core.Addressing;

/// <summary>The logical IDs that CDK gives to resources.</summary>
public static class CdkLogicalId
{
    private const int HashDigits = 8;
    private const int LongestName = 240;
    private const int LongestId = 255;

    /// <summary>The logical ID of the resource at a construct path.</summary>
    /// <param name="path">The path inside the stack, such as <c>Network/Vpc/PublicSubnet1/Subnet</c>.</param>
    /// <remarks>
    /// Letters and digits of the path, then 8 digits of its hash; <c>Resource</c> counts only in the hash and
    /// <c>Default</c> nowhere; a path of one part is its own ID.
    /// <para>Source: https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html#identifiers-logical-ids</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The path has no part that counts.</exception>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/').Where(part => part.Length > 0 && part != "Default").ToArray();
        if (parts.Length == 0)
        {
            throw new ArgumentException("a construct path has at least one part", nameof(path));
        }

        if (parts.Length == 1 && Alphanumeric(parts[0]) is { Length: <= LongestId } only)
        {
            return only;
        }

        var name = new StringBuilder();
        var previous = "";
        foreach (var part in parts)
        {
            // CDK drops a part that the one before ends with, before it drops "Resource".
            if (previous.Length > 0 && previous.EndsWith(part, StringComparison.Ordinal))
            {
                continue;
            }

            previous = part;
            name.Append(part == "Resource" ? "" : Alphanumeric(part));
        }

        name.Length = Math.Min(name.Length, LongestName);
        return name.Append(Hash(string.Join('/', parts))).ToString();
    }

    private static string Alphanumeric(string part) => string.Concat(part.Where(char.IsAsciiLetterOrDigit));

    // CDK names with MD5, so these names need it; nothing rests on its being hard to break.
#pragma warning disable CA5351
    private static string Hash(string path) =>
        Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(path)))[..HashDigits];
#pragma warning restore CA5351
}
