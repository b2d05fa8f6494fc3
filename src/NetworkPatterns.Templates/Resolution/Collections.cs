using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>Lists and maps: what is <c>AWS::NoValue</c> disappears.</summary>
internal static class Collections
{
    public static ListValue List(Evaluation evaluation, JsonElement element, Origin at)
    {
        var items = ImmutableArray.CreateBuilder<ResolvedValue>(element.GetArrayLength());
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            var value = evaluation.Resolve(item, at.Element(index++));
            if (value is not NoValue)
            {
                items.Add(value);
            }
        }

        return new ListValue(at, items.DrainToImmutable());
    }

    public static ResolvedValue Map(Evaluation evaluation, JsonElement element, Origin at)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, ResolvedValue>>(element.GetPropertyCount());
        var expansion = new ForEachExpansion(evaluation.Stack);
        UnknownValue? rest = null;
        foreach (var (name, value, variables) in expansion.Expand(element, evaluation))
        {
            if (string.Equals(name, "Fn::Transform", StringComparison.Ordinal))
            {
                rest = new UnknownValue(at, $"a macro or include at {at} may add to it at deployment");
                continue;
            }

            var place = at.Property(name);
            var resolved = ReferenceEquals(variables, evaluation.Variables)
                ? evaluation.Resolve(value, place)
                : Evaluation.Enter(evaluation, (place, name), evaluation.Stack, variables, place, inner => inner.Resolve(value, place));
            if (resolved is not NoValue)
            {
                entries.Add(KeyValuePair.Create(name, resolved));
            }
        }

        rest ??= expansion.Failure is null ? null : new UnknownValue(at, expansion.Failure);
        return new MapValue(at, entries.DrainToImmutable(), rest);
    }
}
