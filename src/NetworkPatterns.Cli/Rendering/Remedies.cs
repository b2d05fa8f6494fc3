using System.Collections.Frozen;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>What would open what blocks: one sentence for each explanation code.</summary>
internal static class Remedies
{
    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ExplanationCode.SecurityGroupRules] = "add a rule for this traffic to the group",
        [ExplanationCode.SecurityGroupHasNoRules] = "give the group its first rule for this traffic",
        [ExplanationCode.ReferencesNotPreserved] = "name the sender's range in the rule instead of its group",
        [ExplanationCode.ReferencingSupport] = "turn on security group referencing at the gateway and the attachment, or name the sender's range",
        [ExplanationCode.NetworkAcl] = "add an entry that allows it, before the one that denies it; answers need one for ports 1024-65535",
        [ExplanationCode.ClassicNetworkAcl] = "let the load balancer's subnet send to its targets",
        [ExplanationCode.NoRoute] = "add the route",
        [ExplanationCode.MoreSpecificRoute] = "remove the longer route, or write one that is longer still",
        [ExplanationCode.HigherPriorityRoute] = "remove the route of the same prefix, or write a longer one",
        [ExplanationCode.CannotRoute] = "add a route for this destination beside it",
        [ExplanationCode.BadStateRoute] = "let the route lead to something that exists and is attached or accepted",
        [ExplanationCode.SourceDestCheck] = "turn the source/destination check of the interface off",
        [ExplanationCode.NoPublicAddressEgress] = "give the interface a public address, or route by a NAT gateway",
        [ExplanationCode.NoPublicAddressIngress] = "give the interface a public address, or put a load balancer in front of it",
        [ExplanationCode.PrivateDestination] = "reach private addresses by a peering connection, Transit Gateway or VPN",
        [ExplanationCode.TrafficRedirection] = "route what leaves the subnet through the same middlebox",
        [ExplanationCode.IngressApplianceAddress] = "give the appliance a public address",
        [ExplanationCode.BlockPublicAccess] = "exclude the VPC or the subnet from VPC Block Public Access",
        [ExplanationCode.NatSourceNotInVpc] = "use a NAT gateway of the sender's own VPC",
        [ExplanationCode.RegionalNatZone] = "give the NAT gateway an address in this zone",
        [ExplanationCode.Protocol] = "use a protocol that it takes",
        [ExplanationCode.GatewayEndpointProtocol] = "use TCP",
        [ExplanationCode.EndpointInitiates] = "let the other side open the conversation",
        [ExplanationCode.EndpointServiceZone] = "put a load balancer of the service into this zone, or the endpoint into another",
        [ExplanationCode.PeeringAddress] = "connect the two ends directly, or over a Transit Gateway",
        [ExplanationCode.VpnGatewayEgress] = "connect by a Transit Gateway, which carries on what it gets",
        [ExplanationCode.TransitGatewayZone] = "attach a subnet of this zone",
        [ExplanationCode.TransitGatewayAssociation] = "associate the attachment with a route table",
        [ExplanationCode.TransitGatewayIpv6] = "turn on Ipv6Support of the attachment",
        [ExplanationCode.TransitGatewayNoRoute] = "add the route, or propagate the attachment to the table",
        [ExplanationCode.TransitGatewayMoreSpecificRoute] = "remove the longer route, or write one that is longer still",
        [ExplanationCode.TransitGatewayHigherPriorityRoute] = "remove the static route of the same prefix, or write a longer one",
        [ExplanationCode.TransitGatewayCannotRoute] = "add a route for this destination beside it",
        [ExplanationCode.TransitGatewayBlackhole] = "let the route lead to an attachment that is accepted",
        [ExplanationCode.Firewall] = "add a rule that passes it, before the one that drops it",
        [ExplanationCode.Listener] = "add a listener for this protocol and port",
        [ExplanationCode.TargetAddress] = "register the target",
        [ExplanationCode.TargetPort] = "register the target with this port",
        [ExplanationCode.TargetZone] = "enable the target's zone, or cross-zone load balancing",
        [ExplanationCode.NoDestination] = "let something listen for this traffic",
        [ExplanationCode.DisconnectedVpcs] = "connect the VPCs: peering connection, Transit Gateway or PrivateLink",
        [ExplanationCode.NoPath] = "attach a gateway that leads there, and route to it",
        [ExplanationCode.EgressOnly] = "use an internet gateway where conversations from outside are wanted",
        [ExplanationCode.AsymmetricFirewall] = "route both directions through the same endpoint",
        [ExplanationCode.NoCommonIpVersion] = "give both ends an address of one IP version",
        [ExplanationCode.OriginLock] = "let the distribution send what the lock asks for",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sentence for a code; null for one that has none.</summary>
    public static string? Find(string code) => ByCode.GetValueOrDefault(code);
}
