using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reading;

/// <summary>Client VPN endpoints: associated subnets, authorized ranges and routes.</summary>
internal static class ClientVpnReader
{
    public static void Read(ReadingContext context)
    {
        var associations = context.Children("AWS::EC2::ClientVpnTargetNetworkAssociation", "ClientVpnEndpointId", ResourceKind.ClientVpnEndpoint);
        var rules = context.Children("AWS::EC2::ClientVpnAuthorizationRule", "ClientVpnEndpointId", ResourceKind.ClientVpnEndpoint);
        var routes = context.Children("AWS::EC2::ClientVpnRoute", "ClientVpnEndpointId", ResourceKind.ClientVpnEndpoint);
        foreach (var resource in context.OfType("AWS::EC2::ClientVpnEndpoint"))
        {
            var view = context.View(resource);
            context.Add(new ClientVpnEndpoint(context.ComponentOf(resource))
            {
                ClientCidr = view.Cidr("ClientCidrBlock") ?? view.Unknown("ClientCidrBlock is missing"),
                Groups = view.References("SecurityGroupIds", ResourceKind.SecurityGroup),
                Subnets = [.. associations[view.Owner].SelectMany(each => context.View(each).References("SubnetId", ResourceKind.Subnet))],
                AuthorizedRanges = [.. rules[view.Owner].Select(each => context.View(each).Cidr("TargetNetworkCidr") ?? view.Unknown("a rule has no range"))],
                Routes = [.. routes[view.Owner].Select(each => context.View(each).Cidr("DestinationCidrBlock") ?? view.Unknown("a route has no range"))],
            });
        }
    }
}
