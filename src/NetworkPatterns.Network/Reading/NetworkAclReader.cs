using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Network ACLs, declared ones and each VPC's default one. Entries are resources of their own.</summary>
internal sealed class NetworkAclReader(ReadingContext context, VpcReader vpcs)
{
    private ILookup<ComponentId, ResolvedResource> entries = null!;

    public void Read()
    {
        entries = context.Children("AWS::EC2::NetworkAclEntry", "NetworkAclId", ResourceKind.NetworkAcl);
        var changes = CustomResourceReader.ChangesTo(context, ResourceKind.NetworkAcl);
        foreach (var resource in context.OfType("AWS::EC2::NetworkAcl"))
        {
            var component = context.ComponentOf(resource);
            var vpc = context.View(resource).Reference("VpcId", ResourceKind.Vpc);
            var acl = Fill(new NetworkAcl(component, vpc is { IsKnown: true } known ? known.Value : component.Id.Implies("Vpc")), []);
            context.Add(acl with { MayHaveMoreEntries = acl.MayHaveMoreEntries.AddRange(changes[acl.Id]) });
        }

        foreach (var vpc in vpcs.Vpcs.Values)
        {
            var component = vpc.Component.Implies(ImpliedPart.DefaultNetworkAcl, "AWS::EC2::NetworkAcl");
            context.Add(Fill(new NetworkAcl(component, vpc.Id) { IsDefault = true }, NetworkAcl.AllowAll(component)));
        }
    }

    /// <summary>An ACL outside the estate: what the templates add to it, besides entries that nobody knows.</summary>
    public NetworkAcl ReadExternal(Component component)
    {
        var acl = Fill(new NetworkAcl(component, component.Id.Implies("Vpc")), []);
        return acl with { MayHaveMoreEntries = acl.MayHaveMoreEntries.Add(new(component.Id, "the network ACL is not among the given templates")) };
    }

    private NetworkAcl Fill(NetworkAcl acl, ImmutableArray<NetworkAclEntry> own)
    {
        var more = ImmutableArray.CreateBuilder<UnknownValue>();
        more.AddRange(context.OrphansOf(ResourceKind.NetworkAcl));
        var read = own.ToBuilder();
        foreach (var resource in entries[acl.Id])
        {
            var view = context.View(resource);
            var egress = view.Boolean("Egress") ?? false;
            if (!egress.IsKnown)
            {
                more.Add(egress.Unknown!);
                continue;
            }

            foreach (var (cidr, doubt) in Ranges(view))
            {
                read.Add(new NetworkAclEntry(
                    context.Named(resource),
                    egress.Value,
                    view.Integer("RuleNumber") ?? view.Unknown("RuleNumber is missing"),
                    view.Text("RuleAction") is { } ? view.Is("RuleAction", "allow", otherwise: false) : view.Unknown("RuleAction is missing"),
                    cidr,
                    TrafficReader.OfAclEntry(view))
                {
                    Doubt = context.DoubtOf(resource) ?? doubt,
                });
            }
        }

        return acl with { Entries = read.ToImmutable(), MayHaveMoreEntries = more.ToImmutable() };
    }

    private static List<(Maybe<Cidr> Range, UnknownValue? Doubt)> Ranges(View entry)
    {
        var found = new[] { Range(entry.Cidr("CidrBlock"), Cidr.AnyIPv4), Range(entry.Cidr("Ipv6CidrBlock"), Cidr.AnyIPv6) }
            .OfType<(Maybe<Cidr>, UnknownValue?)>()
            .ToList();
        return found.Count > 0 ? found : [(entry.Unknown("the entry has no range"), null)];
    }

    // The property says the family: a range that is not known may be anything of it, and never touches the other family's packets.
    private static (Maybe<Cidr> Range, UnknownValue? Doubt)? Range(Maybe<Cidr>? range, Cidr family) =>
        range is not { } written ? null : written.IsKnown ? (written, null) : (family, written.Unknown);
}
