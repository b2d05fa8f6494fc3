namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Access logs of APIs, whatever their style.</summary>
internal static class ApiAccessLog
{
    /// <summary>An entry as JSON: no header, no body, no query.</summary>
    /// <param name="fields">The entry's fields, and the variables of API Gateway that they are.</param>
    public static string Format(IEnumerable<(string Name, string Variable)> fields) =>
        "{" + string.Join(',', fields.Select(field => $"\"{field.Name}\":\"$context.{field.Variable}\"")) + "}";
}
