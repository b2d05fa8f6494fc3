using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>One end of a conversation, found in the model.</summary>
internal abstract record End
{
    private End()
    {
    }

    /// <summary>An interface, standing for all of its class.</summary>
    public sealed record Interface(InterfaceNode Node) : End;

    /// <summary>Addresses outside: the internet's, or given ones.</summary>
    /// <param name="IsInternetOnly">Whether only the internet is meant, and not a network behind a VPN.</param>
    public sealed record Outside(AddressSet Addresses, bool IsInternetOnly) : End;

    /// <summary>Something without interfaces.</summary>
    public sealed record Service(NetworkObject Object) : End;

    /// <summary>The VPC it is in; null outside.</summary>
    public VpcNode? Vpc => this is Interface { Node.Subnet: { } subnet } ? subnet.Vpc : null;
}
