using System.Globalization;
using System.Text;

namespace NetworkPatterns.Core.Dns;

/// <summary>The value of a TXT record in the form of a zone file: quoted, escaped, and cut into strings of at most 255 bytes.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat</remarks>
public static class TxtValue
{
    /// <summary>The longest value that Route 53 takes, quotation marks and escapes included.</summary>
    public const int LongestValue = 4000;

    private const int LongestString = 255;

    /// <summary>Quotes text. Bytes beyond printable ASCII are escaped in octal, as Route 53 asks.</summary>
    public static string Quote(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        var value = new StringBuilder("\"");
        for (var index = 0; index < bytes.Length; index++)
        {
            if (index > 0 && index % LongestString == 0)
            {
                value.Append("\" \"");
            }

            var next = bytes[index];
            _ = next switch
            {
                (byte)'"' or (byte)'\\' => value.Append('\\').Append((char)next),
                >= 0x20 and < 0x7f => value.Append((char)next),
                _ => value.Append('\\').Append(Convert.ToString(next, toBase: 8).PadLeft(3, '0')),
            };
        }

        return value.Append('"').ToString();
    }
}
