using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>EC2 instances, network interfaces of their own, and Auto Scaling groups.</summary>
internal sealed class InstanceReader(ReadingContext context, InterfaceFactory interfaces, ElasticIps elasticIps)
{
    private readonly LaunchTemplates templates = new(context);
    private readonly Dictionary<ComponentId, Component> owners = [];

    public void Read()
    {
        foreach (var resource in context.OfType("AWS::EC2::NetworkInterfaceAttachment"))
        {
            var view = context.View(resource);
            if (view.Reference("InstanceId", ResourceKind.Instance) is { IsKnown: true } instance)
            {
                Own(view, new Component(instance.Value, "AWS::EC2::Instance"));
            }
        }

        foreach (var resource in context.OfType("AWS::EC2::Instance"))
        {
            ReadInstance(resource);
        }

        foreach (var resource in context.OfType("AWS::AutoScaling::AutoScalingGroup"))
        {
            ReadGroup(resource);
        }

        foreach (var resource in context.OfType("AWS::EC2::NetworkInterface"))
        {
            ReadInterface(resource);
        }
    }

    private void Own(View attachment, Component owner)
    {
        if (attachment.Reference("NetworkInterfaceId", ResourceKind.NetworkInterface) is { IsKnown: true } id)
        {
            owners[id.Value] = owner;
        }
    }

    private void ReadInterface(ResolvedResource resource)
    {
        var view = context.View(resource);
        var component = context.ComponentOf(resource);
        var owner = owners.GetValueOrDefault(component.Id, component);
        var subnet = view.Reference("SubnetId", ResourceKind.Subnet) ?? view.Unknown("SubnetId is missing");
        var template = new InterfaceTemplate(owner == component ? InterfaceKind.Standalone : InterfaceKind.Instance, [subnet])
        {
            Groups = view.References("GroupSet", ResourceKind.SecurityGroup),
            SourceDestCheck = view.Boolean("SourceDestCheck") ?? true,

            // The subnet's setting for public addresses is about instances, never about an interface of its own.
            Addresses = facts => elasticIps.InFrontOf(AddressReader.Read(view, facts, hasPublicAddress: false), component.Id, owner.Id),
        };
        context.Add(interfaces.Make(component, owner, subnet, template, context.DoubtOf(resource)));
    }

    private void ReadInstance(ResolvedResource resource)
    {
        var view = context.View(resource);
        var owner = context.ComponentOf(resource);
        var launch = templates.Find(view, "LaunchTemplate");
        var listed = view.Has("NetworkInterfaces") ? view.Items("NetworkInterfaces").ToList()
            : launch is { IsKnown: true } data ? data.Value.Items("NetworkInterfaces").ToList()
            : [];
        foreach (var (item, _) in listed)
        {
            if (item is { } attached && attached.Has("NetworkInterfaceId"))
            {
                Own(attached, owner);
            }
        }

        var own = listed.Where(item => item.Item is not { } view || !view.Has("NetworkInterfaceId")).ToList();
        if (listed.Count == 0)
        {
            Add(resource, owner, owner, view, view, launch, isOnly: true, elasticIp: true, doubt: context.DoubtOf(resource));
            return;
        }

        for (var i = 0; i < own.Count; i++)
        {
            var component = listed.Count == 1 ? owner : owner.Implies($"Interface{i + 1}", "AWS::EC2::NetworkInterface");
            var isFirst = own[i].Item?.Integer("DeviceIndex") is not { IsKnown: true } index || index.Value == 0;
            if (own[i].Item is { } item)
            {
                Add(resource, component, owner, item, view, launch, listed.Count == 1, elasticIp: isFirst, own[i].Doubt ?? context.DoubtOf(resource));
            }
            else
            {
                context.NotModelled(resource, $"one of its interfaces is not known: {own[i].Doubt!.Reason}", "give the missing value");
                context.Add(interfaces.Make(component, owner, own[i].Doubt!, new InterfaceTemplate(InterfaceKind.Instance, []), own[i].Doubt));
            }
        }
    }

    /// <summary>One interface of an instance: what it does not say itself, the instance and the launch template do.</summary>
    private void Add(
        ResolvedResource resource, Component component, Component owner, View own, View instance, Maybe<View>? launch, bool isOnly, bool elasticIp, UnknownValue? doubt)
    {
        var subnet = own.Reference("SubnetId", ResourceKind.Subnet) ?? instance.Reference("SubnetId", ResourceKind.Subnet)
            ?? (launch is { IsKnown: false } missing ? missing.Unknown! : own.Unknown("no subnet is given: the default VPC is not among the given templates"));
        var template = new InterfaceTemplate(InterfaceKind.Instance, [subnet])
        {
            Groups = Groups(own, instance, launch),
            SourceDestCheck = instance.Boolean("SourceDestCheck") ?? true,
            Addresses = facts =>
            {
                var addresses = AddressReader.Read(own, facts, PublicByDefault(own, launch, facts, isOnly));
                return elasticIp ? elasticIps.InFrontOf(addresses, owner.Id) : addresses;
            },
        };
        context.Add(interfaces.Make(component, owner, subnet, template, doubt));
    }

