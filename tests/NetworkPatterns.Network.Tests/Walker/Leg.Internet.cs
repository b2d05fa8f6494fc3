using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <content>To and from the internet.</content>
internal sealed partial class Leg
{
    private Place ToInternet(InternetGateway gateway, Subnet subnet) =>
        Crosses(subnet, null) ? PassInternetGateway(gateway, subnet) : new Place.Dropped($"network ACL of {subnet.Id}");

    private Place PassInternetGateway(InternetGateway gateway, Subnet? subnet)
    {
        coverage.Saw(41);
        if (gateway.Vpc is null || !Estate.IsPublic(Packet.Destination))
        {
            return new Place.Dropped($"{gateway.Id} takes public destinations of its own VPC");
        }

        if (Owner(gateway.Vpc) is not var (owner, slot, home))
        {
            coverage.Saw(39);
            return new Place.Dropped($"{Packet.Source} is of no interface in {gateway.Vpc}");
        }

        // A subnet that the gateway's own table redirects cannot use a direct route to it (INGRESS_RTB_TRAFFIC_REDIRECTION).
        if (subnet is not null && subnet.Id == home?.Id && EdgeTarget(gateway.Vpc, gateway.Id, Packet.Source) is RouteTarget.Component(var redirect) && !Way.Inspected.Contains(redirect))
        {
            coverage.Saw(38);
            return new Place.Dropped($"{gateway.Id} redirects {Packet.Source}");
        }

        if (!Estate.IsIPv6(Packet.Source))
        {
            coverage.Saw(39);
            if (!slot.HasPublicAddress.Value)
            {
                coverage.Saw(estate.Find<NatGateway>(owner) is null ? 39 : 43);
                return new Place.Dropped($"{owner} has no public address");
            }

            Packet = Packet with { Source = talk.PublicAddressOf(owner, Packet.Source, slot) };
            Way.Translated = true;
        }
        else
        {
            coverage.Saw(5);
        }

        if (!isAnswer)
        {
            if (!PublicAccessAllows(estate.Get<Vpc>(gateway.Vpc), home, opensOutside: false, isOneWay: estate.Find<NatGateway>(owner) is not null))
            {
                return new Place.Dropped("VPC Block Public Access");
            }

            talk.Exit = gateway;
        }

        return new Place.Internet();
    }

    private Place ToInternetEgressOnly(EgressOnlyInternetGateway gateway, Subnet subnet)
    {
        if (!Crosses(subnet, null))
        {
            return new Place.Dropped($"network ACL of {subnet.Id}");
        }

        coverage.Saw(45);
        if (isAnswer || !Estate.IsIPv6(Packet.Source) || !Estate.IsPublic(Packet.Destination) || Owner(gateway.Vpc) is not var (_, _, home))
        {
            return new Place.Dropped($"{gateway.Id} is for IPv6 conversations from inside its VPC");
        }

        if (!PublicAccessAllows(estate.Get<Vpc>(gateway.Vpc), home, opensOutside: false, isOneWay: true))
        {
            return new Place.Dropped("VPC Block Public Access");
        }

        talk.Exit = gateway;
        return new Place.Internet();
    }

    /// <summary>Who in the VPC has the source address: the sending interface, or a NAT gateway.</summary>
    private (ComponentId Owner, InterfaceAddress Slot, Subnet? Home)? Owner(ComponentId vpc)
    {
        if (Sender is { } sender && estate.VpcOf(sender).Id == vpc && estate.Owning(sender, Packet.Source) is { } slot)
        {
            return (sender.Id, slot, estate.SubnetOf(sender));
        }

        return talk.Translations.Find(t => t.Vpc == vpc && t.Outside.Source.Equals(Packet.Source)) is { } translation
            ? (translation.By, translation.Slot, translation.Home)
            : null;
    }

