using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>A short readable form of any part of a model: its members that are not at their defaults.</summary>
internal static class Text
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string or bool or int or IPAddress or Cidr or PortRange or Enum => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        ComponentId id => id.ToString(),
        Component component => component.Id.ToString(),
        Traffic traffic => $"{traffic.Protocol}/{traffic.Ports}/{traffic.IcmpType}/{traffic.IcmpCode}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Maybe<>) => OfMaybe(value),
        _ => $"{value.GetType().Name}({string.Join(", ", Members(value).Select(m => $"{m.Name}={Of(m.Value)}"))})",
    };

    /// <summary>Every name that a part of a model mentions, its own included.</summary>
    public static IEnumerable<ComponentId> NamesIn(object? value) => value switch
    {
        null or string or bool or int or IPAddress or Cidr or PortRange or Enum or Traffic => [],
        ComponentId id => [id],
        Component component => [component.Id],
        IEnumerable list => list.Cast<object?>().SelectMany(NamesIn),
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Maybe<>) => NamesIn(ValueOf(value)),
        _ => Members(value).SelectMany(m => NamesIn(m.Value)),
    };

    private static string OfMaybe(object maybe) => ValueOf(maybe) is { } value ? Of(value) : maybe.ToString()!;

    private static object? ValueOf(object maybe) =>
        maybe.GetType().GetProperty("Unknown")!.GetValue(maybe) is null ? maybe.GetType().GetProperty("Value")!.GetValue(maybe) : null;

    private static IEnumerable<(string Name, object? Value)> Members(object value) => value.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(p => p.GetIndexParameters().Length == 0 && !(p.Name is "Id" && value is NetworkObject) && p.Name is not ("EqualityContract" or "Doubt" or "DefaultRouteTable"))
        .Select(p => (p.Name, Value: p.GetValue(value)))
        .Where(m => m.Value is not (null or false or "" or ICollection { Count: 0 }));
}
