using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>Ref</c>, <c>Fn::GetAtt</c> and <c>Fn::ImportValue</c>.</summary>
internal static class References
{
    public static ResolvedValue Ref(Evaluation evaluation, JsonElement argument, Origin at) =>
        argument.ValueKind == JsonValueKind.String
            ? Named(evaluation, argument.GetString()!, at)
            : Evaluation.Malformed(at, "Ref", "does not name anything");

    /// <summary>What a <c>Ref</c> of this name gives: a loop's identifier, a pseudo parameter, a parameter or a resource.</summary>
    public static ResolvedValue Named(Evaluation evaluation, string written, Origin at)
    {
        if (evaluation.Variables?.Find(written) is { } value)
        {
            return evaluation.Text(at, value);
        }

        // No parameter may have the name of a resource, and most references are to resources.
        var name = evaluation.Variables.Substitute(written);
        if (evaluation.Stack.FindDeclared(name) is { } resource)
        {
            return Existing(evaluation, resource, at, found => new ReferenceValue(at, found, attribute: null, []));
        }

        return PseudoParameters.Find(evaluation, name, at)
            ?? Parameters.Find(evaluation, name)
            ?? Undeclared(evaluation, name, at);
    }

    public static ResolvedValue GetAtt(Evaluation evaluation, JsonElement argument, Origin at)
    {
        if (argument.ValueKind == JsonValueKind.String)
        {
            return Attribute(evaluation, argument.GetString()!, at);
        }

        if (argument.ValueKind != JsonValueKind.Array || argument.GetArrayLength() < 2)
        {
            return Evaluation.Malformed(at, "Fn::GetAtt", "needs a logical ID and an attribute");
        }

        if (argument.GetArrayLength() == 2 && argument[0].ValueKind == JsonValueKind.String && argument[1].ValueKind == JsonValueKind.String)
        {
            var variables = evaluation.Variables;
            return Attribute(evaluation, variables.Substitute(argument[0].GetString()!), variables.Substitute(argument[1].GetString()!), at);
        }

        // The attribute may be a function; the logical ID may be one only with the language extensions.
        var parts = argument.EnumerateArray().Select(part => evaluation.Resolve(part, at).AsText()).ToList();
        var unknown = parts.Find(part => !part.IsKnown);
        return parts.TrueForAll(part => part.IsKnown)
            ? Attribute(evaluation, parts[0].Value, string.Join('.', parts.Skip(1).Select(part => part.Value)), at)
            : unknown.Unknown ?? Evaluation.Malformed(at, "Fn::GetAtt", "needs a logical ID and an attribute");
    }

    /// <summary>What <c>LogicalId.Attribute</c> gives.</summary>
    public static ResolvedValue Attribute(Evaluation evaluation, string dotted, Origin at)
    {
        var text = evaluation.Variables.Substitute(dotted);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0
            ? Evaluation.Malformed(at, "Fn::GetAtt", "needs a logical ID and an attribute")
            : Attribute(evaluation, text[..dot], text[(dot + 1)..], at);
    }

    public static ResolvedValue ImportValue(Evaluation evaluation, JsonElement argument, Origin at)
    {
        var name = evaluation.Resolve(argument, at).AsText();
        return name.IsKnown
            ? evaluation.Stack.Estate.Exports.Import(evaluation, name.Value, at)
            : name.Unknown ?? Evaluation.Malformed(at, "Fn::ImportValue", "names nothing");
    }

    private static ResolvedValue Attribute(Evaluation evaluation, string logicalId, string attribute, Origin at) =>
        evaluation.Stack.FindDeclared(logicalId) is { } resource
            ? Existing(evaluation, resource, at, found => Attribute(evaluation, found, attribute, at))
            : Undeclared(evaluation, logicalId, at);

    private static ResolvedValue Attribute(Evaluation evaluation, ResolvedResource resource, string attribute, Origin at)
    {
        const string Outputs = "Outputs.";
        if (string.Equals(resource.Type, "AWS::CloudFormation::Stack", StringComparison.Ordinal)
            && attribute.StartsWith(Outputs, StringComparison.Ordinal))
        {
            return resource.Stack.FindNested(resource.LogicalId)?.Output(attribute[Outputs.Length..], evaluation, at)
                ?? evaluation.Missing(at, $"{resource}.{attribute}", $"the template of the nested stack {resource} is not among those given");
        }

        if (resource.Type.StartsWith("Custom::", StringComparison.Ordinal)
            || string.Equals(resource.Type, "AWS::CloudFormation::CustomResource", StringComparison.Ordinal))
        {
            return evaluation.Missing(at, $"{resource}.{attribute}", $"the custom resource {resource} gives {attribute} only at deployment");
        }

        if (ResourceAttributes.FindEcho(resource.Type, attribute) is { } property
            && resource.Read(property, evaluation) is not NoValue and var echoed)
        {
            return echoed;
        }

        var reference = new ReferenceValue(at, resource, attribute, []);
        var assumptions = evaluation.Stack.Estate.Options.Assumptions;
        return !assumptions.IsEmpty && assumptions.TryGetValue($"{resource}.{attribute}", out var assumed)
            ? new TextValue(at, assumed)
            : reference;
    }

    private static ResolvedValue Existing(
        Evaluation evaluation, ResolvedResource resource, Origin at, Func<ResolvedResource, ResolvedValue> found) =>
        Conditions.IsAbsent(resource, evaluation)
            ? new UnknownValue(at, $"{at} refers to {resource}, whose condition is false")
            : found(resource);

    private static UnknownValue Undeclared(Evaluation evaluation, string name, Origin at) =>
        new(at, $"{at} refers to '{name}', which {evaluation.Stack.TemplateName} does not declare");
}