    // From the internet: to the interface that has the address, by the internet gateway of its VPC; answers come back by the gateway they left by.
    private Place FromInternet()
    {
        if (isAnswer && talk.Exit is EgressOnlyInternetGateway egressOnly)
        {
            return new Place.Inside(estate.Get<Vpc>(egressOnly.Vpc), null);
        }

        if (!Estate.IsPublic(Packet.Source))
        {
            return new Place.Dropped("a private source on the internet");
        }

        InternetGateway? gateway;
        Subnet? home = null;
        if (isAnswer)
        {
            gateway = talk.Exit as InternetGateway;
            if (gateway is null)
            {
                return new Place.Dropped("did not leave by an internet gateway");
            }

            if (!Estate.IsIPv6(Packet.Destination))
            {
                if (talk.Behind(Packet.Destination) is not var (owner, inside))
                {
                    return new Place.Dropped($"nobody has {Packet.Destination}");
                }

                Readdress(inside);
                if (estate.Find<NatGateway>(owner) is { Vpc: not null })
                {
                    return FromRegionalNat();
                }
            }
        }
        else
        {
            if (Receiver is not { } receiver)
            {
                return new Place.Dropped($"nobody here has {Packet.Destination}");
            }

            home = estate.SubnetOf(receiver);
            gateway = estate.All<InternetGateway>().FirstOrDefault(g => g.Vpc == home.Vpc);
            if (gateway is null)
            {
                coverage.Saw(45);
                return new Place.Dropped($"no internet gateway at {home.Vpc}");
            }

            if (!Estate.IsIPv6(Packet.Destination))
            {
                var slots = receiver.Addresses.Where(a => !a.IsIPv6 && a.HasPublicAddress.Value
                    && (a.PublicAddress is { } known ? known.Equals(Packet.Destination) : Estate.IsPublic(Packet.Destination))).ToArray();
                if (slots.Length == 0)
                {
                    coverage.Saw(39);
                    return new Place.Dropped($"{receiver.Id} does not have {Packet.Destination}");
                }

                var slot = talk.Choices.One(slots);
                var inside = talk.Choices.One(AddressesOf(home, slot));
                talk.HasPublicAddress(receiver.Id, inside, Packet.Destination);
                Readdress(inside);
            }
            else if (estate.Owning(receiver, Packet.Destination) is null)
            {
                return new Place.Dropped($"{receiver.Id} does not have {Packet.Destination}");
            }

            if (!PublicAccessAllows(estate.Get<Vpc>(home.Vpc), home, opensOutside: true, isOneWay: false))
            {
                return new Place.Dropped("VPC Block Public Access");
            }
        }

        return EnterBy(gateway.Vpc!, gateway.Id, internet: true);
    }

    private void Readdress(IPAddress destination)
    {
        Packet = Packet with { Destination = destination };
        Way.Translated = true;
    }

    private IReadOnlyList<IPAddress> AddressesOf(Subnet subnet, InterfaceAddress slot)
    {
        if (slot.Fixed is { } only)
        {
            return [only];
        }

        var (first, last) = AddressRules.Assignable(Estate.RangeOf(subnet, slot.IsIPv6)!.Value);
        return talk.Boundaries.Between(first, last, slot.IsIPv6);
    }

    /// <param name="home">The subnet of what talks; null for a regional NAT gateway.</param>
    /// <param name="opensOutside">Whether the internet opens the conversation.</param>
    /// <param name="isOneWay">Whether the gateway only lets conversations out: NAT, egress-only.</param>
    private bool PublicAccessAllows(Vpc vpc, Subnet? home, bool opensOutside, bool isOneWay)
    {
        var block = estate.All<BlockPublicAccess>().FirstOrDefault(b => b.Account == vpc.Account && b.Region == vpc.Region);
        if (block is null || block.Mode.Value == BlockPublicAccessMode.Off)
        {
            return true;
        }

        coverage.Saw(47);
        var exclusions = block.Exclusions.Where(e => e.VpcOrSubnet == vpc.Id || e.VpcOrSubnet == home?.Id).ToArray();
        return exclusions.Any(e => !e.EgressOnly.Value)
            || (block.Mode.Value == BlockPublicAccessMode.Ingress ? isOneWay : exclusions.Length > 0 && !opensOutside);
    }
}
