using System.Globalization;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>Fn::Select</c> and <c>Fn::Length</c>.</summary>
internal static class ListFunctions
{
    public static ResolvedValue Select(Evaluation evaluation, JsonElement argument, Origin at)
    {
        if (argument.ValueKind != JsonValueKind.Array || argument.GetArrayLength() != 2)
        {
            return Evaluation.Malformed(at, "Fn::Select", "needs an index and a list");
        }

        var place = evaluation.Resolve(argument[0], at.Element(0)).AsInteger();
        if (!place.TryGet(out var index) || index is < 0 or > int.MaxValue)
        {
            return place.Unknown ?? Evaluation.Malformed(at, "Fn::Select", "has no index");
        }

        switch (evaluation.Resolve(argument[1], at.Element(1)))
        {
            case ListValue list:
                return list.Take((int)index + 1).FirstOrDefault(MayVanish) is UnknownValue conditional
                    ? new UnknownValue(at, conditional.Reason)
                    : index < list.Count ? list[(int)index] : OutOfRange(evaluation, argument[1], list, (int)index, at);
            case ReferenceValue reference:
                return reference.With(at, new SelectDerivation((int)index));
            case UnknownValue unknown:
                return TextFunctions.Derived(unknown, at, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));
            default:
                return Evaluation.Malformed(at, "Fn::Select", "selects from what is not a list");
        }
    }

    public static ResolvedValue Length(Evaluation evaluation, JsonElement argument, Origin at)
    {
        var list = evaluation.Resolve(argument, at).AsList();
        return list.TryGet(out var items) && items.FirstOrDefault(MayVanish) is UnknownValue conditional ? new UnknownValue(at, conditional.Reason)
            : list.IsKnown ? new NumberValue(at, items!.Count.ToString(CultureInfo.InvariantCulture))
            : list.Unknown ?? Evaluation.Malformed(at, "Fn::Length", "counts what is not a list");
    }

    // An element that an undecided condition may remove moves all that follow.
    private static bool MayVanish(ResolvedValue item) =>
        item is UnknownValue unknown && unknown.Alternatives.Any(alternative => alternative is NoValue);

    private static UnknownValue OutOfRange(Evaluation evaluation, JsonElement list, ListValue items, int index, Origin at) =>
        ZoneFunctions.IsGetAZs(list)
            ? ZoneFunctions.BeyondDefault(evaluation, list, index, at)
            : Evaluation.Malformed(at, "Fn::Select", $"selects element {index} of a list of {items.Count}");
}
