namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>
/// What the API behind a front door is to be: <see cref="RegionalRestApiProps"/>, <see cref="RegionalHttpApiProps"/> or
/// <see cref="RegionalWebSocketApiProps"/>, and nothing else.
/// </summary>
public interface IFrontDoorApi
{
    /// <summary>How the API knows CloudFront.</summary>
    OriginLock Lock { get; }

    /// <summary>The name under which it is reached: the front door's own, so none.</summary>
    ApiDomain? Domain { get; }

    /// <summary>The kind of API.</summary>
    internal ApiStyle Style { get; }

    /// <summary>The routes whose callers sign their requests with IAM credentials.</summary>
    internal IEnumerable<string> SignedRoutes { get; }
}
