using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NetworkPatterns.Templates.Parsing;

/// <summary>What YAML 1.1 makes of a plain scalar: null, a boolean, a number, else text. Dates stay text.</summary>
internal static partial class YamlScalars
{
    public static void Write(Utf8JsonWriter writer, string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                writer.WriteNullValue();
                break;
            case "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON":
                writer.WriteBooleanValue(true);
                break;
            case "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF":
                writer.WriteBooleanValue(false);
                break;
            default:
                WriteNumberOrText(writer, text);
                break;
        }
    }

    private static void WriteNumberOrText(Utf8JsonWriter writer, string text)
    {
        if (!char.IsAsciiDigit(text[^1]) && !char.IsAsciiHexDigit(text[^1]) && text[^1] is not ('.' or '_'))
        {
            writer.WriteStringValue(text);
        }
        else if (JsonNumber().IsMatch(text))
        {
            // As written: 1.10 in a text must not become 1.1.
            writer.WriteRawValue(text, skipInputValidation: true);
        }
        else if (ToInteger(text) is { } integer)
        {
            writer.WriteRawValue(integer.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    // The integers of YAML 1.1 that JSON has no form for: octal, hexadecimal, binary, base 60, a plus sign, underscores.
    private static BigInteger? ToInteger(string written)
    {
        var isNegative = written[0] == '-';
        var text = written.TrimStart('+', '-').Replace("_", "", StringComparison.Ordinal);
        var magnitude =
            Octal().IsMatch(written) ? Digits(text[1..], 8)
            : Hexadecimal().IsMatch(written) ? Digits(text[2..], 16)
            : Binary().IsMatch(written) ? Digits(text[2..], 2)
            : Sexagesimal().IsMatch(written)
                ? text.Split(':').Aggregate(BigInteger.Zero, (sum, part) => (sum * 60) + BigInteger.Parse(part, CultureInfo.InvariantCulture))
            : Decimal().IsMatch(written) ? BigInteger.Parse(text, CultureInfo.InvariantCulture)
            : (BigInteger?)null;
        return isNegative ? -magnitude : magnitude;
    }

    private static BigInteger Digits(string digits, int radix) =>
        digits.Aggregate(BigInteger.Zero, (sum, digit) => (sum * radix) + System.Convert.ToInt32(digit.ToString(), 16));

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonNumber();

    [GeneratedRegex("^[-+]?0[0-7_]{1,40}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Octal();

    [GeneratedRegex("^[-+]?0x[0-9a-fA-F_]{1,40}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex("^[-+]?0b[01_]{1,128}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Binary();

    [GeneratedRegex("^[-+]?[1-9][0-9_]{0,30}(:[0-5]?[0-9]){1,10}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sexagesimal();

    [GeneratedRegex("^[-+]?[1-9][0-9_]{0,30}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimal();
}
