using System.Collections.Immutable;

namespace NetworkPatterns.Core.Addressing;

/// <summary>Brings an input into one order, so that nothing after it can depend on the order in which it was written.</summary>
internal static class InputOrder
{
    internal static AddressPlanInput Sorted(this AddressPlanInput input) => input with
    {
        Zones = Sort(input.Zones, static (a, b) => string.CompareOrdinal(a.Zone, b.Zone)),
        Tiers = Sort(input.Tiers, static (a, b) => Then(a.Slot.CompareTo(b.Slot), a.Name, b.Name)),
        SecondaryCidrs = Sort(input.SecondaryCidrs, static (a, b) => string.CompareOrdinal(a.Name, b.Name)),
        Pins = Sort(input.Pins, static (a, b) => Then(string.CompareOrdinal(a.Tier, b.Tier), a.Zone, b.Zone)),
    };

    private static int Then(int order, string a, string b) => order != 0 ? order : string.CompareOrdinal(a, b);

    // Equal keys are a mistake; even then the message should not depend on the order, so the whole record decides.
    private static ImmutableArray<T> Sort<T>(ImmutableArray<T> array, Comparison<T> order)
        where T : class =>
        array.OrEmpty().RemoveAll(static item => item is null).Sort((a, b) =>
            order(a, b) is not 0 and var different ? different : string.CompareOrdinal(a.ToString(), b.ToString()));
}
