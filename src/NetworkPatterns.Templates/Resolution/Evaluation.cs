using System.Runtime.CompilerServices;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>One thing being resolved (a property, a parameter, a condition, an output) and what asked for it.</summary>
/// <remarks>The chain of callers is what finds cyclic references, without marks on shared state: readers may be on several threads.</remarks>
internal sealed class Evaluation
{
    // Real templates chain a handful of references; past this, resolving further would only cost stack.
    private const int LongestChain = 200;

    private readonly Evaluation? _caller;
    private readonly object _subject;
    private readonly string _name;
    private readonly int _length;
    private readonly Evaluation _root;
    private int _spent;

    private Evaluation(Evaluation? caller, object subject, string name, ResolvedStack stack, LoopVariables? variables)
    {
        (_caller, _subject, _name, Stack, Variables) = (caller, subject, name, stack, variables);
        _length = (caller?._length ?? 0) + 1;
        _root = caller?._root ?? this;
    }

    public ResolvedStack Stack { get; }

    public LoopVariables? Variables { get; }

    /// <summary>An evaluation that nothing asked for, such as the unrolling of a template's loops.</summary>
    public static Evaluation Root(ResolvedStack stack) => new(caller: null, stack, "", stack, variables: null);

    /// <summary>Resolves something, unless that is already under way (a cycle) or the chain is too long.</summary>
    public static ResolvedValue Enter(
        Evaluation? caller,
        (object Subject, string Name) what,
        ResolvedStack stack,
        LoopVariables? variables,
        Origin at,
        Func<Evaluation, ResolvedValue> resolve)
    {
        for (var running = caller; running is not null; running = running._caller)
        {
            if (ReferenceEquals(running._subject, what.Subject) && string.Equals(running._name, what.Name, StringComparison.Ordinal))
            {
                return new UnknownValue(at, $"{at} refers to itself in a cycle");
            }
        }

        return caller?._length >= LongestChain
            ? new UnknownValue(at, $"{at} is at the end of a chain of more than {LongestChain} references")
            : resolve(new Evaluation(caller, what.Subject, what.Name, stack, variables));
    }

    /// <summary>The value of a piece of template.</summary>
    public ResolvedValue Resolve(JsonElement element, Origin at)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return new UnknownValue(at, $"{at} is nested too deeply");
        }

        if (!TrySpend(1))
        {
            return new UnknownValue(at, $"{at} takes more than {Limits.MostSteps} steps to resolve");
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => Text(at, Variables.Substitute(element.GetString()!)),
            JsonValueKind.Number => new NumberValue(at, element.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => new BooleanValue(at, element.GetBoolean()),
            JsonValueKind.Array => Collections.List(this, element, at),
            JsonValueKind.Object => Functions.TryCall(this, element, at) ?? Collections.Map(this, element, at),
            _ => new NoValue(at),
        };
    }

    /// <summary>Takes from what one question, with all that it asks for in turn, may cost; false once that is used up.</summary>
    public bool TrySpend(int steps)
    {
        _root._spent = Math.Min(_root._spent + steps, Limits.MostSteps + 1);
        return _root._spent <= Limits.MostSteps;
    }

    /// <summary>Text, which may be a dynamic reference.</summary>
    public ResolvedValue Text(Origin at, string text) =>
        text.Contains(DynamicReference.Start, StringComparison.Ordinal) ? DynamicReference.Resolve(this, text, at) : new TextValue(at, text);

    /// <summary>What the caller assumes for something that is missing, else an unknown.</summary>
    public ResolvedValue Missing(Origin at, string key, string reason) =>
        Stack.Estate.Options.Assumptions.TryGetValue(key, out var assumed) ? new TextValue(at, assumed) : new UnknownValue(at, reason, key);

    /// <summary>A function whose arguments CloudFormation would refuse.</summary>
    public static UnknownValue Malformed(Origin at, string function, string why) => new(at, $"{function} at {at} {why}");
}
