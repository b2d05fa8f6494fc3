using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What has to hold for the names that pass between the stacks of a front door.</summary>
internal static class FrontDoorNameRules
{
    /// <summary>Checks names, the zone they are in, and Regions.</summary>
    /// <param name="domainName">The name that clients ask for.</param>
    /// <param name="originName">The name by which the distribution finds the origin.</param>
    /// <param name="zone">The zone's name and ID.</param>
    /// <param name="regions">The Regions of the origin.</param>
    /// <param name="context">Where the front door stands.</param>
    /// <param name="problems">What is found.</param>
    public static void Check(
        string domainName, string originName, (string Name, string Id) zone, IEnumerable<string> regions, PatternContext context, ProblemList problems)
    {
        foreach (var (property, name) in new[] { (nameof(ApiFrontDoorProps.DomainName), domainName), (nameof(ApiFrontDoorProps.OriginName), originName) })
        {
            if (!DnsName.TryParse(name, out var parsed))
            {
                problems.Add(DiagnosticCatalogue.NotADnsName.At(context.At(property), $"'{name}' is not a DNS name", "write it like api.example.com"));
            }
            else if (!DnsName.IsIn(parsed, zone.Name))
            {
                problems.Add(DiagnosticCatalogue.NameOutsideZone.At(context.At(property), $"'{name}' is not in the zone {zone.Name}", "name the zone that it is in"));
            }
        }

        if (originName == domainName)
        {
            problems.Add(DiagnosticCatalogue.FrontDoorNames.At(
                context.At(nameof(ApiFrontDoorProps.OriginName)),
                $"the distribution would ask itself under '{originName}'",
                "give the origin a name of its own; KeepsName lets it answer to the clients' name"));
        }

        foreach (var region in regions.Where(region => !RegionCode.IsValid(region)))
        {
            problems.Add(DiagnosticCatalogue.NotARegion.At(context.At(nameof(ApiFrontDoorProps.Region)), $"'{region}' is not the code of a Region", "write it like eu-west-1"));
        }

        if (context.IsToken(zone.Id))
        {
            problems.Add(DiagnosticCatalogue.FrontDoorNames.At(
                context.At(nameof(ApiFrontDoorProps.HostedZoneId)), "the zone's ID is a token, and two Regions need it", "give the ID as a literal"));
        }
    }
}
