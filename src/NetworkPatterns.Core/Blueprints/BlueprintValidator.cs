using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>What has to hold in every blueprint; finds all problems, not the first.</summary>
internal sealed partial class BlueprintValidator(
    string where,
    IReadOnlyList<BlueprintResource> resources,
    IReadOnlyList<BlueprintInput> inputs,
    ImmutableSortedDictionary<string, BlueprintCondition> conditions,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> mappings)
{
    private readonly HashSet<string> _resourceIds = new(resources.Select(resource => resource.Id), StringComparer.Ordinal);
    private readonly Dictionary<string, BlueprintInput> _inputs = inputs
        .GroupBy(input => input.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public void Validate(ProblemList problems)
    {
        CheckNames(problems);
        foreach (var resource in resources)
        {
            CheckResource(resource, problems);
        }

        foreach (var (name, condition) in conditions)
        {
            foreach (var value in condition.Values.SelectMany(value => value.SelfAndDescendants()))
            {
                CheckReferences(value, name, problems);
            }
        }

        if (problems.IsEmpty)
        {
            CheckCycles(problems);
        }
    }

    private void CheckNames(ProblemList problems)
    {
        var names = resources.Select(resource => resource.Id).Concat(inputs.Select(input => input.Name)).ToList();
        foreach (var name in names.Where(name => !Identifier().IsMatch(name)))
        {
            problems.Add(DiagnosticCatalogue.BlueprintId.At(At(name), $"'{name}' is not an id", "use letters and digits, a letter first"));
        }

        foreach (var duplicate in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.BlueprintDuplicate.At(
                At(duplicate.Key), $"'{duplicate.Key}' is declared {duplicate.Count()} times", "give each resource and input a name of its own"));
        }
    }

    private void CheckResource(BlueprintResource resource, ProblemList problems)
    {
        if (!ResourceType().IsMatch(resource.Type))
        {
            problems.Add(DiagnosticCatalogue.BlueprintResourceType.At(
                At(resource.Id), $"'{resource.Type}' is not a resource type", "name it as CloudFormation does: AWS::Service::Resource"));
        }

        foreach (var target in resource.DependsOn.Where(target => !_resourceIds.Contains(target)))
        {
            problems.Add(UnknownReference(resource.Id, target));
        }

        if (resource.Condition is { } condition && !conditions.ContainsKey(condition))
        {
            problems.Add(UnknownReference(resource.Id, condition));
        }

        foreach (var value in resource.Values)
        {
            CheckReferences(value, resource.Id, problems);
            CheckShape(value, resource.Id, problems);
        }

        if (resource.Metadata.SelfAndDescendants().Any(value => value is not (TextValue or NumberValue or BooleanValue or ListValue or MapValue)))
        {
            problems.Add(DiagnosticCatalogue.BlueprintMetadata.At(
                At(resource.Id), "the metadata holds a function or a reference", "write names and numbers; CloudFormation makes no dependency of a reference in metadata"));
        }
    }

    private void CheckReferences(Value value, string id, ProblemList problems)
    {
        var missing = value switch
        {
            RefValue reference when !_resourceIds.Contains(reference.ResourceId) => reference.ResourceId,
            GetAttValue reference when !_resourceIds.Contains(reference.ResourceId) => reference.ResourceId,
            InputValue input when !_inputs.ContainsKey(input.Name) => input.Name,
            IfValue conditional when !conditions.ContainsKey(conditional.Condition) => conditional.Condition,
            FindInMapValue find when !HasKeys(find) => find.Mapping,
            _ => null,
        };
        if (missing is not null)
        {
            problems.Add(UnknownReference(id, missing));
        }

        if (value is SubValue sub)
        {
            foreach (var name in SubVariable().Matches(sub.Template).Select(match => match.Groups["name"].Value))
            {
                if (!name.StartsWith("AWS::", StringComparison.Ordinal) && sub.Variables[name] is null)
                {
                    problems.Add(UnknownReference(id, name));
                }
            }
        }
    }

    private void CheckShape(Value value, string id, ProblemList problems)
    {
        var nested = value switch
        {
            ListValue list => list.Items.OfType<InputValue>(),
            SubValue sub => sub.Variables.Children.OfType<InputValue>(),
            _ => [],
        };
        foreach (var input in nested.Where(input => _inputs.GetValueOrDefault(input.Name) is { IsList: true }))
        {
            problems.Add(DiagnosticCatalogue.BlueprintListInList.At(
                At(id), $"the list input '{input.Name}' stands inside a list or a text", "let it be the whole property, or take items of it with Select"));
        }

        // CDK leaves out what is empty, so an empty list would be in the plain rendering and not in CDK's.
        if (value is ListValue { Items.IsEmpty: true } or MapValue { Entries.IsEmpty: true })
        {
            problems.Add(DiagnosticCatalogue.BlueprintEmpty.At(At(id), "a property is an empty list or map", "leave the property out"));
        }

        if (value is MapValue map && map.Entries.Select(e => e.Key).Distinct(StringComparer.Ordinal).Count() != map.Entries.Length)
        {
            problems.Add(DiagnosticCatalogue.BlueprintDuplicate.At(At(id), "a map has one key twice", "set each property once"));
        }

        var range = value switch
        {
            SelectValue { Index: < 0 } select => $"Fn::Select has the index {select.Index}",
            CidrValue { Count: < 1 or > 256 } cidr => $"Fn::Cidr is to make {cidr.Count} blocks, 1 to 256 are possible",
            CidrValue { HostBits: < 1 or > 128 } cidr => $"Fn::Cidr has {cidr.HostBits} host bits",
            _ => null,
        };
        if (range is not null)
        {
            problems.Add(DiagnosticCatalogue.BlueprintFunctionArgument.At(At(id), range, "correct the argument"));
        }
    }

    private bool HasKeys(FindInMapValue find)
    {
        if (!mappings.TryGetValue(find.Mapping, out var top))
        {
            return false;
        }

        var inner = find.TopLevelKey is TextValue first
            ? top.TryGetValue(first.Text, out var one) ? [one] : []
            : top.Values.ToArray();
        return inner.Length > 0 && (find.SecondLevelKey is not TextValue second || inner.All(keys => keys.ContainsKey(second.Text)));
    }

    private void CheckCycles(ProblemList problems)
    {
        var dependencies = resources.ToDictionary(
            resource => resource.Id,
            resource => resource.DependsOn
                .Concat(resource.Values.OfType<RefValue>().Select(reference => reference.ResourceId))
                .Concat(resource.Values.OfType<GetAttValue>().Select(reference => reference.ResourceId))
                .ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

        // Take away what depends on nothing that is left; what stays is on a cycle or needs one.
        while (dependencies.Where(entry => entry.Value.Count == 0).Select(entry => entry.Key).ToList() is { Count: > 0 } free)
        {
            free.ForEach(id => dependencies.Remove(id));
            foreach (var rest in dependencies.Values)
            {
                rest.ExceptWith(free);
            }
        }

        if (dependencies.Count > 0)
        {
            var cycle = string.Join(", ", dependencies.Keys.Order(StringComparer.Ordinal));
            problems.Add(DiagnosticCatalogue.BlueprintCycle.At(where, $"resources depend on each other in a circle: {cycle}", "remove one of the references or dependencies"));
        }
    }

    private Problem UnknownReference(string id, string target) =>
        DiagnosticCatalogue.BlueprintUnknownReference.At(At(id), $"refers to '{target}', which the blueprint does not declare", "declare it, or correct the name");

    private string At(string id) => $"{where}: {id}";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex("^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ResourceType();

    [GeneratedRegex(@"\$\{(?<name>[^!}][^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SubVariable();
}
