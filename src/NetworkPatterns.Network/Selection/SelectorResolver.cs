using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Selection;

/// <summary>Finds what a selector means: the ends of a question.</summary>
/// <remarks>
/// <c>internet</c>; a logical ID or construct path (<c>Stack/Id</c> where several templates have it), with or without
/// <c>resource:</c> before it; <c>subnet:ID</c>, <c>sg:ID</c>, <c>vpc:ID</c>; <c>tier:NAME</c> or <c>tier:Network/NAME</c>;
/// <c>tag:KEY=VALUE</c>; <c>type:AWS::EC2::Instance</c>; <c>cidr:RANGE</c> for a range outside. A tier of which nothing has its groups yet is asked about through the interfaces it is meant for too, one in each subnet.
/// </remarks>
public sealed class SelectorResolver
{
    /// <summary>The type that stands for every interface, whatever it belongs to.</summary>
    internal const string EveryInterface = "AWS::EC2::NetworkInterface";

    private readonly Estate _estate;
    private readonly ImmutableArray<NetworkInterface> _interfaces;
    private readonly ImmutableArray<NetworkInterface> _assumed;
    private readonly ImmutableArray<Tier> _tiers;
    private readonly ILookup<ComponentId, NetworkObject> _objects;

    /// <summary>A resolver for an estate and its model.</summary>
    public SelectorResolver(Estate estate, NetworkModel model, DeclaredGuarantees declared)
    {
        ArgumentNullException.ThrowIfNull(estate);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(declared);
        _estate = estate;
        _interfaces = [.. model.All<NetworkInterface>()];
        _tiers = Tiers.Of(declared, estate, model);
        _assumed = [.. _tiers.SelectMany(tier => AssumedInterfaces.Of(tier, model)).DistinctBy(item => item.Id)];
        _objects = model.Objects.ToLookup(part => part.Id with { Implied = "" });
        Model = model with { Objects = model.Objects.AddRange(_assumed) };
    }

    /// <summary>The model that questions are to be asked of: with the interfaces that empty tiers are meant for.</summary>
    public NetworkModel Model { get; }

    /// <summary>What a selector means; null, with the problem in the list, where it means nothing.</summary>
    public EndpointSelector? Resolve(string text, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        return text.Split(':', 2) is [var kind, var value] && kind is "subnet" or "sg" or "vpc" or "tier" or "tag" or "cidr" or "resource" or "type"
            ? ResolveKind(kind, value, text, problems)
            : text == "internet" ? EndpointSelector.TheInternet : ResolveName(text, text, problems);
    }

