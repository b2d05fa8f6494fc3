using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>An entry of a network ACL, once every part of it is known.</summary>
internal sealed record NetworkAclEntry(
    Resource Resource, int Number, bool IsEgress, bool IsAllow, int Protocol, int FromPort, int ToPort, AddressRange Peer)
{
    internal const string ResourceType = "AWS::EC2::NetworkAclEntry";
    internal const int AllProtocols = -1;
    internal const int Tcp = 6;
    internal const int Udp = 17;
    internal const int FirstEphemeralPort = 1024;
    internal const int LastPort = 65535;

    /// <summary>Whether this is the way back of a flow: exactly the ports from which clients send.</summary>
    internal bool IsAnswer => (FromPort, ToPort) == (FirstEphemeralPort, LastPort) && Protocol is Tcp or Udp;

    /// <summary>The entry of a resource; null when a part can't be decided.</summary>
    internal static NetworkAclEntry? TryRead(Resource resource)
    {
        var (number, protocol) = (resource["RuleNumber"].Number, resource["Protocol"].Number);
        var egress = resource["Egress"] is { Exists: true } direction ? direction.Flag : false;
        var peer = AddressRange.Of(resource["CidrBlock"]) ?? AddressRange.Of(resource["Ipv6CidrBlock"]);
        var allow = resource["RuleAction"].Text switch
        {
            "allow" => true,
            "deny" => false,
            _ => (bool?)null,
        };
        var hasPorts = protocol is Tcp or Udp;
        var from = hasPorts ? resource["PortRange"]["From"].Number : 0;
        var to = hasPorts ? resource["PortRange"]["To"].Number : LastPort;
        return number is null || protocol is null || egress is null || peer is null || allow is null || from is null || to is null
            ? null
            : new(resource, number.Value, egress.Value, allow.Value, protocol.Value, from.Value, to.Value, peer);
    }

    /// <summary>Whether a protocol is this entry's, or this entry is for all.</summary>
    internal bool IsFor(int protocol) => Protocol == AllProtocols || Protocol == protocol;

    /// <summary>Whether some packet matches both entries; yes when that can't be told.</summary>
    internal bool Meets(NetworkAclEntry other) =>
        (IsFor(other.Protocol) || other.IsFor(Protocol))
        && FromPort <= other.ToPort && other.FromPort <= ToPort
        && Peer.Overlaps(other.Peer) != false;
}
