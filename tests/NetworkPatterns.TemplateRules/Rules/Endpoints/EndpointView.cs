using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Endpoints;

internal static class EndpointView
{
    /// <summary>The kind of an endpoint; CloudFormation's default is a gateway endpoint. An unknown kind is its canonical text.</summary>
    internal static string EndpointType(this Resource endpoint) =>
        endpoint["VpcEndpointType"].Exists ? endpoint["VpcEndpointType"].Key : "Gateway";

    /// <summary>The last part of an AWS service's name, such as <c>s3</c> or <c>ecr.api</c>; null for a service that is not of AWS.</summary>
    internal static string? AwsService(this Resource endpoint)
    {
        var name = endpoint["ServiceName"].Key;
        var parts = name.Split('.');
        return name.Contains("amazonaws.", StringComparison.Ordinal) && !name.Contains(".vpce.", StringComparison.Ordinal)
            ? string.Join('.', parts.Skip(Array.IndexOf(parts, "amazonaws") + 2))
            : null;
    }
}
