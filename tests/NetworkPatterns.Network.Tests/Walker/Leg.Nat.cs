using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <content>NAT gateways.</content>
internal sealed partial class Leg
{
    private Place ToNat(NatGateway nat, Subnet subnet)
    {
        if (isAnswer)
        {
            coverage.Saw(44);
            return new Place.Dropped($"{nat.Id} translates no answers of others");
        }

        coverage.Saw(42);
        if (Packet.Protocol is not (6 or 17 or 1) || Estate.IsIPv6(Packet.Source))
        {
            return new Place.Dropped($"{nat.Id} translates TCP, UDP and ICMP over IPv4");
        }

        if (talk.Translations.Any(t => t.Nat.Id == nat.Id))
        {
            coverage.Saw(46);
            return new Place.Dropped($"{nat.Id} loops");
        }

        return nat.Subnet is { } home ? ToZonalNat(nat, subnet, estate.Get<Subnet>(home.Value)) : ToRegionalNat(nat, subnet);
    }

    private Place ToZonalNat(NatGateway nat, Subnet subnet, Subnet home)
    {
        coverage.Saw(28);
        if (!Crosses(subnet, home))
        {
            return new Place.Dropped($"network ACL on the way to {nat.Id}");
        }

        Remap(nat, talk.AddressOf(nat));
        return new Place.Leaving(home);
    }

    private Place ToRegionalNat(NatGateway nat, Subnet subnet)
    {
        coverage.Saw(48);
        if (nat.Zones is { } zones && !zones.Contains(subnet.Zone.Value, StringComparer.Ordinal))
        {
            return new Place.Dropped($"{nat.Id} is not in {subnet.Zone.Value}");
        }

        if (!Crosses(subnet, null))
        {
            return new Place.Dropped($"network ACL of {subnet.Id}");
        }

        var gateway = estate.All<InternetGateway>().FirstOrDefault(g => g.Vpc == nat.Vpc);
        // It has no address inside the VPC that any filter could see.
        Remap(nat, IPAddress.Any);
        return gateway is null ? new Place.Dropped($"no internet gateway at {nat.Vpc}") : PassInternetGateway(gateway, null);
    }

    private void Remap(NatGateway nat, IPAddress source)
    {
        var inside = Packet;
        Packet = Packet with
        {
            Source = source,
            SourcePort = Packet.Protocol is 6 or 17 ? talk.Choices.One(talk.Boundaries.EphemeralPorts) : 0,
        };
        Way.Translated = true;
        talk.Translations.Add((nat, inside, Packet));
    }

    private Place FromNat(NatGateway nat, Packet inside, Subnet? from)
    {
        var home = estate.Get<Subnet>(nat.Subnet!.Value.Value);
        coverage.Saw(28);
        if (!Crosses(from, home))
        {
            return new Place.Dropped($"network ACL on the way back to {nat.Id}");
        }

        coverage.Saw(44);
        Packet = Conversation.AnswerTo(inside);
        return new Place.Leaving(home);
    }

    private Place.Inside FromRegionalNat()
    {
        var (nat, inside, _) = talk.Translations[^1];
        Packet = Conversation.AnswerTo(inside);
        return new Place.Inside(estate.Get<Vpc>(nat.Vpc!), null);
    }
}
