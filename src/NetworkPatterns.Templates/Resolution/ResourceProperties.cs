using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>The properties of a resource, resolved one by one or all at once.</summary>
internal static class ResourceProperties
{
    public static ResolvedValue Resolve(ResolvedResource resource, JsonElement properties, string name, Evaluation? caller)
    {
        var at = resource.Origin.Property(name);
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return new NoValue(at);
        }

        // Loops and includes between the properties are rare, and need the whole.
        if (Needs(properties, "Fn::"u8))
        {
            return ResolveAll(resource, properties)[name];
        }

        return properties.TryGetProperty(name, out var value)
            ? Evaluation.Enter(caller, (resource, name), resource.Stack, resource.Variables, at, inner => inner.Resolve(value, at))
            : new NoValue(at);
    }

    public static MapValue ResolveAll(ResolvedResource resource, JsonElement properties)
    {
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return new MapValue(resource.Origin, []);
        }

        if (!Needs(properties, "Fn::"u8))
        {
            return new MapValue(
                resource.Origin,
                [
                    .. properties.EnumerateObject()
                        .Select(property => resource.Stack.Estate.Names.Get(property))
                        .Select(name => KeyValuePair.Create(name, resource[name]))
                        .Where(entry => entry.Value is not NoValue),
                ]);
        }

        var whole = Evaluation.Enter(
            caller: null,
            (resource, ""),
            resource.Stack,
            resource.Variables,
            resource.Origin,
            inner => Collections.Map(inner, properties, resource.Origin));
        return whole as MapValue ?? new MapValue(resource.Origin, [], whole as UnknownValue);
    }

    private static bool Needs(JsonElement properties, ReadOnlySpan<byte> prefix)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (System.Runtime.InteropServices.JsonMarshal.GetRawUtf8PropertyName(property).StartsWith(prefix))
            {
                return true;
            }
        }

        return false;
    }
}
