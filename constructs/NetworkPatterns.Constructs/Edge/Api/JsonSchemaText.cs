using System.Diagnostics.CodeAnalysis;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Reads a JSON schema that a user gives as text into the values of a template.</summary>
internal static class JsonSchemaText
{
    /// <summary>Reads an object. Templates hold no null, so none can be in it.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Value? value)
    {
        try
        {
            value = JsonValues.Read(text, nameof(ApiModel));
            return true;
        }
        catch (PlanException)
        {
            value = null;
            return false;
        }
    }
}
