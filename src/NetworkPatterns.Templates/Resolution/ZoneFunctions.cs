using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>Fn::GetAZs</c>: zones a, b and c of a known Region unless the caller names others; of an unknown Region, a key by index.</summary>
internal static class ZoneFunctions
{
    public static bool IsGetAZs(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("Fn::GetAZs"u8, out _);

    public static ResolvedValue GetAZs(Evaluation evaluation, JsonElement argument, Origin at)
    {
        var region = Region(evaluation, argument, at);
        if (!region.TryGet(out var name))
        {
            return region.Unknown is null
                ? Evaluation.Malformed(at, "Fn::GetAZs", "does not name a Region")
                : new UnknownValue(at, region.Unknown.Reason, $"zones:{region.Unknown.Key}");
        }

        var zones = evaluation.Stack.Estate.Options.Assumptions.TryGetValue(Key(name), out var assumed)
            ? assumed.Split(',', StringSplitOptions.TrimEntries).ToImmutableArray()
            : [name + "a", name + "b", name + "c"];
        return new ListValue(at, [.. zones.Select((zone, index) => new TextValue(at.Element(index), zone))]);
    }

    public static UnknownValue BeyondDefault(Evaluation evaluation, JsonElement call, int index, Origin at)
    {
        var region = Region(evaluation, call.GetProperty("Fn::GetAZs"u8), at).WhenAbsent("").Value;
        var reason = string.Create(CultureInfo.InvariantCulture, $"zone {index} of {region} is not among the zones assumed");
        return new UnknownValue(at, reason, string.Create(CultureInfo.InvariantCulture, $"{Key(region)}[{index}]"));
    }

    private static string Key(string region) => $"zones:{region}";

    // An empty Region means the stack's own.
    private static Reading<string> Region(Evaluation evaluation, JsonElement argument, Origin at)
    {
        var written = evaluation.Resolve(argument, at).AsText();
        return written is { IsKnown: true, Value.Length: 0 } ? PseudoParameters.Find(evaluation, "AWS::Region", at)!.AsText() : written;
    }
}
