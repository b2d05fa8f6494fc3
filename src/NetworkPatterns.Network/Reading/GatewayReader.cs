using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Internet, egress-only, NAT and virtual private gateways.</summary>
internal sealed class GatewayReader(ReadingContext context, GatewayAttachments attachments)
{
    public void Read()
    {
        foreach (var resource in context.OfType("AWS::EC2::InternetGateway"))
        {
            var component = context.ComponentOf(resource);
            Add(vpc => new InternetGateway(component, vpc), component.Id);
        }

        foreach (var resource in context.OfType("AWS::EC2::VPNGateway"))
        {
            var component = context.ComponentOf(resource);
            Add(vpc => new VpnGateway(component, vpc), component.Id);
        }

        foreach (var resource in context.OfType("AWS::EC2::EgressOnlyInternetGateway"))
        {
            if (context.View(resource).Reference("VpcId", ResourceKind.Vpc) is { IsKnown: true } vpc)
            {
                context.Add(new EgressOnlyInternetGateway(context.ComponentOf(resource), vpc.Value));
            }
        }

        foreach (var resource in context.OfType("AWS::EC2::NatGateway"))
        {
            context.Add(ReadNat(resource));
        }
    }

    // One that may be attached to several VPCs is in the model once for each.
    private void Add(Func<ComponentId?, NetworkObject> make, ComponentId id)
    {
        var vpcs = attachments.VpcsOf(id);
        foreach (var vpc in vpcs.IsEmpty ? [null] : vpcs.Cast<ComponentId?>())
        {
            context.Add(make(vpc));
        }
    }

    private NatGateway ReadNat(ResolvedResource resource)
    {
        var view = context.View(resource);
        var gateway = new NatGateway(context.ComponentOf(resource))
        {
            IsPrivate = view.Is("ConnectivityType", "private", otherwise: false),
            Address = Address(view.Text("PrivateIpAddress")),
        };
        var isRegional = view.Is("AvailabilityMode", "regional", otherwise: false);
        if (isRegional.Or(false))
        {
            var vpc = view.Reference("VpcId", ResourceKind.Vpc);
            return vpc is { IsKnown: true } known
                ? gateway with { Vpc = known.Value, Zones = Zones(view) }
                : gateway with { Subnet = vpc?.Unknown ?? view.Unknown("VpcId is missing") };
        }

        return gateway with
        {
            Subnet = isRegional.Unknown ?? view.Reference("SubnetId", ResourceKind.Subnet) ?? view.Unknown("SubnetId is missing"),
        };
    }

    // Without zones of its own AWS follows the zones in use.
    private static ImmutableArray<string>? Zones(View view)
    {
        var items = view.Items("AvailabilityZoneAddresses").ToList();
        var zones = items.Select(item => item.Item?.Text("AvailabilityZone") ?? item.Item?.Text("AvailabilityZoneId")).ToList();
        return items.Count == 0 || zones.Any(zone => zone is not { IsKnown: true }) ? null : [.. zones.Select(zone => zone!.Value.Value)];
    }

    internal static InterfaceAddress Address(Maybe<string>? text) => text switch
    {
        null => InterfaceAddress.AnyIPv4,
        { IsKnown: true } known when IPAddress.TryParse(known.Value, out _) => InterfaceAddress.At(known.Value),
        { IsKnown: true } known => InterfaceAddress.AnyIPv4 with
        {
            FixedUnknown = new UnknownValue(new ComponentId("", "address"), $"'{known.Value}' is not an address"),
        },
        { } unknown => InterfaceAddress.AnyIPv4 with { FixedUnknown = unknown.Unknown },
    };
}
