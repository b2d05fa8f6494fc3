using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Synthesis;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The record that leads to the custom domain of an HTTP or WebSocket API.</summary>
internal static class ApiDomainRecord
{
    /// <summary>Makes the record where the domain has a zone.</summary>
    /// <param name="api">The API.</param>
    /// <param name="domain">Its name, if it has one.</param>
    /// <param name="resources">Its resources.</param>
    public static void AddTo(Construct api, ApiDomain? domain, EmittedBlueprint resources)
    {
        if (domain is not { Zone: { } zone })
        {
            return;
        }

        _ = new SimpleRecord(api, "Record", new SimpleRecordProps
        {
            Zone = zone,
            Name = domain.RecordName ?? domain.DomainName,
            Target = Alias.ApiGateway(resources.GetAtt(ApiV2Parts.DomainId, "RegionalDomainName"), resources.GetAtt(ApiV2Parts.DomainId, "RegionalHostedZoneId")),
        });
    }
}
