using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>Fn::Join</c>, <c>Fn::Split</c> and <c>Fn::Base64</c>; references survive joining and splitting.</summary>
internal static class TextFunctions
{
    private static readonly SearchValues<char> NeverInIdentifiers = SearchValues.Create(",;| \t\n");

    public static ResolvedValue Join(Evaluation evaluation, JsonElement argument, Origin at)
    {
        if (argument.ValueKind != JsonValueKind.Array || argument.GetArrayLength() != 2)
        {
            return Evaluation.Malformed(at, "Fn::Join", "needs a delimiter and a list");
        }

        var delimiter = evaluation.Resolve(argument[0], at).AsText();
        if (!delimiter.IsKnown)
        {
            return delimiter.Unknown ?? Evaluation.Malformed(at, "Fn::Join", "has no delimiter");
        }

        return evaluation.Resolve(argument[1], at.Element(1)) switch
        {
            ListValue list => Join(evaluation, delimiter.Value, list, at),
            ReferenceValue reference => reference.With(at, new JoinDerivation(delimiter.Value)),
            UnknownValue unknown => Derived(unknown, at, $".Join({delimiter.Value})"),
            _ => Evaluation.Malformed(at, "Fn::Join", "joins what is not a list"),
        };
    }

    public static ResolvedValue Split(Evaluation evaluation, JsonElement argument, Origin at)
    {
        if (argument.ValueKind != JsonValueKind.Array || argument.GetArrayLength() != 2)
        {
            return Evaluation.Malformed(at, "Fn::Split", "needs a delimiter and a text");
        }

        var delimiter = evaluation.Resolve(argument[0], at).AsText();
        return delimiter is { IsKnown: true, Value.Length: > 0 }
            ? Split(delimiter.Value, evaluation.Resolve(argument[1], at.Element(1)), at)
            : delimiter.Unknown ?? Evaluation.Malformed(at, "Fn::Split", "has no delimiter");
    }

