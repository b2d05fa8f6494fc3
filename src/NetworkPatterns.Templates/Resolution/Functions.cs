using System.Runtime.InteropServices;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>Recognises a function call, an object whose only key is <c>Ref</c> or <c>Fn::...</c>, and resolves it.</summary>
internal static class Functions
{
    /// <summary>The value of a call; null where the object is not a call.</summary>
    public static ResolvedValue? TryCall(Evaluation evaluation, JsonElement element, Origin at)
    {
        if (element.GetPropertyCount() != 1)
        {
            return null;
        }

        var call = First(element);
        var name = JsonMarshal.GetRawUtf8PropertyName(call);
        return name.SequenceEqual("Ref"u8) ? References.Ref(evaluation, call.Value, at)
            : name.StartsWith("Fn::"u8) && !name.StartsWith("Fn::ForEach::"u8) ? Call(evaluation, call.Name, call.Value, at)
            : null;
    }

    /// <summary>The only entry of an object that has one.</summary>
    public static JsonProperty First(JsonElement element)
    {
        using var entries = element.EnumerateObject();
        entries.MoveNext();
        return entries.Current;
    }

    private static ResolvedValue Call(Evaluation evaluation, string name, JsonElement argument, Origin at) => name switch
    {
        "Fn::GetAtt" => References.GetAtt(evaluation, argument, at),
        "Fn::ImportValue" => References.ImportValue(evaluation, argument, at),
        "Fn::Sub" => Substitution.Sub(evaluation, argument, at),
        "Fn::Join" => TextFunctions.Join(evaluation, argument, at),
        "Fn::Split" => TextFunctions.Split(evaluation, argument, at),
        "Fn::Base64" => TextFunctions.Base64(evaluation, argument, at),
        "Fn::Select" => ListFunctions.Select(evaluation, argument, at),
        "Fn::Length" => ListFunctions.Length(evaluation, argument, at),
        "Fn::GetAZs" => ZoneFunctions.GetAZs(evaluation, argument, at),
        "Fn::Cidr" => CidrFunction.Cidr(evaluation, argument, at),
        "Fn::FindInMap" => MappingFunction.FindInMap(evaluation, argument, at),
        "Fn::If" => Conditions.If(evaluation, argument, at),
        "Fn::ToJsonString" => JsonText.ToJsonString(evaluation, argument, at),
        "Fn::Transform" => new UnknownValue(at, $"a macro or include at {at} runs only at deployment"),
        "Fn::And" or "Fn::Equals" or "Fn::Not" or "Fn::Or" =>
            Evaluation.Malformed(at, name, "stands outside the Conditions section"),
        _ => new UnknownValue(at, $"{name} at {at} is not a function that is modelled"),
    };
}
