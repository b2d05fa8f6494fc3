using System.Net;
using NetworkPatterns.Network.Model;

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
        if (Way.EnteredFromOutside)
        {
            return new Place.Dropped($"{nat.Id} serves its own VPC, and what comes over a Transit Gateway");
        }

        if (Packet.Protocol is not (6 or 17 or 1) || Estate.IsIPv6(Packet.Source))
        {
            return new Place.Dropped($"{nat.Id} translates TCP, UDP and ICMP over IPv4");
        }

        if (talk.Translations.Any(t => t.By == nat.Id))
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

        Translate(nat.Id, home.Vpc, home, nat.Address with { HasPublicAddress = !nat.IsPrivate.Value });
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
        Translate(nat.Id, nat.Vpc!, null, nat.Address with { HasPublicAddress = true });
        return gateway is null ? new Place.Dropped($"no internet gateway at {nat.Vpc}") : PassInternetGateway(gateway, null);
    }

    private void Translate(ComponentId by, ComponentId vpc, Subnet? home, InterfaceAddress slot)
    {
        var inside = Packet;
        Packet = Packet with
        {
            // A regional NAT gateway has no address inside the VPC that any filter could see.
            Source = home is null ? IPAddress.Any : talk.AddressOf(by, slot, home),
            SourcePort = Packet.Protocol is 6 or 17 ? talk.Choices.One(talk.Boundaries.EphemeralPorts) : 0,
        };
        Way.Translated = true;
        talk.Translations.Add(new Translation(by, vpc, home, slot, inside, Packet));
    }

    private Place UndoTranslation(Translation translation, Subnet? from)
    {
        var home = translation.Home!;
        coverage.Saw(28);
        if (!Crosses(from, home))
        {
            return new Place.Dropped($"network ACL on the way back to {translation.By}");
        }

        coverage.Saw(44);
        Packet = Conversation.AnswerTo(translation.Inside);
        return new Place.Leaving(home);
    }

    private Place.Inside FromRegionalNat()
    {
        var translation = talk.Translations[^1];
        Packet = Conversation.AnswerTo(translation.Inside);
        return new Place.Inside(estate.Get<Vpc>(translation.Vpc), null);
    }
}
