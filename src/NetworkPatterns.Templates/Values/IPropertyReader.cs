namespace NetworkPatterns.Templates.Values;

/// <summary>Anything with named values: a resource (its properties) or a map inside one.</summary>
public interface IPropertyReader
{
    /// <summary>The value under a name; <see cref="NoValue"/> where there is none.</summary>
    ResolvedValue this[string name] { get; }
}

/// <summary>Reads a named value as the kind that the caller needs.</summary>
public static class PropertyReaderExtensions
{
    /// <summary>Text, such as <c>CidrBlock</c>; numbers and booleans are text too.</summary>
    public static Reading<string> Text(this IPropertyReader reader, string name) => Get(reader, name).AsText();

    /// <summary>A whole number, such as <c>FromPort</c>; text such as <c>"443"</c> is a number too.</summary>
    public static Reading<long> Integer(this IPropertyReader reader, string name) => Get(reader, name).AsInteger();

    /// <summary>A boolean, such as <c>MapPublicIpOnLaunch</c>; text such as <c>"true"</c> is a boolean too.</summary>
    public static Reading<bool> Boolean(this IPropertyReader reader, string name) => Get(reader, name).AsBoolean();

    /// <summary>A list, such as <c>SecurityGroupIds</c>.</summary>
    public static Reading<ListValue> List(this IPropertyReader reader, string name) => Get(reader, name).AsList();

    /// <summary>A map, such as <c>VpcConfig</c>.</summary>
    public static Reading<MapValue> Map(this IPropertyReader reader, string name) => Get(reader, name).AsMap();

    /// <summary>A reference to a resource of the estate, such as <c>VpcId</c>.</summary>
    public static Reading<ReferenceValue> Reference(this IPropertyReader reader, string name) => Get(reader, name).AsReference();

    private static ResolvedValue Get(IPropertyReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader[name];
    }
}
