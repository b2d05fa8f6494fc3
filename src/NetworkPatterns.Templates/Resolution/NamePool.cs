using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>Property names as strings, each made once an estate: templates repeat a few hundred names hundreds of thousands of times.</summary>
internal sealed class NamePool
{
    private readonly ConcurrentDictionary<string, string> _names = new(new Utf8Comparer());

    public string Get(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? property.Name : Get(raw);
    }

    /// <summary>A text that many elements repeat, such as a resource type.</summary>
    public string Get(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1];
        return raw.Contains((byte)'\\') ? text.GetString()! : Get(raw);
    }

    private string Get(ReadOnlySpan<byte> raw)
    {
        var names = _names.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!names.TryGetValue(raw, out var name))
        {
            name = Encoding.UTF8.GetString(raw);
            names[raw] = name;
        }

        return name;
    }

    private sealed class Utf8Comparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);

        public bool Equals(ReadOnlySpan<byte> alternate, string other)
        {
            if (Ascii.Equals(alternate, other))
            {
                return true;
            }

            return Encoding.UTF8.GetByteCount(other) == alternate.Length
                && string.Equals(Encoding.UTF8.GetString(alternate), other, StringComparison.Ordinal);
        }

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode([DisallowNull] string obj) => GetHashCode(Encoding.UTF8.GetBytes(obj));
    }
}
