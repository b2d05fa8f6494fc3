namespace NetworkPatterns.Core.Diagnostics;

/// <content>OpenAPI documents, releases and client certificates of REST APIs: NP1750 to NP1779.</content>
public static partial class DiagnosticCatalogue
{
    /// <summary>A text is neither JSON nor YAML, or holds what a template cannot.</summary>
    public static Diagnostic OpenApiText => new("NP1750", "text of an OpenAPI document");

    /// <summary>A document is not one of OpenAPI 3.0, or is too large.</summary>
    public static Diagnostic OpenApiDocument => new("NP1751", "OpenAPI document that API Gateway does not take");

    /// <summary>API Gateway would leave out, or refuse, a part of a document.</summary>
    public static Diagnostic OpenApiUnsupported => new("NP1752", "part of an OpenAPI document that API Gateway does not support");

    /// <summary>Routes and operations are not the same, or both say what one of them says.</summary>
    public static Diagnostic OpenApiRoutes => new("NP1753", "routes and OpenAPI document that do not fit");

    /// <summary>A document asks for a caller whom the route does not ask for.</summary>
    public static Diagnostic OpenApiSecurity => new("NP1754", "route that is more open than its OpenAPI document");

    /// <summary>A canary without another deployment, or with a share that is none.</summary>
    public static Diagnostic ApiCanary => new("NP1755", "canary release of an API");

    /// <summary>A client certificate that no backend is shown, or generations that are none.</summary>
    public static Diagnostic ApiClientCertificate => new("NP1756", "client certificate of an API");

    /// <summary>An edge-optimized API with what goes with a regional one only.</summary>
    public static Diagnostic ApiEndpoint => new("NP1757", "endpoint of an API");

    /// <summary>An integration that API Gateway refuses, or that answers 500 by itself.</summary>
    public static Diagnostic ApiIntegration => new("NP1758", "integration of a route");

    /// <summary>An answer to an error of the API itself that API Gateway refuses, or that says too much.</summary>
    public static Diagnostic ApiGatewayResponse => new("NP1759", "gateway response of an API");

    /// <summary>A statement of a resource policy about callers that it never sees, or that are none.</summary>
    public static Diagnostic ApiPolicy => new("NP1770", "resource policy of an API");
}
