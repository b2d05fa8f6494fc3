using System.Runtime.InteropServices;
using System.Text.Json;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>Collects which resource refers to which, and warns of names that nothing declares and of imports that nothing exports.</summary>
internal sealed class ReferenceScan(ResolvedStack stack, ProblemList warnings)
{
    public Dictionary<string, HashSet<string>> Resources()
    {
        var edges = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var resource in stack.Resources)
        {
            var targets = new HashSet<string>(StringComparer.Ordinal);
            var walk = new Walk(this, resource.Origin, resource.Variables, targets);
            walk.Visit(resource.Body.Properties);

            foreach (var name in resource.DependsOn)
            {
                walk.Use(name);
            }

            edges[resource.LogicalId] = targets;
        }

        foreach (var output in stack.OutputNames)
        {
            var declared = stack.FindOutput(output)!;
            new Walk(this, new Origin(stack, "Outputs", output), declared.Variables, []).Visit(declared.Body);
        }

        return Closed(edges);
    }

    public Dictionary<string, HashSet<string>> Conditions()
    {
        var edges = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var name in stack.ConditionNames)
        {
            var targets = new HashSet<string>(StringComparer.Ordinal);
            var declared = stack.FindCondition(name)!;
            CollectConditions(declared.Body, declared.Variables, targets);
            edges[name] = targets;
        }

        return Closed(edges);
    }

    private static Dictionary<string, HashSet<string>> Closed(Dictionary<string, HashSet<string>> edges)
    {
        foreach (var targets in edges.Values)
        {
            targets.RemoveWhere(target => !edges.ContainsKey(target));
        }

        return edges;
    }

    private static void CollectConditions(JsonElement element, LoopVariables? variables, HashSet<string> targets)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                CollectConditions(item, variables, targets);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in element.EnumerateObject())
            {
                if (entry.NameEquals("Condition"u8) && entry.Value.ValueKind == JsonValueKind.String)
                {
                    targets.Add(variables.Substitute(entry.Value.GetString()!));
                }
                else
                {
                    CollectConditions(entry.Value, variables, targets);
                }
            }
        }
    }

    /// <summary>A walk through the unresolved properties of one resource.</summary>
    private sealed class Walk(ReferenceScan scan, Origin at, LoopVariables? variables, HashSet<string> targets)
    {
        private readonly ResolvedStack _stack = at.Stack;

        public void Visit(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Visit(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                var isCall = element.GetPropertyCount() == 1;
                foreach (var entry in element.EnumerateObject())
                {
                    if (!isCall || !VisitCall(entry))
                    {
                        Visit(entry.Value);
                    }
                }
            }
        }

        public void Use(string written)
        {
            var name = variables.Substitute(written);
            if (_stack.FindDeclared(name) is not null)
            {
                targets.Add(name);
            }
            else if (variables?.Find(written) is null
                && !name.StartsWith("AWS::", StringComparison.Ordinal)
                && !name.Contains('{')
                && !_stack.Template.Parameters.TryFind(name, out _))
            {
                scan.Warn(DiagnosticCatalogue.UndeclaredName.At(
                    at.ToString(), $"'{name}' is neither a resource nor a parameter of {_stack.TemplateName}", "declare it, or correct the name"));
            }
        }

        // True where the call is dealt with and its argument needs no visit.
        private bool VisitCall(JsonProperty call)
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(call);
            var argument = call.Value;
            if (name.SequenceEqual("Ref"u8) && argument.ValueKind == JsonValueKind.String)
            {
                Use(argument.GetString()!);
                return true;
            }

            if (!name.StartsWith("Fn::"u8))
            {
                return false;
            }

            switch (call.Name)
            {
                case "Fn::GetAtt" when argument.ValueKind == JsonValueKind.String:
                    Use(argument.GetString()!.Split('.')[0]);
                    return true;
                case "Fn::GetAtt" when argument.ValueKind == JsonValueKind.Array && argument.GetArrayLength() > 0
                    && argument[0].ValueKind == JsonValueKind.String:
                    Use(argument[0].GetString()!.Split('.')[0]);
                    return false;
                case "Fn::Sub":
                    VisitSubstitution(argument);
                    return false;
                case "Fn::If" when argument.ValueKind == JsonValueKind.Array && argument.GetArrayLength() == 3:
                    VisitBranches(argument);
                    return true;
                case "Fn::ImportValue":
                    VisitImport(argument);
                    return false;
                default:
                    return false;
            }
        }

        private void VisitSubstitution(JsonElement argument)
        {
            var isList = argument.ValueKind == JsonValueKind.Array && argument.GetArrayLength() == 2;
            var template = isList ? argument[0] : argument;
            if (template.ValueKind != JsonValueKind.String)
            {
                return;
            }

            foreach (var name in Substitution.Names(variables.Substitute(template.GetString()!)))
            {
                if (!isList || argument[1].ValueKind != JsonValueKind.Object || !argument[1].TryGetProperty(name, out _))
                {
                    Use(name.Split('.')[0]);
                }
            }
        }

        // A branch that is certainly not taken depends on nothing.
        private void VisitBranches(JsonElement argument)
        {
            var holds = Resolution.Conditions.Holds(_stack, argument[0], variables, at);
            for (var branch = 1; branch <= 2; branch++)
            {
                if (holds is null || holds == (branch == 1))
                {
                    Visit(argument[branch]);
                }
            }
        }

        private void VisitImport(JsonElement argument)
        {
            var value = Evaluation.Enter(
                caller: null, (argument, "import"), _stack, variables, at, inner => References.ImportValue(inner, argument, at));
            if (value is UnknownValue { Key: { } key } unknown && key.StartsWith("import:", StringComparison.Ordinal))
            {
                scan.Warn(DiagnosticCatalogue.MissingImport.At(
                    at.ToString(), unknown.Reason, $"give the template that exports it, or --assume {key}=VALUE"));
            }
        }
    }

    private void Warn(Problem problem) => warnings.Add(problem);
}
