using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The interface endpoints of a VPC, which share one security group.</summary>
/// <param name="Endpoints">The endpoints, by id.</param>
/// <param name="Flows">Who reaches them.</param>
internal sealed record InterfaceEndpointsPlan(ImmutableArray<InterfaceEndpointPlan> Endpoints, ImmutableArray<Flow> Flows)
{
    public const string SecurityGroupId = "InterfaceEndpointSecurityGroup";

    /// <summary>The group, as rules of others name it.</summary>
    public static GroupPeer Group { get; } = new("InterfaceEndpoint", "interface endpoints", Value.GetAtt(SecurityGroupId, "GroupId"));
}

/// <summary>An interface endpoint.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="ServiceName">The full name of the service.</param>
/// <param name="PrivateDns">Whether the service's usual name leads to it.</param>
/// <param name="Policy">What it lets through; <see langword="null"/> where the service takes no policy.</param>
/// <param name="Subnets">Its subnets, one in a zone.</param>
internal sealed record InterfaceEndpointPlan(
    string Id, string Name, Value ServiceName, bool PrivateDns, EndpointPolicy? Policy, ImmutableArray<SubnetPlan> Subnets);
