using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>RDS: instances and clusters, in the subnets of their subnet group.</summary>
/// <remarks>AWS picks the subnet; as always one interface that works is enough.</remarks>
internal sealed class DatabaseReader(ReadingContext context, InterfaceFactory interfaces)
{
    private const string SubnetGroupType = "AWS::RDS::DBSubnetGroup";

    private readonly SubnetGroups subnetGroups = new(context);

    public void Read()
    {
        var clusters = context.OfType("AWS::RDS::DBCluster").ToDictionary(context.IdOf);
        foreach (var cluster in clusters.Values)
        {
            Add(cluster, context.View(cluster), cluster: null);
        }

        foreach (var instance in context.OfType("AWS::RDS::DBInstance"))
        {
            var view = context.View(instance);
            var id = view.Reference("DBClusterIdentifier", ResourceKind.Of("AWS::RDS::DBCluster"));
            View? cluster = id is { IsKnown: true } known && clusters.TryGetValue(known.Value, out var found) ? context.View(found) : null;
            Add(instance, view, cluster, id is not null && cluster is null
                ? id.Value.Unknown ?? new UnknownValue(id.Value.Value, "the cluster is not among the given templates")
                : null);
        }
    }

    private void Add(ResolvedResource resource, View view, View? cluster, UnknownValue? clusterUnknown = null)
    {
        var source = cluster ?? view;
        var subnets = source.Has("DBSubnetGroupName") ? subnetGroups.SubnetsOf(source, "DBSubnetGroupName", SubnetGroupType)
            : view.Has("DBSubnetGroupName") ? subnetGroups.SubnetsOf(view, "DBSubnetGroupName", SubnetGroupType)
            : clusterUnknown is not null ? [clusterUnknown]
            : [];
        var groups = view.References("VPCSecurityGroups", ResourceKind.SecurityGroup);
        groups = !groups.IsEmpty ? groups : source.References("VpcSecurityGroupIds", ResourceKind.SecurityGroup);
        interfaces.Add(resource, new InterfaceTemplate(InterfaceKind.Database, subnets)
        {
            Groups = groups.IsEmpty && clusterUnknown is not null ? [clusterUnknown] : groups,
            Addresses = subnet =>
            [
                .. InterfaceTemplate.DefaultAddresses(subnet).Select(address => address.IsIPv6 ? address : address with { HasPublicAddress = IsPublic(view, cluster) }),
                .. DualStack(source, subnet),
            ],
            ListensOn = Listens(source, view),
        });
    }

    // A cluster is reached at its instances, which say it themselves.
    private static Maybe<bool> IsPublic(View view, View? cluster) =>
        view.Boolean("PubliclyAccessible") ?? cluster?.Boolean("PubliclyAccessible")
        ?? view.Unknown("PubliclyAccessible is not given: the default depends on the subnets");

    private static IEnumerable<InterfaceAddress> DualStack(View view, SubnetFacts? subnet) => view.Text("NetworkType") switch
    {
        { IsKnown: true, Value: "DUAL" } when subnet is { HasIPv4: true } => [InterfaceAddress.AnyIPv6],
        { IsKnown: false } unknown => [InterfaceAddress.AnyIPv6 with { Doubt = unknown.Unknown }],
        _ => [],
    };

    // Source: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (Port)
    private static ImmutableArray<Traffic>? Listens(View source, View view)
    {
        var port = source.Integer("Port") ?? view.Integer("Port");
        if (port is { } written)
        {
            return [Traffic.Tcp(0) with { Ports = TrafficReader.Port(written, view) }];
        }

        return (source.Text("Engine") ?? view.Text("Engine")) is not { IsKnown: true } engine ? null : engine.Value switch
        {
            "mysql" or "mariadb" or "aurora" or "aurora-mysql" => [Traffic.Tcp(3306)],
            "postgres" => [Traffic.Tcp(5432)],

            // The documentation of clusters gives 3306 or 5432, depending on their mode.
            "aurora-postgresql" => [Traffic.Tcp(0) with { Ports = source.Unknown("no Port is given: the default is 3306 or 5432") }],
            var name when name.StartsWith("oracle", StringComparison.Ordinal) => [Traffic.Tcp(1521)],
            var name when name.StartsWith("sqlserver", StringComparison.Ordinal) => [Traffic.Tcp(1433)],
            _ => null,
        };
    }
}
