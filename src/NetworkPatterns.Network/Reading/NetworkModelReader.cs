using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reading.Edge;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading;

/// <summary>Reads the network of an estate: resolved resources in, the model out.</summary>
/// <remarks>
/// Nothing is left out in silence: what is not known is unknown in the model, what has no part in it is a problem of the
/// result, so that a caller can say what an answer rests on.
/// </remarks>
public static class NetworkModelReader
{
    /// <summary>The network that the templates of an estate make.</summary>
    public static NetworkReading Read(Estate estate)
    {
        ArgumentNullException.ThrowIfNull(estate);
        var context = new ReadingContext(estate);
        var vpcs = new VpcReader(context);
        vpcs.Read();
        var subnets = new SubnetReader(context, vpcs);
        subnets.Read();
        var attachments = new GatewayAttachments(context, new VpcIdentities(context, vpcs));
        var firewallEndpoints = new FirewallEndpoints(context);
        var tables = new RouteTableReader(context, vpcs, new RouteTargetReader(context, firewallEndpoints, attachments));
        tables.Read();
        var acls = new NetworkAclReader(context, vpcs);
        acls.Read();
        var groups = new SecurityGroupReader(context, vpcs);
        groups.Read();
        PrefixListReader.Read(context);
        ReadInterfaces(context, new InterfaceFactory(context, subnets));
        new GatewayReader(context, attachments).Read();
        PeeringReader.Read(context);
        var outside = new OutsideReader(context);
        var transit = new TransitGatewayReader(context, outside);
        transit.Read();
        new FirewallReader(context, firewallEndpoints).Read();
        new OnPremisesReader(context, outside).Read();
        ClientVpnReader.Read(context);
        LatticeReader.Read(context);
        BlockPublicAccessReader.Read(context);
        UnmodelledReader.Read(context);
        new ExternalReader(context, tables, acls, groups, transit).Read();
        return new NetworkReading(
            new NetworkModel { Objects = [.. context.Objects], StandIns = context.StandIns, Edge = EdgeReader.Read(context) },
            context.Problems.ToSorted());
    }

    private static void ReadInterfaces(ReadingContext context, InterfaceFactory interfaces)
    {
        new InstanceReader(context, interfaces, new ElasticIps(context)).Read();
        new ServiceInterfaceReader(context, interfaces).Read();
        new DatabaseReader(context, interfaces).Read();
        new LoadBalancerReader(context, interfaces).Read();
        new ClassicLoadBalancerReader(context, interfaces).Read();
        new TargetGroupReader(context).Read();
        new EndpointReader(context, interfaces).Read();
    }
}

/// <summary>A network that was read, and what was met on the way.</summary>
/// <param name="Model">The network.</param>
/// <param name="Problems">What is not modelled or was assumed, sorted; none of it makes the model wrong, but answers may be unknown because of it.</param>
public sealed record NetworkReading(NetworkModel Model, ImmutableArray<Problem> Problems);
