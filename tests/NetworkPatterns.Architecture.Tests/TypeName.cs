using System.Reflection;

namespace NetworkPatterns.Architecture.Tests;

/// <summary>Names types as C# does.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Of(Type type) =>
        type.IsByRef ? Of(type.GetElementType()!)
        : type.IsArray ? Of(type.GetElementType()!) + "[]"
        : Nullable.GetUnderlyingType(type) is { } value ? Of(value) + "?"
        : type.IsGenericParameter ? type.Name
        : Keywords.TryGetValue(type, out var keyword) ? keyword
        : Qualified(type) + Arguments([.. type.GetGenericArguments().Select(Of)]);

    /// <summary>A type with what is known of its nulls, at every depth.</summary>
    public static string Of(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        // What T may be is said where it is declared, not where it is used.
        var mark = !type.IsValueType && !type.IsGenericParameter && info.ReadState == NullabilityState.Nullable ? "?" : "";
        return type.IsArray && info.ElementType is { } element ? Of(element) + "[]" + mark
            : Nullable.GetUnderlyingType(type) is not null || Keywords.ContainsKey(type) || type.IsGenericParameter ? Of(type) + mark
            : info.GenericTypeArguments.Length > 0 ? Qualified(type) + Arguments([.. info.GenericTypeArguments.Select(Of)]) + mark
            : Of(type) + mark;
    }

    private static string Qualified(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{Qualified(outer)}.{name}" : $"{type.Namespace}.{name}";
    }

    private static string Arguments(string[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments)}>";
}
