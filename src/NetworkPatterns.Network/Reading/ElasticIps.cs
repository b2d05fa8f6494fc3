using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Elastic IP addresses by what they are associated with: an instance or an interface.</summary>
internal sealed class ElasticIps
{
    private readonly ReadingContext context;
    private readonly Dictionary<ComponentId, List<Association>> byTarget = [];

    // Associated with nobody knows what: any address that has no public one may have this one.
    private UnknownValue? placeless;

    private sealed record Association(Component ElasticIp, Maybe<string>? PrivateAddress, UnknownValue? Doubt);

    public ElasticIps(ReadingContext context)
    {
        this.context = context;
        foreach (var address in context.OfType("AWS::EC2::EIP"))
        {
            var view = context.View(address);
            if (view.Reference("InstanceId", ResourceKind.Instance) is { } instance)
            {
                Add(address, instance, new Association(context.Named(address), PrivateAddress: null, context.DoubtOf(address)));
            }
        }

        foreach (var association in context.OfType("AWS::EC2::EIPAssociation"))
        {
            ReadAssociation(association);
        }
    }

    /// <summary>The addresses of an interface with what Elastic IPs put in front of them.</summary>
    public ImmutableArray<InterfaceAddress> InFrontOf(ImmutableArray<InterfaceAddress> addresses, params ReadOnlySpan<ComponentId> targets)
    {
        foreach (var target in targets)
        {
            foreach (var association in byTarget.GetValueOrDefault(target, []))
            {
                addresses = Put(addresses, association);
            }
        }

        return placeless is null ? addresses : [.. addresses.Select(MayHaveOne)];
    }

    private InterfaceAddress MayHaveOne(InterfaceAddress address) =>
        !address.IsIPv6 && address.HasPublicAddress.Equals(false) ? address with { HasPublicAddress = placeless! } : address;

    private void ReadAssociation(ResolvedResource resource)
    {
        var view = context.View(resource);
        var address = view.Reference("AllocationId", ResourceKind.ElasticIp) ?? view.Reference("EIP", ResourceKind.ElasticIp);
        var elasticIp = address is { IsKnown: true } known ? new Component(known.Value, "AWS::EC2::EIP") : context.Named(resource);
        var target = view.Reference("NetworkInterfaceId", ResourceKind.NetworkInterface) ?? view.Reference("InstanceId", ResourceKind.Instance)
            ?? view.Unknown("it names neither an instance nor an interface");
        Add(resource, target, new Association(elasticIp, view.Text("PrivateIpAddress"), context.DoubtOf(resource)));
    }

    private void Add(ResolvedResource resource, Maybe<ComponentId> target, Association association)
    {
        if (target.IsKnown)
        {
            (byTarget.TryGetValue(target.Value, out var list) ? list : byTarget[target.Value] = []).Add(association);
        }
        else
        {
            placeless ??= IsOutside(resource) ? null : target.Unknown;
            context.NotModelled(resource, $"what it is associated with is not known: {target.Unknown!.Reason}", "give the missing value; until then any interface may have this public address");
        }
    }

    // What another stack exports and nobody gave is no interface of this estate.
    private static bool IsOutside(ResolvedResource resource) => IsImported(resource["NetworkInterfaceId"]) || IsImported(resource["InstanceId"]);

    private static bool IsImported(ResolvedValue value) =>
        value is Templates.Values.UnknownValue { Key: { } key } && key.StartsWith("import:", StringComparison.Ordinal);

    // Without a private address it is the primary one.
    private static ImmutableArray<InterfaceAddress> Put(ImmutableArray<InterfaceAddress> addresses, Association association)
    {
        var place = association.PrivateAddress is { IsKnown: true } written && IPAddress.TryParse(written.Value, out var address)
            ? addresses.IndexOf(addresses.FirstOrDefault(each => address.Equals(each.Fixed))!)
            : addresses.IndexOf(addresses.FirstOrDefault(each => !each.IsIPv6)!);
        if (place < 0)
        {
            return addresses;
        }

        var doubt = association.Doubt ?? association.PrivateAddress?.Unknown;
        var isPublic = doubt is not null && !addresses[place].HasPublicAddress.Equals(true) ? (Maybe<bool>)doubt : true;
        return addresses.SetItem(place, addresses[place] with { HasPublicAddress = isPublic, ElasticIp = association.ElasticIp });
    }
}
