using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>What Resolver endpoints of a VPC are to be.</summary>
public sealed class ResolverEndpointsProps
{
    /// <summary>The VPC.</summary>
    public required IVpc Vpc { get; init; }

    /// <summary>Two to six subnets, of at least two zones. Each endpoint has an address in each of them.</summary>
    public required IReadOnlyList<ISubnet> Subnets { get; init; }

    /// <summary>IPv4 or IPv6 blocks of networks whose name servers may ask here (inbound). Default: none, and no inbound endpoint.</summary>
    public IReadOnlyList<string> InboundFrom { get; init; } = [];

    /// <summary>IPv4 or IPv6 blocks of the name servers that are asked (outbound). Default: none, and no outbound endpoint.</summary>
    public IReadOnlyList<string> OutboundTo { get; init; } = [];

    /// <summary>The ports, 1 to 65535, of the name servers that are asked, TCP and UDP. Default: 53.</summary>
    public IReadOnlyList<int> OutboundPorts { get; init; } = [53];
}

/// <summary>Doors between a VPC's DNS and other networks': inbound for their questions, outbound for those that rules forward.</summary>
/// <remarks>
/// Emits <c>AWS::Route53Resolver::ResolverEndpoint</c> and <c>AWS::EC2::SecurityGroup</c>, one of each for each direction.
/// The security group's own rules change in place; the group itself, which an endpoint keeps for good, does not.
/// AWS charges by the hour for each address.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-getting-started.html</para>
/// </remarks>
public sealed class ResolverEndpoints : Construct
{
    private const int FewestSubnets = 2;
    private const int MostSubnets = 6;

    private static readonly ImmutableArray<string> Protocols = ["tcp", "udp"];


    /// <summary>Plans the endpoints and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public ResolverEndpoints(Construct scope, string id, ResolverEndpointsProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(ResolverEndpointsProps));
        Check(props, context);
        ImmutableArray<string> subnets = [.. props.Subnets.Select(subnet => subnet.SubnetId)];
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var vpc = inputs.Of("VpcId", props.Vpc.VpcId);
        ImmutableArray<Value> addresses = [.. subnets.Select((subnet, index) => (Value)Value.Map(("SubnetId", inputs.Of($"Subnet{index}", subnet))))];
        AddEndpoint(builder, context, "Inbound", "INBOUND", "SecurityGroupIngress", props.InboundFrom, [53], vpc, addresses);
        AddEndpoint(builder, context, "Outbound", "OUTBOUND", "SecurityGroupEgress", props.OutboundTo, props.OutboundPorts, vpc, addresses);
        Resources = this.Emit(builder.Build(context.Path), inputs.Supplied);
        HasOutbound = props.OutboundTo.Count > 0;
    }

    internal EmittedBlueprint Resources { get; }

    /// <summary>The outbound endpoint's ID, as a token, for <see cref="ForwardingRules"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no outbound endpoint.</exception>
    public string OutboundEndpointId => Resources.GetAtt("Outbound", "ResolverEndpointId");

    /// <summary>The inbound endpoint's ID, as a token.</summary>
    /// <exception cref="KeyNotFoundException">There is no inbound endpoint.</exception>
    public string InboundEndpointId => Resources.GetAtt("Inbound", "ResolverEndpointId");

    /// <summary>Whether there is an outbound endpoint.</summary>
    public bool HasOutbound { get; }

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => Resources.GetResource(id);

    private static void AddEndpoint(
        BlueprintBuilder builder,
        PatternContext context,
        string name,
        string direction,
        string ruleProperty,
        IReadOnlyList<string> blocks,
        IReadOnlyList<int> ports,
        Value vpc,
        ImmutableArray<Value> addresses)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        var rules = from block in blocks.Order(StringComparer.Ordinal)
                    from port in ports.Order()
                    from protocol in Protocols
                    select (Value)Value.Map(
                        ("IpProtocol", protocol),
                        ("FromPort", port),
                        ("ToPort", port),
                        (Cidr.Parse(block).IsIPv6 ? "CidrIpv6" : "CidrIp", block));
        // An inbound endpoint opens nothing. CloudFormation would add a rule to everywhere; this address is nobody's.
        var nothing = Value.List(Value.Map(("IpProtocol", "icmp"), ("FromPort", 252), ("ToPort", 86), ("CidrIp", "255.255.255.255/32"), ("Description", "Nothing")));
        builder
            .Add(
                $"{name}SecurityGroup",
                "AWS::EC2::SecurityGroup",
                ("GroupDescription", $"DNS {name.ToLowerInvariant()} of {context.Path}"[..Math.Min(255, $"DNS {name.ToLowerInvariant()} of {context.Path}".Length)]),
                ("VpcId", vpc),
                (ruleProperty, Value.List(rules)),
                ("SecurityGroupEgress", ruleProperty == "SecurityGroupEgress" ? null : nothing))
            .Add(
                name,
                "AWS::Route53Resolver::ResolverEndpoint",
                ("Direction", direction),
                ("IpAddresses", Value.List(addresses)),
                ("SecurityGroupIds", Value.List(Value.GetAtt($"{name}SecurityGroup", "GroupId"))),
                ("Tags", Value.Tags(("Name", $"{context.Path}/{name}"))));
    }

    private static void Check(ResolverEndpointsProps props, PatternContext context)
    {
        var problems = new ProblemList();
        if (props.Subnets.Count is < FewestSubnets or > MostSubnets)
        {
            problems.Add(DiagnosticCatalogue.ResolverAddresses.At(
                context.At(nameof(props.Subnets)), $"{props.Subnets.Count} subnets are not {FewestSubnets} to {MostSubnets}", "give subnets of two zones"));
        }
        else if (props.Subnets.Select(subnet => subnet.AvailabilityZone).Distinct(StringComparer.Ordinal).Count() < FewestSubnets)
        {
            problems.Add(DiagnosticCatalogue.ResolverAddresses.At(context.At(nameof(props.Subnets)), "all subnets are in one zone", "give subnets of two zones"));
        }

        if (props.InboundFrom.Count == 0 && props.OutboundTo.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ResolverAddresses.At(
                context.At(nameof(props.InboundFrom)), "neither direction has a network", "give InboundFrom, OutboundTo or both"));
        }

        foreach (var port in props.OutboundPorts.Where(port => port is < 1 or > 65535))
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At(context.At(nameof(props.OutboundPorts)), $"{port} is not a port", "give a port from 1 to 65535"));
        }

        foreach (var (property, block) in props.InboundFrom.Select(block => (nameof(props.InboundFrom), block)).Concat(props.OutboundTo.Select(block => (nameof(props.OutboundTo), block))))
        {
            if (!Cidr.TryParse(block, out var range, out var error))
            {
                var diagnostic = error == CidrError.HostBitsSet ? DiagnosticCatalogue.HostBitsSet : DiagnosticCatalogue.NotACidr;
                problems.Add(diagnostic.At(context.At(property), $"'{block}' is not a CIDR block", error == CidrError.HostBitsSet ? $"write {range}" : "write it like 10.0.0.0/8"));
            }
        }

        problems.ThrowIfAny();
    }
}
