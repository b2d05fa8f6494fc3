using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>The SSM parameters that the estate declares with a known name.</summary>
internal sealed class SsmParameters
{
    private readonly Dictionary<string, List<ResolvedResource>> _byName = new(StringComparer.Ordinal);

    public static SsmParameters None { get; } = new();

    public static SsmParameters Of(IEnumerable<ResolvedStack> stacks)
    {
        var parameters = new SsmParameters();
        foreach (var resource in stacks.SelectMany(stack => stack.Declared))
        {
            if (string.Equals(resource.Type, "AWS::SSM::Parameter", StringComparison.Ordinal)
                && !Conditions.IsAbsent(resource, caller: null)
                && resource["Name"].AsText().TryGet(out var name))
            {
                parameters.Add(name, resource);
            }
        }

        return parameters;
    }

    public ResolvedValue Find(Evaluation evaluation, string name, Origin at)
    {
        var stack = evaluation.Stack;
        var visible = (_byName.GetValueOrDefault(name) ?? []).FindAll(parameter =>
            string.Equals(parameter.Stack.Region, stack.Region, StringComparison.Ordinal)
            && (parameter.Stack.Account is null || stack.Account is null
                || string.Equals(parameter.Stack.Account, stack.Account, StringComparison.Ordinal)));
        return visible switch
        {
            [] => evaluation.Missing(at, $"ssm:{name}", $"no template given declares the SSM parameter '{name}'"),
            [var parameter] => parameter.Read("Value", evaluation),
            _ => new UnknownValue(at, $"the SSM parameter '{name}' is declared by {string.Join(" and ", visible)}"),
        };
    }

    private void Add(string name, ResolvedResource resource)
    {
        if (!_byName.TryGetValue(name, out var resources))
        {
            _byName[name] = resources = [];
        }

        resources.Add(resource);
    }
}
