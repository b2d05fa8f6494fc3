using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>Template parameters: what the caller or the parent stack gives, else the default, else unknown.</summary>
internal static class Parameters
{
    private const string SsmValue = "AWS::SSM::Parameter::Value<";

    /// <summary>The value of a parameter of the stack; null where the template declares none of this name.</summary>
    public static ResolvedValue? Find(Evaluation evaluation, string name)
    {
        var stack = evaluation.Stack;
        if (stack.Values.TryGetValue((Section.Parameters, name), out var known))
        {
            return known;
        }

        if (!stack.Template.Parameters.TryFind(name, out var declaration) || declaration.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var at = new Origin(stack, "Parameters", name);
        var value = Evaluation.Enter(
            evaluation, (stack, name), stack, variables: null, at, inner => Resolve(inner, name, declaration, at));
        stack.Values[(Section.Parameters, name)] = value;
        return value;
    }

    private static ResolvedValue Resolve(Evaluation evaluation, string name, JsonElement declaration, Origin at)
    {
        var type = declaration.TryGetProperty("Type"u8, out var written) && written.ValueKind == JsonValueKind.String
            ? written.GetString()!
            : "String";
        var isList = type.Contains("List", StringComparison.Ordinal);
        var given = Given(evaluation, name, at)
            ?? (declaration.TryGetProperty("Default"u8, out var text) && text.ValueKind != JsonValueKind.Null
                ? Literal(text, at.Property("Default"))
                : Missing(evaluation, name, declaration, at));

        // The value given for an SSM parameter type is the parameter's name; its value is known where the estate declares it.
        if (type.StartsWith(SsmValue, StringComparison.Ordinal) && given.AsText().TryGet(out var ssmName))
        {
            given = evaluation.Stack.Estate.SsmParameters.Find(evaluation, ssmName, at);
        }

        return isList ? TextFunctions.SplitList(given, at) : given;
    }

    private static ResolvedValue? Given(Evaluation evaluation, string name, Origin at)
    {
        var stack = evaluation.Stack;
        var options = stack.Estate.Options;
        if (options.Parameters.TryGetValue($"{stack.Name}/{name}", out var text)
            || (stack.Parent is null && options.Parameters.TryGetValue(name, out text))
            || stack.GivenParameters.TryGetValue(name, out text))
        {
            return new TextValue(at, text);
        }

        if (stack.Parent is not { } parent)
        {
            return null;
        }

        // CloudFormation passes text: a list that the parent gives arrives joined with commas, and is split again by the child.
        var passed = parent.Read("Parameters", evaluation);
        return passed switch
        {
            MapValue map when map[name] is not NoValue and var value => value,
            UnknownValue unknown => unknown,
            _ => null,
        };
    }

    private static ResolvedValue Missing(Evaluation evaluation, string name, JsonElement declaration, Origin at)
    {
        var key = $"{evaluation.Stack.Name}/{name}";
        var missing = evaluation.Missing(at, key, $"parameter {key} has no value");
        return missing is UnknownValue unknown
            && declaration.TryGetProperty("AllowedValues"u8, out var allowed)
            && allowed.ValueKind == JsonValueKind.Array
                ? new UnknownValue(at, unknown.Reason, key, [.. allowed.EnumerateArray().Select(value => Literal(value, at))])
                : missing;
    }

    private static ResolvedValue Literal(JsonElement element, Origin at) => element.ValueKind switch
    {
        JsonValueKind.String => new TextValue(at, element.GetString()!),
        JsonValueKind.Array => new ListValue(at, [.. element.EnumerateArray().Select((item, index) => Literal(item, at.Element(index)))]),
        _ => new TextValue(at, element.GetRawText()),
    };
}