    public static ResolvedValue Base64(Evaluation evaluation, JsonElement argument, Origin at)
    {
        var text = evaluation.Resolve(argument, at).AsText();
        return text.IsKnown
            ? new TextValue(at, Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Value)))
            : text.Unknown ?? Evaluation.Malformed(at, "Fn::Base64", "encodes nothing");
    }

    /// <summary>The value of a list parameter, which is given as text with commas.</summary>
    public static ResolvedValue SplitList(ResolvedValue value, Origin at) => value switch
    {
        ListValue or NoValue => value,
        TextValue text => new ListValue(
            text.Origin, [.. text.Text.Split(',').Select((part, index) => new TextValue(at.Element(index), part.Trim()))]),
        _ => Split(",", value, at),
    };

    /// <summary>The pieces in order as one text; a text with unknown parts where there are any.</summary>
    public static ResolvedValue Concatenate(Evaluation evaluation, IEnumerable<ResolvedValue> pieces, string function, Origin at)
    {
        var parts = ImmutableArray.CreateBuilder<ResolvedValue>();
        var text = new StringBuilder();
        foreach (var piece in pieces.SelectMany(piece => piece is CompositeValue composite ? composite.Parts : [piece]))
        {
            if (piece.AsText().TryGet(out var known))
            {
                text.Append(known);
            }
            else if (piece is ReferenceValue or UnknownValue)
            {
                Flush();
                parts.Add(piece);
            }
            else
            {
                return Evaluation.Malformed(at, function, "puts together what is not text");
            }

            if (text.Length > Limits.LongestText || parts.Count > Limits.MostParts)
            {
                return Evaluation.Malformed(at, function, $"makes more than {Limits.LongestText} characters");
            }
        }

        // Copying is work too.
        evaluation.TrySpend(text.Length / 100);
        if (parts.Count == 0)
        {
            return evaluation.Text(at, text.ToString());
        }

        Flush();
        return parts.Count == 1 ? parts[0] : new CompositeValue(at, parts.DrainToImmutable());

        void Flush()
        {
            if (text.Length > 0)
            {
                parts.Add(new TextValue(at, text.ToString()));
                text.Clear();
            }
        }
    }

    /// <summary>An unknown made from another one: the same reason, a key that tells what was done.</summary>
    public static UnknownValue Derived(UnknownValue unknown, Origin at, string step) =>
        new(at, unknown.Reason, unknown.Key is null ? null : unknown.Key + step);

    private static ResolvedValue Join(Evaluation evaluation, string delimiter, ListValue list, Origin at)
    {
        var between = new TextValue(at, delimiter);
        return Concatenate(
            evaluation,
            delimiter.Length == 0 ? list.Items : list.Items.SelectMany((item, index) => index == 0 ? [item] : new[] { between, item }),
            "Fn::Join",
            at);
    }

    private static ResolvedValue Split(string delimiter, ResolvedValue source, Origin at)
    {
        switch (source)
        {
            case CompositeValue composite:
                return Split(delimiter, composite, at);
            case ReferenceValue { Derivations.IsEmpty: true } when CannotContain(source, delimiter):
                return new ListValue(at, [source]);
            case ReferenceValue reference when reference.Derivations is [.., JoinDerivation join]
                && string.Equals(join.Delimiter, delimiter, StringComparison.Ordinal)
                && delimiter.AsSpan().ContainsAny(NeverInIdentifiers):
                // Joined for an export and split again: the list that it was.
                return new ReferenceValue(at, reference.Resource, reference.Attribute, reference.Derivations[..^1]);
            case ReferenceValue reference:
                return reference.With(at, new SplitDerivation(delimiter));
            case UnknownValue unknown:
                return Derived(unknown, at, $".Split({delimiter})");
            default:
                return source.AsText().TryGet(out var text)
                    ? new ListValue(at, [.. text.Split(delimiter).Select((part, index) => new TextValue(at.Element(index), part))])
                    : Evaluation.Malformed(at, "Fn::Split", "splits what is not text");
        }
    }

    // Split again what was joined around references: their IDs and ARNs can't hold a comma, but an unknown text could.
    private static ResolvedValue Split(string delimiter, CompositeValue source, Origin at)
    {
        var opaque = source.Parts.FirstOrDefault(part => !part.AsText().IsKnown && !CannotContain(part, delimiter));
        if (opaque is not null)
        {
            var unknown = source.AsText().Unknown!;
            return Derived(unknown, at, $".Split({delimiter})");
        }

        var items = ImmutableArray.CreateBuilder<ResolvedValue>();
        var current = ImmutableArray.CreateBuilder<ResolvedValue>();
        foreach (var part in source.Parts)
        {
            if (!part.AsText().TryGet(out var text))
            {
                current.Add(part);
                continue;
            }

            var pieces = text.Split(delimiter);
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                {
                    Finish();
                }

                if (pieces[i].Length > 0)
                {
                    current.Add(new TextValue(at, pieces[i]));
                }
            }
        }

        Finish();
        return new ListValue(at, items.DrainToImmutable());

        void Finish()
        {
            items.Add(current.Count switch
            {
                0 => new TextValue(at, ""),
                1 => current[0],
                _ => new CompositeValue(at, current.ToImmutable()),
            });
            current.Clear();
        }
    }

    private static bool CannotContain(ResolvedValue part, string delimiter) =>
        part is ReferenceValue reference
        && ((delimiter.AsSpan().ContainsAny(NeverInIdentifiers) && IsSingleName(reference))
            || (delimiter.AsSpan().ContainsAny(":/") && IsIdOfEC2(reference)));

    // EC2's IDs are a prefix, a hyphen and hexadecimal digits; so are those of attachments that other services make.
    private static bool IsIdOfEC2(ReferenceValue reference) =>
        reference.Attribute?.EndsWith("Arn", StringComparison.Ordinal) != true
        && ((reference.IsIdentity && reference.Resource.Type.StartsWith("AWS::EC2::", StringComparison.Ordinal))
            || (reference.Derivations.IsEmpty && reference.Attribute == "TransitGatewayAttachmentId"));

    private static bool IsSingleName(ReferenceValue reference) =>
        reference.Derivations is [.., SelectDerivation]
        || (reference.Derivations.IsEmpty && (reference.Attribute is null || ResourceAttributes.IsSingleName(reference.Attribute)));
}
