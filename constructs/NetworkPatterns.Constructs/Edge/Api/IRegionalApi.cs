using Amazon.CDK;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>An API of one Region, whatever its style: <see cref="RegionalRestApi"/>, <see cref="RegionalHttpApi"/> or <see cref="RegionalWebSocketApi"/>.</summary>
public interface IRegionalApi
{
    /// <summary>The API's ID, as a token.</summary>
    string ApiId { get; }

    /// <summary>The stage's name, as a token that waits for the stage.</summary>
    string StageName { get; }

    /// <summary>The name of the log group of access logs, as a token.</summary>
    string LogGroupName { get; }

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>Stage</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    CfnResource GetResource(string id);
}
