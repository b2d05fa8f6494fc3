using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <content>Appliances and firewalls.</content>
internal sealed partial class Leg
{
    private Place PassAppliance(NetworkInterface part, Subnet? from)
    {
        var subnet = estate.SubnetOf(part);
        if (part.Id == Receiver?.Id && estate.Owning(part, Packet.Destination) is not null)
        {
            return Receive(part, from);
        }

        if (!Crosses(from, subnet))
        {
            return new Place.Dropped($"network ACL on the way to {part.Id}");
        }

        if (IsUnsupported(part.Id))
        {
            return new Place.Dropped($"{part.Id} between a preserving load balancer and its target");
        }

        coverage.Saw(6);
        if (part.SourceDestCheck.Value)
        {
            return new Place.Dropped($"source/destination check of {part.Id}");
        }

        if (talk.ConductOf(part) == ApplianceConduct.Drops)
        {
            return new Place.Dropped($"whatever {part.Id} does");
        }

        if (!isAnswer || !talk.Tracking.Contains(part.Id))
        {
            if (!talk.Groups.Allow(part, egress: false, Packet, Sender, Packet.Source, preserved: false, Way))
            {
                return new Place.Dropped($"ingress groups of {part.Id}");
            }

            Way.Middlebox = true;
            if (!talk.Groups.Allow(part, egress: true, Packet, Receiver, Packet.Destination, preserved: false, Way))
            {
                return new Place.Dropped($"egress groups of {part.Id}");
            }

            talk.Tracking.Add(part.Id);
        }

        if (!isAnswer && talk.ConductOf(part) == ApplianceConduct.Translates && !Estate.IsIPv6(Packet.Source))
        {
            if (talk.Translations.Exists(t => t.By == part.Id))
            {
                return new Place.Dropped($"{part.Id} loops");
            }

            Translate(part.Id, subnet.Vpc, subnet, part.Addresses.First(a => !a.IsIPv6));
        }

        Way.Middlebox = true;
        Way.Inspected.Add(part.Id);
        return new Place.Leaving(subnet);
    }

    private Place PassFirewall(NetworkFirewall firewall, FirewallEndpoint endpoint, Subnet? from)
    {
        var subnet = estate.Get<Subnet>(endpoint.Subnet.Value);
        if (!Crosses(from, subnet))
        {
            return new Place.Dropped($"network ACL on the way to {endpoint.Id}");
        }

        return !IsUnsupported(endpoint.Id) && Inspects(firewall, endpoint.Id) ? new Place.Leaving(subnet) : new Place.Dropped($"rules of {firewall.Id}");
    }

    // AWS does not support client IP preservation where something stands between load balancer and target: nobody knows what happens.
    private bool IsUnsupported(ComponentId middle) => !isAnswer && talk.PreservesClient && talk.Circumstances.One((middle, "preserved"), [true, false]);

    private bool Inspects(NetworkFirewall firewall, ComponentId at)
    {
        coverage.Saw(80);
        Way.Middlebox = true;
        Way.Inspected.Add(at);
        switch (Inspection.Stateless(firewall.Policy.Value, Packet))
        {
            case StatelessAction.Pass:
                return true;
            case StatelessAction.Drop:
                return false;
            default:
                (isAnswer ? talk.Stateful.Answer : talk.Stateful.Opening).Add(at);
                return isAnswer
                    ? talk.Stateful.Opening.Contains(at)
                    : Inspection.Stateful(firewall.Policy.Value, Packet);
        }
    }
}
