using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Network.Tests.Scenarios;

/// <summary>A folder with templates, flows with their expected answers, and a README that links the page of AWS it reproduces.</summary>
internal sealed class Scenario
{
    private readonly ReachabilityAnalyzer analyzer;

    private Scenario(string folder, NetworkModel model, ImmutableArray<ScenarioFlow> flows) =>
        (Folder, Model, Flows, analyzer) = (folder, model, flows, new ReachabilityAnalyzer(model));

    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public string Folder { get; }

    public NetworkModel Model { get; }

    public ImmutableArray<ScenarioFlow> Flows { get; }

    public static Scenario Read(string name)
    {
        var folder = Path.Combine(Root, name);
        var flows = ScenarioFlow.Read(File.ReadAllText(Path.Combine(folder, "flows.json")));
        var estate = Estate.Read(
            Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
                .Select(path => new TemplateSource(Path.GetFileName(path), File.ReadAllBytes(path))));
        estate.Problems.ShouldBeEmpty();
        return new Scenario(folder, NetworkModelReader.Read(estate).Model, flows);
    }

    public ReachabilityAnswer Answer(ScenarioFlow flow) => analyzer.Answer(new ReachabilityQuery(
        End(flow.From),
        End(flow.To),
        Enum.Parse<QueryProtocol>(flow.Protocol, ignoreCase: true),
        flow.Port is { } port ? new PortRange(port, port) : null,
        flow.IpVersion is { } version ? (IpVersion)version : null));

    // A service without interfaces, or the interfaces of this name or of the owner of this name.
    private EndpointSelector End(string name)
    {
        if (name == "internet")
        {
            return EndpointSelector.TheInternet;
        }

        if (name.StartsWith("cidr:", StringComparison.Ordinal))
        {
            return new EndpointSelector.Outside(Cidr.Parse(name["cidr:".Length..]));
        }

        ImmutableArray<ComponentId> interfaces =
            [.. Model.All<NetworkInterface>().Where(part => part.Id.ToString() == name || part.Owner.Id.ToString() == name).Select(part => part.Id)];
        return !interfaces.IsEmpty
            ? new EndpointSelector.Interfaces(interfaces)
            : new EndpointSelector.Service(Model.Objects.Where(part => part.Id.ToString() == name).ShouldHaveSingleItem($"{Folder} has no {name}").Id);
    }
}