    private ImmutableArray<Maybe<ComponentId>> Groups(View own, View instance, Maybe<View>? launch)
    {
        var groups = own.References("GroupSet", ResourceKind.SecurityGroup);
        groups = !groups.IsEmpty ? groups : own.References("Groups", ResourceKind.SecurityGroup);
        groups = !groups.IsEmpty ? groups : instance.References("SecurityGroupIds", ResourceKind.SecurityGroup);
        groups = !groups.IsEmpty ? groups : ByName(instance, "SecurityGroups");
        return !groups.IsEmpty || launch is not { } template ? groups
            : template.IsKnown ? OfLaunchTemplate(template.Value)
            : [template.Unknown!];
    }

    private ImmutableArray<Maybe<ComponentId>> OfLaunchTemplate(View data)
    {
        var first = data.Items("NetworkInterfaces").Select(item => item.Item?.References("Groups", ResourceKind.SecurityGroup) ?? [item.Doubt!])
            .FirstOrDefault(groups => !groups.IsEmpty);
        return !first.IsDefaultOrEmpty ? first
            : data.References("SecurityGroupIds", ResourceKind.SecurityGroup) is { IsEmpty: false } ids ? ids
            : ByName(data, "SecurityGroups");
    }

    // Names are for the default VPC; a Ref of a group without VPC is its name too.
    private ImmutableArray<Maybe<ComponentId>> ByName(View view, string property) =>
    [
        .. view.References(property, ResourceKind.SecurityGroup).Select(group =>
            group is { IsKnown: true, Value.Stack: "" } literal && GroupNames.Find(context, literal.Value.LogicalId) is { } named ? named : group),
    ];

    // Only a single new interface gets what the subnet says.
    private static Maybe<bool> PublicByDefault(View own, Maybe<View>? launch, SubnetFacts? subnet, bool isOnly) =>
        own.Boolean("AssociatePublicIpAddress")
        ?? OfLaunch(launch)
        ?? (!isOnly ? false
            : subnet is not null ? subnet.MapsPublicAddress
            : own.Unknown("whether its subnet maps public addresses"));

    private static Maybe<bool>? OfLaunch(Maybe<View>? launch) => launch switch
    {
        null => null,
        { IsKnown: false } unknown => unknown.Unknown!,
        { } data => data.Value.Items("NetworkInterfaces").Select(item => item.Item?.Boolean("AssociatePublicIpAddress") ?? Unsure(item.Doubt))
            .FirstOrDefault(value => value is not null) ?? data.Value.Boolean("AssociatePublicIpAddress"),
    };

    private static Maybe<bool>? Unsure(UnknownValue? doubt) => doubt is null ? default(Maybe<bool>?) : doubt;

    private void ReadGroup(ResolvedResource resource)
    {
        var view = context.View(resource);
        var launch = templates.Find(view, "LaunchTemplate") ?? Mixed(view) ?? templates.Configuration(view);
        interfaces.Add(resource, new InterfaceTemplate(InterfaceKind.Instance, view.References("VPCZoneIdentifier", ResourceKind.Subnet))
        {
            Groups = launch switch
            {
                null => [view.Unknown("which groups its instances have: it has no launch template")],
                { IsKnown: false } unknown => [unknown.Unknown!],
                { } data => OfLaunchTemplate(data.Value),
            },
            Addresses = subnet => launch is { IsKnown: true } data
                ? AddressReader.Read(FirstInterface(data.Value), subnet, PublicByDefault(data.Value, launch, subnet, isOnly: true))
                : [InterfaceAddress.AnyIPv4 with { HasPublicAddress = launch?.Unknown ?? view.Unknown("how its instances are launched") }],
        });
    }

    private static View FirstInterface(View data) =>
        data.Items("NetworkInterfaces").Select(item => item.Item).FirstOrDefault(item => item is not null) ?? data;

    private Maybe<View>? Mixed(View view) =>
        view.Inner("MixedInstancesPolicy") is not { } policy ? null
        : !policy.IsKnown ? policy.Unknown!
        : policy.Value.Inner("LaunchTemplate") is not { IsKnown: true } template ? policy.Value.Unknown("its launch template is not known")
        : templates.Find(template.Value, "LaunchTemplateSpecification");
}
