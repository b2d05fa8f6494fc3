namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Certificates that API Gateway makes and shows to HTTP backends, so that they know who asks.</summary>
/// <remarks>
/// Each is valid for a year. There are two, and the stage shows one: teach the backends the idle one, change <paramref name="Active"/>, and raise the generation
/// of the other when nobody trusts it any more. A backend gets the public part with <c>aws apigateway get-client-certificate</c>.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html</para>
/// </remarks>
/// <param name="Active">The certificate that backends see. Default: blue.</param>
/// <param name="BlueGeneration">Raised by one, it makes a new blue certificate. Default: 1.</param>
/// <param name="GreenGeneration">Raised by one, it makes a new green certificate. Default: 1.</param>
public sealed record ApiClientCertificate(OriginSecret Active = OriginSecret.Blue, int BlueGeneration = 1, int GreenGeneration = 1)
{
    // A generation is part of the ID: a certificate has nothing else that replaces it.
    internal string ActiveId => Active == OriginSecret.Blue ? BlueId : GreenId;

    internal string BlueId => FormattableString.Invariant($"ClientCertificateBlue{BlueGeneration}");

    internal string GreenId => FormattableString.Invariant($"ClientCertificateGreen{GreenGeneration}");
}
