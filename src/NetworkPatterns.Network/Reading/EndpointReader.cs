using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>VPC endpoints of every type, endpoint services, and VPC links of REST APIs.</summary>
internal sealed class EndpointReader(ReadingContext context, InterfaceFactory interfaces)
{
    private readonly HashSet<ComponentId> serviceLists = [];

    public void Read()
    {
        foreach (var resource in context.OfType("AWS::EC2::VPCEndpoint"))
        {
            Read(resource);
        }

        foreach (var resource in context.OfType("AWS::EC2::VPCEndpointService"))
        {
            var view = context.View(resource);
            context.Add(new EndpointService(context.ComponentOf(resource))
            {
                LoadBalancers =
                [
                    .. view.References("NetworkLoadBalancerArns", ResourceKind.LoadBalancer),
                    .. view.References("GatewayLoadBalancerArns", ResourceKind.LoadBalancer),
                ],
            });
        }

        foreach (var resource in context.OfType("AWS::ApiGateway::VpcLink"))
        {
            context.Add(new VpcLink(context.ComponentOf(resource))
            {
                LoadBalancers = context.View(resource).References("TargetArns", ResourceKind.LoadBalancer),
            });
        }
    }

    private void Read(ResolvedResource resource)
    {
        var view = context.View(resource);
        var type = view.Text("VpcEndpointType") ?? "Gateway";
        var vpc = view.Reference("VpcId", ResourceKind.Vpc) ?? view.Unknown("VpcId is missing");
        if (!type.IsKnown || !vpc.IsKnown)
        {
            context.NotModelled(resource, $"its type or VPC is not known: {(type.Unknown ?? vpc.Unknown)!.Reason}", "give the missing value");
            return;
        }

        switch (type.Value)
        {
            case "Gateway":
                ReadGateway(resource, view, vpc.Value);
                break;
            case "Interface":
                context.Add(new InterfaceEndpoint(context.ComponentOf(resource), vpc.Value, Service(view)));
                AddInterfaces(resource, view);
                break;
            case "GatewayLoadBalancer":
                var subnets = view.References("SubnetIds", ResourceKind.Subnet);
                context.Add(new GatewayLoadBalancerEndpoint(
                    context.ComponentOf(resource), vpc.Value, subnets is [var only] ? only : view.Unknown("it is not in exactly one subnet"))
                {
                    Service = Service(view),
                });
                break;
            default:
                // VPC Lattice resources and service networks: their interfaces are there, what answers behind them is not known.
                context.NotModelled(resource, $"a VPC endpoint of type {type.Value}", "its interfaces are read; what is behind them is not");
                context.Add(new InterfaceEndpoint(context.ComponentOf(resource), vpc.Value, view.Owner.Implies("Service")));
                AddInterfaces(resource, view);
                break;
        }
    }

    private void ReadGateway(ResolvedResource resource, View view, ComponentId vpc)
    {
        var service = view.Text("ServiceName");
        var list = new ComponentId("", service is { IsKnown: true } known ? known.Value : $"{view.Owner}.Service");
        if (serviceLists.Add(list))
        {
            // AWS manages the list of a service's addresses: nothing but the endpoint's route is known of it.
            context.Add(new PrefixList(new Component(list, "AWS-managed prefix list"))
            {
                IsGatewayService = true,
                Entries = new UnknownValue(list, "AWS manages this prefix list"),
            });
        }

        context.Add(new GatewayEndpoint(context.ComponentOf(resource), vpc, list)
        {
            RouteTables = context.DoubtOf(resource) is { } doubt ? [doubt] : view.References("RouteTableIds", ResourceKind.RouteTable),
        });
    }

    private void AddInterfaces(ResolvedResource resource, View view)
    {
        var addressType = view.Text("IpAddressType") ?? "ipv4";
        var addresses = ImmutableArray.CreateBuilder<InterfaceAddress>();
        if (!addressType.IsKnown || addressType.Value is not "ipv6")
        {
            addresses.Add(InterfaceAddress.AnyIPv4 with { Doubt = addressType.Unknown });
        }

        if (!addressType.IsKnown || addressType.Value is "ipv6" or "dualstack")
        {
            addresses.Add(InterfaceAddress.AnyIPv6 with { Doubt = addressType.Unknown });
        }

        interfaces.Add(resource, new InterfaceTemplate(InterfaceKind.InterfaceEndpoint, view.References("SubnetIds", ResourceKind.Subnet))
        {
            Groups = view.References("SecurityGroupIds", ResourceKind.SecurityGroup),
            Addresses = _ => addresses.ToImmutable(),
            CanInitiate = false,
            IsImplied = true,
        });
    }

    // com.amazonaws.vpce.REGION.SERVICE-ID: the ID is a reference where the service is in the estate.
    private ComponentId? Service(View view)
    {
        var value = view["ServiceName"];
        var reference = value switch
        {
            CompositeValue composite => composite.References.FirstOrDefault(),
            ReferenceValue direct => direct,
            _ => null,
        };
        if (reference is not null && ResourceKind.EndpointService.Types.Contains(reference.Resource.Type))
        {
            return context.IdOf(reference.Resource);
        }

        // A name that is not known may be that of any service: the engine finds nothing under it, and says so.
        return value.AsText().Unknown is not null ? view.Owner.Implies("Service") : null;
    }
}