    /// <summary>The parts of the model that a name or type stands for, interfaces or not; none where it stands for nothing.</summary>
    public ImmutableArray<ComponentId> FindParts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = text.Split(':', 2) switch
        {
            ["type", var type] => _estate.OfType(type),
            ["resource" or "subnet" or "sg" or "vpc", var name] => Find(name),
            _ => Find(text),
        };
        return [.. found.Select(resource => ResourceNames.IdOf(resource, _estate)).Distinct()];
    }

    /// <summary>The resources that a name or type stands for, whether the network has a part for them or not.</summary>
    internal ImmutableArray<ComponentId> FindResources(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = text.Split(':', 2) switch
        {
            ["type", var type] => _estate.OfType(type),
            ["resource", var name] => Named(name),
            _ => Named(text),
        };
        return [.. found.Select(resource => ResourceNames.IdOf(resource, _estate)).Distinct()];

        IEnumerable<ResolvedResource> Named(string name) =>
            Find(name).Concat(_estate.Resources.Where(resource => resource.ConstructPath?.StartsWith(name + "/", StringComparison.Ordinal) == true));
    }

    private EndpointSelector? ResolveKind(string kind, string value, string text, ProblemList problems) => kind switch
    {
        "cidr" => ResolveRange(value, text, problems),
        "tag" => ResolveTag(value, text, problems),
        "tier" => ResolveTier(value, text, problems),
        "type" => ResolveType(value, text, problems),
        "resource" => ResolveName(value, text, problems),
        _ => ResolveName(value, text, problems, kind switch
        {
            "subnet" => "AWS::EC2::Subnet",
            "sg" => "AWS::EC2::SecurityGroup",
            _ => "AWS::EC2::VPC",
        }),
    };

    private static EndpointSelector.Outside? ResolveRange(string value, string text, ProblemList problems)
    {
        if (Cidr.TryParse(value, out var range, out var error))
        {
            return new(range);
        }

        problems.Add(DiagnosticCatalogue.MalformedSelector.At(
            text, $"'{value}' is not a CIDR block", error == CidrError.HostBitsSet ? $"write cidr:{range}" : "write an address, a slash and a prefix length: cidr:10.1.0.0/16"));
        return null;
    }

    private EndpointSelector.Interfaces? ResolveType(string type, string text, ProblemList problems)
    {
        if (type == EveryInterface)
        {
            return Interfaces(_interfaces, text, problems);
        }

        var ids = _estate.OfType(type).Select(resource => ResourceNames.IdOf(resource, _estate)).ToHashSet();
        if (ids.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.UnknownSelector.At(
                text, $"the templates have no {type}", NearestNames.Advice(type, _estate.Resources.Select(resource => resource.Type))));
            return null;
        }

        return Interfaces(_interfaces.Where(item => IsPartOf(item, ids)), text, problems);
    }

    private EndpointSelector.Interfaces? ResolveTag(string value, string text, ProblemList problems)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            problems.Add(DiagnosticCatalogue.MalformedSelector.At(text, "a tag has a key and a value", "write tag:KEY=VALUE"));
            return null;
        }

        var tagged = _objects
            .SelectMany(group => group)
            .Select(part => part.Component)
            .Where(component => component.Tags.TryGetValue(value[..equals], out var found) && found == value[(equals + 1)..])
            .Select(component => component.Id)
            .ToHashSet();
        if (tagged.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.UnknownSelector.At(text, "nothing has this tag", "check key and value; both are compared exactly"));
            return null;
        }

        return Interfaces(_interfaces.Where(item => IsPartOf(item, tagged)), text, problems);
    }

    private EndpointSelector.Interfaces? ResolveTier(string value, string text, ProblemList problems)
    {
        var named = _tiers.Where(tier => tier.Name.Tier == value || $"{tier.Name.Network}/{tier.Name.Tier}" == value).ToList();
        if (named.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.UnknownSelector.At(
                text, $"no tier is called '{value}'", NearestNames.Advice(value, _tiers.Select(tier => tier.Name.Tier))));
            return null;
        }

        return Interfaces(named.SelectMany(InterfacesOf), text, problems);
    }

    // What only stands in a tier's subnets (a NAT instance) does not speak for those that will have its groups.
    private IEnumerable<NetworkInterface> InterfacesOf(Tier tier)
    {
        var members = tier.Members.ToHashSet();
        var present = _interfaces.Where(item => IsPartOf(item, members)).ToList();
        var isServed = present.Exists(item => item.Groups.Any(group => group.IsKnown && members.Contains(group.Value)));
        return isServed ? present : present.Concat(_assumed.Where(item => AssumedInterfaces.IsOf(item, tier)));
    }

    private EndpointSelector? ResolveName(string name, string text, ProblemList problems, string? type = null)
    {
        var found = Find(name).Where(resource => type is null || resource.Type == type).ToList();
        if (found.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.UnknownSelector.At(
                text, $"the templates have no {type ?? "resource"} '{name}'", NearestNames.Advice(name, Candidates(type))));
            return null;
        }

        // A construct path may stand for all that a construct made; a logical ID in several stacks may not.
        if (found.Count > 1 && found.Select(resource => resource.Stack.Name).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            problems.Add(DiagnosticCatalogue.AmbiguousSelector.At(
                text,
                $"'{name}' is a resource of {found.Count} stacks",
                $"write one of {string.Join(", ", found.Select(resource => $"{resource.Stack.Name}/{resource.LogicalId}").Order(StringComparer.Ordinal))}"));
            return null;
        }

        var ids = found.Select(resource => ResourceNames.IdOf(resource, _estate)).ToHashSet();
        var service = ids.SelectMany(id => _objects[id]).FirstOrDefault(part => part is GatewayEndpoint or LatticeService or VpcLink);
        return service is not null
            ? new EndpointSelector.Service(service.Id)
            : Interfaces(_interfaces.Where(item => IsPartOf(item, ids)), text, problems);
    }

    private IEnumerable<ResolvedResource> Find(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && _estate.Find(name[..slash], name[(slash + 1)..]) is { } qualified)
        {
            return [qualified];
        }

        var byId = _estate.FindByLogicalId(name).ToList();
        var byPath = byId.Count > 0 ? byId : [.. _estate.FindByConstructPath(name)];
        return byPath.Count > 0
            ? byPath
            : _estate.Resources.Where(resource => resource.ConstructPath?.StartsWith(name + "/", StringComparison.Ordinal) == true
                && _objects.Contains(ResourceNames.IdOf(resource, _estate)));
    }

    private IEnumerable<string> Candidates(string? type) => _estate.Resources
        .Where(resource => type is null ? _objects.Contains(ResourceNames.IdOf(resource, _estate)) : resource.Type == type)
        .SelectMany(resource => new[] { resource.LogicalId, resource.ConstructPath }.OfType<string>());

    private static EndpointSelector.Interfaces? Interfaces(IEnumerable<NetworkInterface> interfaces, string text, ProblemList problems)
    {
        ImmutableArray<ComponentId> ids = [.. interfaces.Select(item => item.Id).Distinct().Order()];
        if (!ids.IsEmpty)
        {
            return new(ids);
        }

        problems.Add(DiagnosticCatalogue.SelectorWithoutInterfaces.At(
            text, "nothing here has a network interface", "name something that has one: an instance, function, database, load balancer, endpoint, or a tier"));
        return null;
    }

    /// <summary>Whether an interface is one of some parts, belongs to one, or stands in one (subnet, VPC) or has it (group).</summary>
    private bool IsPartOf(NetworkInterface item, HashSet<ComponentId> parts) =>
        parts.Contains(item.Id)
        || parts.Contains(item.Owner.Id)
        || item.Groups.Any(group => group.IsKnown && parts.Contains(group.Value))
        || (item.Subnet.IsKnown && (parts.Contains(item.Subnet.Value) || _objects[item.Subnet.Value].OfType<Subnet>().Any(subnet => parts.Contains(subnet.Vpc))));
}
