using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Network.Reading;

/// <summary>Services whose interfaces stand in given subnets with given groups, and differ in little else.</summary>
internal sealed class ServiceInterfaceReader(ReadingContext context, InterfaceFactory interfaces)
{
    /// <summary>Where a type says its subnets and groups; a path goes through inner maps.</summary>
    private sealed record Shape(string Type, string Subnets, string Groups, InterfaceKind Kind)
    {
        /// <summary>Ports that it answers on; null for any, empty for none.</summary>
        public ImmutableArray<int>? Ports { get; init; }

        /// <summary>The property that says another port.</summary>
        public string? PortProperty { get; init; }

        /// <summary>Where the subnets are in a group of their own: the property that names it, and its type.</summary>
        public (string Property, string Type)? SubnetGroup { get; init; }

        /// <summary>Why it has groups besides those it is given; null when it has none.</summary>
        public string? OtherGroups { get; init; }
    }

    private static readonly Shape[] Shapes =
    [
        new("AWS::Lambda::Function", "VpcConfig.SubnetIds", "VpcConfig.SecurityGroupIds", InterfaceKind.Lambda) { Ports = [] },
        new("AWS::EFS::MountTarget", "SubnetId", "SecurityGroups", InterfaceKind.MountTarget) { Ports = [2049] },
        new("AWS::ECS::Service", "NetworkConfiguration.AwsvpcConfiguration.Subnets", "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups", InterfaceKind.EcsTask),
        new("AWS::ApiGatewayV2::VpcLink", "SubnetIds", "SecurityGroupIds", InterfaceKind.VpcLink) { Ports = [] },
        new("AWS::ElastiCache::CacheCluster", "SubnetIds", "VpcSecurityGroupIds", InterfaceKind.Cache)
        {
            SubnetGroup = ("CacheSubnetGroupName", "AWS::ElastiCache::SubnetGroup"), PortProperty = "Port",
        },
        new("AWS::ElastiCache::ReplicationGroup", "SubnetIds", "SecurityGroupIds", InterfaceKind.Cache)
        {
            SubnetGroup = ("CacheSubnetGroupName", "AWS::ElastiCache::SubnetGroup"), PortProperty = "Port", Ports = [6379],
        },
        new("AWS::ElastiCache::ServerlessCache", "SubnetIds", "SecurityGroupIds", InterfaceKind.Cache) { Ports = [6379, 6380, 11211, 11212] },
        new("AWS::MemoryDB::Cluster", "SubnetIds", "SecurityGroupIds", InterfaceKind.Cache)
        {
            SubnetGroup = ("SubnetGroupName", "AWS::MemoryDB::SubnetGroup"), PortProperty = "Port", Ports = [6379],
        },
        new("AWS::DocDB::DBCluster", "SubnetIds", "VpcSecurityGroupIds", InterfaceKind.Database)
        {
            SubnetGroup = ("DBSubnetGroupName", "AWS::DocDB::DBSubnetGroup"), PortProperty = "Port", Ports = [27017],
        },
        new("AWS::Neptune::DBCluster", "SubnetIds", "VpcSecurityGroupIds", InterfaceKind.Database)
        {
            SubnetGroup = ("DBSubnetGroupName", "AWS::Neptune::DBSubnetGroup"), PortProperty = "DBPort", Ports = [8182],
        },
        new("AWS::Redshift::Cluster", "SubnetIds", "VpcSecurityGroupIds", InterfaceKind.Database)
        {
            SubnetGroup = ("ClusterSubnetGroupName", "AWS::Redshift::ClusterSubnetGroup"), PortProperty = "Port", Ports = [5439],
        },
        new("AWS::RDS::DBProxy", "VpcSubnetIds", "VpcSecurityGroupIds", InterfaceKind.Database),
        new("AWS::OpenSearchService::Domain", "VPCOptions.SubnetIds", "VPCOptions.SecurityGroupIds", InterfaceKind.Other) { Ports = [80, 443] },
        new("AWS::MSK::Cluster", "BrokerNodeGroupInfo.ClientSubnets", "BrokerNodeGroupInfo.SecurityGroups", InterfaceKind.Other),
        new("AWS::AmazonMQ::Broker", "SubnetIds", "SecurityGroups", InterfaceKind.Other),
        new("AWS::FSx::FileSystem", "SubnetIds", "SecurityGroupIds", InterfaceKind.Other),
        new("AWS::EKS::Cluster", "ResourcesVpcConfig.SubnetIds", "ResourcesVpcConfig.SecurityGroupIds", InterfaceKind.Other)
        {
            OtherGroups = "EKS adds a group of its own to the cluster's interfaces",
        },
        new("AWS::EC2::InstanceConnectEndpoint", "SubnetId", "SecurityGroupIds", InterfaceKind.Other) { Ports = [] },
        new("AWS::CodeBuild::Project", "VpcConfig.Subnets", "VpcConfig.SecurityGroupIds", InterfaceKind.Other) { Ports = [] },
        new("AWS::AppRunner::VpcConnector", "Subnets", "SecurityGroups", InterfaceKind.Other) { Ports = [] },
        new("AWS::SageMaker::NotebookInstance", "SubnetId", "SecurityGroupIds", InterfaceKind.Other),
        new("AWS::Synthetics::Canary", "VPCConfig.SubnetIds", "VPCConfig.SecurityGroupIds", InterfaceKind.Other) { Ports = [] },
        new("AWS::DMS::ReplicationInstance", "SubnetIds", "VpcSecurityGroupIds", InterfaceKind.Other)
        {
            SubnetGroup = ("ReplicationSubnetGroupIdentifier", "AWS::DMS::ReplicationSubnetGroup"), Ports = [],
        },
        new("AWS::Route53Resolver::ResolverEndpoint", "IpAddresses.SubnetId", "SecurityGroupIds", InterfaceKind.Other),
    ];

