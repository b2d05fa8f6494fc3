using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>Reads resource policies.</summary>
internal sealed class PolicyReader(EdgeTexts texts)
{
    private static readonly string[] Inverted = ["NotPrincipal", "NotAction", "NotResource"];

    /// <summary>The policy of a property; null where there is none.</summary>
    public Maybe<AccessPolicy>? Read(View view, ResolvedValue value)
    {
        if (value is NoValue)
        {
            return null;
        }

        return value is MapValue policy
            ? new AccessPolicy([.. view.Items(policy["Statement"], doubt: null).Select(statement => statement.Item is { } item
                ? Statement(item, statement.Doubt)
                : new PolicyStatement(Allows: true) { Doubt = statement.Doubt ?? view.Unknown("a statement is not known") })])
            : view.Unknown(value, "the policy can't be read");
    }

    private PolicyStatement Statement(View statement, UnknownValue? doubt)
    {
        var effect = statement.Text("Effect");
        var read = new PolicyStatement(effect is not { IsKnown: true, Value: "Deny" })
        {
            Principals = [.. Principals(statement)],
            Actions = Texts(statement, statement["Action"], ref doubt),
            Resources = Texts(statement, statement["Resource"], ref doubt),
            Conditions = Conditions(statement, ref doubt),
        };
        var inverted = Inverted.FirstOrDefault(statement.Has);
        return read with
        {
            Doubt = doubt ?? effect?.Unknown ?? (inverted is not null ? statement.Unknown($"{inverted} is not modelled") : null),
        };
    }

    private IEnumerable<PolicyPrincipal> Principals(View statement) => statement["Principal"] switch
    {
        NoValue => [],
        MapValue map => map.Entries.SelectMany(entry => All(entry.Value).Select(value => new PolicyPrincipal(entry.Key, TextOf(statement, value)))),
        var one => [new PolicyPrincipal("*", TextOf(statement, one))],
    };

    private EdgeText TextOf(View view, ResolvedValue value) =>
        texts.Read(view, value) is { IsKnown: true } text ? text.Value : new EdgeText($"{value}") { Doubt = view.Unknown(value, "it is not known") };

    private ImmutableArray<PolicyCondition> Conditions(View statement, ref UnknownValue? doubt)
    {
        if (statement["Condition"] is not MapValue conditions)
        {
            doubt ??= statement.Has("Condition") ? statement.Unknown("a condition is not known") : null;
            return [];
        }

        var read = ImmutableArray.CreateBuilder<PolicyCondition>();
        foreach (var (comparison, keys) in conditions.Entries)
        {
            if (keys is not MapValue map)
            {
                doubt ??= statement.Unknown(keys, "a condition is not known");
                continue;
            }

            foreach (var (key, values) in map.Entries)
            {
                read.Add(new(comparison, key, Texts(statement, values, ref doubt)));
            }
        }

        return read.DrainToImmutable();
    }

    private ImmutableArray<EdgeText> Texts(View view, ResolvedValue value, ref UnknownValue? doubt)
    {
        var read = ImmutableArray.CreateBuilder<EdgeText>();
        foreach (var item in All(value))
        {
            if (texts.Read(view, item) is { } text)
            {
                if (text.IsKnown)
                {
                    read.Add(text.Value);
                }
                else
                {
                    doubt ??= text.Unknown;
                }
            }
        }

        return read.DrainToImmutable();
    }

    private static IEnumerable<ResolvedValue> All(ResolvedValue value) => value switch
    {
        NoValue => [],
        ListValue list => list,
        _ => [value],
    };
}
