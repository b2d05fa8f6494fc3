using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>The properties of one resource: found in one pass when the first is asked for, each resolved when it is asked for.</summary>
internal sealed class ResourceProperties
{
    private readonly ResolvedResource _resource;
    private readonly Slot[] _slots;
    private readonly MapValue? _expanded;

    private ResourceProperties(ResolvedResource resource, Slot[] slots, MapValue? expanded) =>
        (_resource, _slots, _expanded) = (resource, slots, expanded);

    private struct Slot
    {
        public string Name;
        public JsonElement Element;
        public ResolvedValue? Value;
    }

    public static ResourceProperties Of(ResolvedResource resource, JsonElement properties)
    {
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return new ResourceProperties(resource, [], expanded: null);
        }

        var slots = new Slot[properties.GetPropertyCount()];
        var count = 0;
        foreach (var property in properties.EnumerateObject())
        {
            // Loops and includes between the properties are rare, and need the whole at once.
            if (JsonMarshal.GetRawUtf8PropertyName(property).StartsWith("Fn::"u8))
            {
                return new ResourceProperties(resource, [], Expand(resource, properties));
            }

            slots[count++] = new Slot { Name = resource.Stack.Estate.Names.Get(property), Element = property.Value };
        }

        return new ResourceProperties(resource, slots, expanded: null);
    }

    public MapValue All() => _expanded ?? new MapValue(
        _resource.Origin,
        [.. _slots.Select(slot => KeyValuePair.Create(slot.Name, Get(slot.Name, caller: null))).Where(entry => entry.Value is not NoValue)]);

    public ResolvedValue Get(string name, Evaluation? caller)
    {
        if (_expanded is not null)
        {
            return _expanded[name];
        }

        // JSON allows a name twice, and then the last one counts.
        for (var i = _slots.Length - 1; i >= 0; i--)
        {
            if (string.Equals(_slots[i].Name, name, StringComparison.Ordinal))
            {
                // Readers on several threads may resolve the same property twice, to the same value.
                return _slots[i].Value ??= Resolve(_slots[i], caller);
            }
        }

        return new NoValue(_resource.Origin.Property(name));
    }

    private ResolvedValue Resolve(Slot slot, Evaluation? caller)
    {
        var element = slot.Element;
        var at = _resource.Origin.Property(slot.Name);
        return Evaluation.Enter(
            caller, (_resource, slot.Name), _resource.Stack, _resource.Variables, at, inner => inner.Resolve(element, at));
    }

    private static MapValue Expand(ResolvedResource resource, JsonElement properties)
    {
        var whole = Evaluation.Enter(
            caller: null,
            (resource, ""),
            resource.Stack,
            resource.Variables,
            resource.Origin,
            inner => Collections.Map(inner, properties, resource.Origin));
        return whole as MapValue ?? new MapValue(resource.Origin, [], whole as UnknownValue);
    }
}
