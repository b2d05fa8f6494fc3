using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>The <c>Conditions</c> section, <c>Fn::If</c>, and whether a resource or an output exists.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html</remarks>
internal static class Conditions
{
    public static ResolvedValue If(Evaluation evaluation, JsonElement argument, Origin at)
    {
        if (argument.ValueKind != JsonValueKind.Array || argument.GetArrayLength() != 3
            || argument[0].ValueKind != JsonValueKind.String)
        {
            return Evaluation.Malformed(at, "Fn::If", "needs a condition's name and two values");
        }

        var condition = Named(evaluation, argument[0].GetString()!, at);
        return condition.TryGet(out var holds)
            ? evaluation.Resolve(argument[holds ? 1 : 2], at)
            : new UnknownValue(
                at,
                condition.Unknown!.Reason,
                key: null,
                [evaluation.Resolve(argument[1], at), evaluation.Resolve(argument[2], at)]);
    }

    /// <summary>Whether a resource is certainly not created.</summary>
    public static bool IsAbsent(ResolvedResource resource, Evaluation? caller) =>
        Exists(resource, caller) is { IsKnown: true, Value: false };

    /// <summary>Whether a resource is created; true where it has no condition.</summary>
    public static Reading<bool> Exists(ResolvedResource resource, Evaluation? caller) =>
        Exists(resource.Stack, resource.Body.Condition, resource.Variables, resource.Origin, caller);

    /// <summary>Whether an output exists; true where it has no condition.</summary>
    public static Reading<bool> Exists(ResolvedStack stack, Declaration output, Origin at, Evaluation? caller) =>
        Exists(
            stack,
            output.Body.ValueKind == JsonValueKind.Object && output.Body.TryGetProperty("Condition"u8, out var name) ? name : default,
            output.Variables,
            at,
            caller);

    private static Reading<bool> Exists(ResolvedStack stack, JsonElement name, LoopVariables? variables, Origin at, Evaluation? caller)
    {
        if (name.ValueKind != JsonValueKind.String)
        {
            return Reading.Known(true);
        }

        var value = Evaluation.Enter(
            caller, (at, "Condition"), stack, variables, at, inner => AsValue(Named(inner, name.GetString()!, at), at));
        return value.AsBoolean();
    }

    /// <summary>Whether the condition that an <c>Fn::If</c> names holds; null where that can't be decided.</summary>
    public static bool? Holds(ResolvedStack stack, JsonElement name, LoopVariables? variables, Origin at)
    {
        var value = Evaluation.Enter(
            caller: null,
            (at, "Fn::If"),
            stack,
            variables,
            at,
            inner => name.ValueKind == JsonValueKind.String ? AsValue(Named(inner, name.GetString()!, at), at) : new NoValue(at));
        return value.AsBoolean() is { IsKnown: true } holds ? holds.Value : null;
    }

    /// <summary>Whether a named condition holds; known or unknown, never absent.</summary>
    private static Reading<bool> Named(Evaluation evaluation, string written, Origin usedAt)
    {
        var stack = evaluation.Stack;
        var name = evaluation.Variables.Substitute(written);
        if (stack.Values.TryGetValue((Section.Conditions, name), out var known))
        {
            return known.AsBoolean();
        }

        if (stack.FindCondition(name) is not { } declared)
        {
            return Reading.Unknown<bool>(
                new UnknownValue(usedAt, $"{usedAt} names the condition '{name}', which {stack.TemplateName} does not declare"));
        }

        var at = new Origin(stack, "Conditions", name);
        var value = Evaluation.Enter(
            evaluation,
            (stack.Template, name),
            stack,
            declared.Variables,
            at,
            inner => AsValue(Evaluate(inner, declared.Body, at), at));
        stack.Values[(Section.Conditions, name)] = value;
        return value.AsBoolean();
    }

    private static Reading<bool> Evaluate(Evaluation evaluation, JsonElement element, Origin at)
    {
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() != 1)
        {
            return evaluation.Resolve(element, at).AsBoolean();
        }

        var call = Functions.First(element);
        return call.Name switch
        {
            "Condition" when call.Value.ValueKind == JsonValueKind.String => Named(evaluation, call.Value.GetString()!, at),
            "Fn::Not" when IsArray(call.Value, 1, 1) => Evaluate(evaluation, call.Value[0], at).Select(holds => !holds),
            "Fn::And" when IsArray(call.Value, 1, 100) => Fold(evaluation, call.Value, decisive: false, at),
            "Fn::Or" when IsArray(call.Value, 1, 100) => Fold(evaluation, call.Value, decisive: true, at),
            "Fn::Equals" when IsArray(call.Value, 2, 2) => AreEqual(evaluation, call.Value, at),
            "Condition" or "Fn::Not" or "Fn::And" or "Fn::Or" or "Fn::Equals" =>
                Reading.Unknown<bool>(Evaluation.Malformed(at, call.Name, "has the wrong arguments")),
            _ => evaluation.Resolve(element, at).AsBoolean(),
        };
    }

    // One decisive operand settles the whole, even when others are unknown.
    private static Reading<bool> Fold(Evaluation evaluation, JsonElement operands, bool decisive, Origin at)
    {
        Reading<bool> undecided = default;
        foreach (var operand in operands.EnumerateArray())
        {
            var holds = Evaluate(evaluation, operand, at);
            if (holds is { IsKnown: true } && holds.Value == decisive)
            {
                return holds;
            }

            undecided = holds.IsKnown || undecided.IsUnknown ? undecided : holds;
        }

        return undecided.IsUnknown ? undecided : Reading.Known(!decisive);
    }

    private static Reading<bool> AreEqual(Evaluation evaluation, JsonElement operands, Origin at)
    {
        var left = evaluation.Resolve(operands[0], at);
        var right = evaluation.Resolve(operands[1], at);
        var (one, other) = (left.AsText(), right.AsText());
        if (one.IsKnown && other.IsKnown)
        {
            return Reading.Known(string.Equals(one.Value, other.Value, StringComparison.Ordinal));
        }

        if (left.Identity is { } identity && string.Equals(identity, right.Identity, StringComparison.Ordinal))
        {
            return Reading.Known(true);
        }

        return NeverEqual(left, right) || NeverEqual(right, left)
            ? Reading.Known(false)
            : Reading.Unknown<bool>(one.Unknown ?? other.Unknown ?? Evaluation.Malformed(at, "Fn::Equals", "compares what is not text"));
    }

    // A parameter without a value is still one of its allowed values.
    private static bool NeverEqual(ResolvedValue unknown, ResolvedValue known) =>
        unknown is UnknownValue { Alternatives.IsEmpty: false } choice
        && known.AsText().TryGet(out var text)
        && choice.Alternatives.All(option => option.AsText().TryGet(out var value) && !string.Equals(value, text, StringComparison.Ordinal));

    private static bool IsArray(JsonElement element, int least, int most) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() >= least && element.GetArrayLength() <= most;

    private static ResolvedValue AsValue(Reading<bool> holds, Origin at) =>
        holds.IsKnown ? new BooleanValue(at, holds.Value)
        : holds.Unknown ?? new UnknownValue(at, $"{at} is not a condition");
}