    public void Read()
    {
        var groups = new SubnetGroups(context);
        foreach (var shape in Shapes)
        {
            foreach (var resource in context.OfType(shape.Type))
            {
                Read(resource, shape, groups);
            }
        }
    }

    private void Read(ResolvedResource resource, Shape shape, SubnetGroups subnetGroups)
    {
        var view = context.View(resource);
        var subnets = shape.SubnetGroup is var (property, type) && view.Has(property)
            ? subnetGroups.SubnetsOf(view, property, type)
            : References(view, shape.Subnets, ResourceKind.Subnet);
        if (subnets.IsEmpty && !IsAlwaysInVpc(shape))
        {
            // A function or project outside any VPC has no interface.
            return;
        }

        var given = References(view, shape.Groups, ResourceKind.SecurityGroup);
        interfaces.Add(resource, new InterfaceTemplate(shape.Kind, subnets)
        {
            Groups = shape.OtherGroups is { } why ? given.Add(view.Unknown(why)) : given,
            Addresses = facts => Addresses(view, shape, facts),
            ListensOn = Listens(view, shape),
        });
    }

    private static bool IsAlwaysInVpc(Shape shape) => !shape.Subnets.Contains('.', StringComparison.Ordinal);

    private static ImmutableArray<InterfaceAddress> Addresses(View view, Shape shape, SubnetFacts? subnet)
    {
        var own = InterfaceTemplate.DefaultAddresses(subnet);
        return shape.Kind switch
        {
            InterfaceKind.Lambda when Follow(view, "VpcConfig.Ipv6AllowedForDualStack")?.AsBoolean() is { IsKnown: true, Value: true } && subnet is { HasIPv6: true, HasIPv4: true } =>
                own.Add(InterfaceAddress.AnyIPv6),
            InterfaceKind.EcsTask => EcsAddresses(view, own, subnet),
            InterfaceKind.MountTarget when view.Text("IpAddress") is { } written => [AddressReader.Fixed(written, view)],
            _ => own,
        };
    }

    // Whether a task gets an IPv6 address in a dual-stack subnet is a setting of the account.
    private static ImmutableArray<InterfaceAddress> EcsAddresses(View view, ImmutableArray<InterfaceAddress> own, SubnetFacts? subnet)
    {
        var assigns = Follow(view, "NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp")?.AsText();
        Maybe<bool> isPublic = assigns is { IsUnknown: true } unknown ? view.Unknown(unknown.Unknown) : assigns is { IsKnown: true, Value: "ENABLED" };
        var addresses = own.Select(address => address.IsIPv6 ? address : address with { HasPublicAddress = isPublic }).ToImmutableArray();
        return subnet is { HasIPv6: true, HasIPv4: true }
            ? addresses.Add(InterfaceAddress.AnyIPv6 with { Doubt = view.Unknown("whether the account setting dualStackIPv6 is on") })
            : addresses;
    }

    private static ImmutableArray<Traffic>? Listens(View view, Shape shape)
    {
        var ports = shape.Type is "AWS::ElastiCache::CacheCluster"
            ? view.Text("Engine") is { IsKnown: true, Value: "memcached" } ? [11211] : [6379]
            : shape.Ports;
        return shape.PortProperty is { } property && view.Integer(property) is { } written
            ? [Traffic.Tcp(0) with { Ports = TrafficReader.Port(written, view) }]
            : ports?.Select(port => Traffic.Tcp(port)).ToImmutableArray();
    }

    private static ImmutableArray<Maybe<ComponentId>> References(View view, string path, ResourceKind kind)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0)
        {
            return view.References(path, kind);
        }

        // The last step may go through every element of a list.
        return Follow(view, path[..dot]) is not { } inner ? []
            : [.. view.Items(inner, doubt: null).SelectMany(item =>
                item.Item is { } map ? map.References(path[(dot + 1)..], kind) : [(Maybe<ComponentId>)item.Doubt!])];
    }

    /// <summary>The value at the end of a path; null where some part is left out.</summary>
    internal static ResolvedValue? Follow(View view, string path)
    {
        var steps = path.Split('.');
        var value = view[steps[0]];
        foreach (var step in steps.Skip(1))
        {
            if (value is not MapValue map)
            {
                break;
            }

            value = map[step];
        }

        return value is NoValue ? null : value;
    }
}
