using System.Runtime.InteropServices;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>The entries of an object, with every <c>Fn::ForEach</c> unrolled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html</remarks>
internal sealed class ForEachExpansion(ResolvedStack stack)
{
    private int _made;

    /// <summary>Why some loop could not be unrolled; null where all could.</summary>
    public string? Failure { get; private set; }

    public IEnumerable<(string Name, JsonElement Value, LoopVariables? Variables)> Expand(JsonElement section, Evaluation evaluation) =>
        Expand(section, evaluation, evaluation.Variables);

    private IEnumerable<(string Name, JsonElement Value, LoopVariables? Variables)> Expand(
        JsonElement section, Evaluation evaluation, LoopVariables? variables)
    {
        foreach (var entry in section.EnumerateObject())
        {
            if (!JsonMarshal.GetRawUtf8PropertyName(entry).StartsWith("Fn::ForEach::"u8))
            {
                yield return (variables.Substitute(stack.Estate.Names.Get(entry)), entry.Value, variables);
                continue;
            }

            foreach (var made in Unroll(entry, evaluation, variables))
            {
                yield return made;
            }
        }
    }

    private IEnumerable<(string Name, JsonElement Value, LoopVariables? Variables)> Unroll(
        JsonProperty loop, Evaluation evaluation, LoopVariables? variables)
    {
        if (loop.Value.ValueKind != JsonValueKind.Array || loop.Value.GetArrayLength() != 3
            || loop.Value[0].ValueKind != JsonValueKind.String || loop.Value[2].ValueKind != JsonValueKind.Object)
        {
            Failure = $"{loop.Name} in {stack.Name} is not an identifier, a collection and a fragment";
            yield break;
        }

        var at = new Origin(stack, "Resources", loop.Name);
        var collection = Evaluation.Enter(evaluation, (stack, loop.Name), stack, variables, at, inner => inner.Resolve(loop.Value[1], at));
        if (!collection.AsList().TryGet(out var values))
        {
            Failure = $"{loop.Name} in {stack.Name} goes over a collection that can't be known";
            yield break;
        }

        foreach (var value in values)
        {
            if (!value.AsText().TryGet(out var text))
            {
                Failure = $"{loop.Name} in {stack.Name} goes over an element that can't be known";
                yield break;
            }

            var inner = new LoopVariables(loop.Value[0].GetString()!, text, variables);
            foreach (var made in Expand(loop.Value[2], evaluation, inner))
            {
                yield return made;
                Count(loop);
                if (Failure is not null)
                {
                    yield break;
                }
            }

            // A loop around an empty fragment makes nothing, and could still go on for ever.
            Count(loop);
            if (Failure is not null)
            {
                yield break;
            }
        }
    }

    private void Count(JsonProperty loop)
    {
        if (++_made > Limits.MostEntries)
        {
            Failure = $"{loop.Name} in {stack.Name} makes more than {Limits.MostEntries} entries";
        }
    }
}
