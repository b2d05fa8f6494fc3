using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using FirewallEndpoint = NetworkPatterns.Network.Model.FirewallEndpoint;
using NamedEndpoint = NetworkPatterns.Templates.Values.FirewallEndpoint;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>The endpoints of AWS Network Firewall, and the expressions that templates name them by.</summary>
internal sealed class FirewallEndpoints
{
    private const string FirewallType = "AWS::NetworkFirewall::Firewall";
    private const string AssociationType = "AWS::NetworkFirewall::VpcEndpointAssociation";

    private readonly ReadingContext context;
    private readonly Dictionary<ComponentId, ImmutableArray<FirewallEndpoint>> byFirewall = [];
    private readonly ILookup<ComponentId, ResolvedResource> associations;

    public FirewallEndpoints(ReadingContext context)
    {
        this.context = context;
        associations = context.Children(AssociationType, "FirewallArn", ResourceKind.Firewall);
        foreach (var resource in context.OfType(FirewallType))
        {
            var view = context.View(resource);
            var component = context.ComponentOf(resource);
            byFirewall[view.Owner] =
            [
                .. view.Items("SubnetMappings").Select((mapping, index) => new FirewallEndpoint(
                    component.Implies($"Endpoint{index + 1}", FirewallType),
                    mapping.Doubt ?? mapping.Item?.Reference("SubnetId", ResourceKind.Subnet) ?? view.Unknown("a subnet mapping has no SubnetId"))),
            ];
        }
    }

    /// <summary>The endpoints of a firewall: its own, then those of associations.</summary>
    public ImmutableArray<FirewallEndpoint> Of(ComponentId firewall) =>
    [
        .. byFirewall.GetValueOrDefault(firewall, []),
        .. associations[firewall].Select(ReadAssociation),
    ];

    /// <summary>The endpoint that an expression names; null where it is about something else.</summary>
    public Maybe<ComponentId>? Find(ResolvedValue value) => Pointer.Of(value) switch
    {
        Pointer.Declared { Resource.Type: FirewallType, Attribute: "EndpointIds" } declared when value is ReferenceValue reference =>
            OfFirewall(declared, reference),
        Pointer.Declared { Resource.Type: AssociationType, Attribute: "EndpointId", IsWhole: true } declared => context.IdOf(declared.Resource),
        _ => default(Maybe<ComponentId>?),
    };

    private Maybe<ComponentId> OfFirewall(Pointer.Declared declared, ReferenceValue reference)
    {
        var firewall = context.IdOf(declared.Resource);
        var endpoints = byFirewall[firewall];
        return NamedEndpoint.Find(reference) switch
        {
            { Index: { } index } => ByIndex(declared.Resource, endpoints, index, reference),
            { Zone: { } zone } => ByZone(firewall, endpoints, zone),
            _ => new UnknownValue(firewall, $"which endpoint '{declared}' is"),
        };
    }

    private Maybe<ComponentId> ByIndex(ResolvedResource firewall, ImmutableArray<FirewallEndpoint> endpoints, int index, ResolvedValue value)
    {
        if (index >= endpoints.Length)
        {
            return new UnknownValue(context.IdOf(firewall), $"{value} is past its {endpoints.Length} subnet mappings");
        }

        if (endpoints.Length > 1)
        {
            context.Problems.Add(DiagnosticCatalogue.EndpointOrder.At(
                $"{firewall}: EndpointIds",
                $"endpoint {index} is taken to be in the subnet of mapping {index}, but AWS lists endpoints in no particular order",
                "pick the endpoint by its zone: split the joined list at '<zone>:'"));
        }

        return endpoints[index].Id;
    }

    private Maybe<ComponentId> ByZone(ComponentId firewall, ImmutableArray<FirewallEndpoint> endpoints, string zone)
    {
        var subnets = context.OfType("AWS::EC2::Subnet").Where(subnet => subnet["AvailabilityZone"].AsText().TryGet(out var name) && name == zone)
            .Select(context.IdOf).ToHashSet();
        var found = endpoints.Where(endpoint => endpoint.Subnet.IsKnown && subnets.Contains(endpoint.Subnet.Value)).ToList();
        return found is [var only] ? only.Id : new UnknownValue(firewall, $"which endpoint is in {zone}");
    }

    private FirewallEndpoint ReadAssociation(ResolvedResource resource)
    {
        var view = context.View(resource);
        var mapping = view.Inner("SubnetMapping");
        return new FirewallEndpoint(
            context.ComponentOf(resource),
            mapping is { IsKnown: true } known
                ? known.Value.Reference("SubnetId", ResourceKind.Subnet) ?? view.Unknown("the subnet mapping has no SubnetId")
                : mapping?.Unknown ?? view.Unknown("SubnetMapping is missing"));
    }
}
