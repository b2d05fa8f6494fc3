using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A target group of a service network, with what lets VPC Lattice call a function.</summary>
internal static class LatticeTargetGroupBlueprint
{
    public static string IdOf(string name) => $"{ResourceName.Of(name)}TargetGroup";

    public static void Add(BlueprintBuilder builder, TokenInputs inputs, ResourceTags tags, LatticeTargetGroup group)
    {
        var id = IdOf(group.Name);
        var hasPort = !group.IsLambda;
        builder.Add(
            id,
            "AWS::VpcLattice::TargetGroup",
            ("Type", group.Type),
            ("Config", group.IsLambda ? Value.Map(("LambdaEventStructureVersion", "V2")) : Value.Map(
                ("VpcIdentifier", inputs.Of($"{ResourceName.Of(group.Name)}VpcId", group.Network!.VpcId)),
                ("Protocol", NameOf(group.Protocol)),
                ("ProtocolVersion", group.Protocol == LatticeTargetProtocol.Tcp ? null : Value.FromString("HTTP1")),
                ("Port", group.Port),
                ("IpAddressType", group.Type == "IP" ? Value.FromString("IPV4") : null),
                ("HealthCheck", group.IsLoadBalancer ? null : HealthCheckOf(group)))),
            ("Targets", group.Targets.IsEmpty ? null : Value.List(group.Targets.Select((target, place) => (Value)Value.Map(
                ("Id", inputs.Of($"{ResourceName.Of(group.Name)}Target{place}", target)),
                ("Port", hasPort ? group.Port : null))))),
            ("Tags", tags.Of(group.Name)));
        if (group.IsLambda)
        {
            builder.Add(
                $"{ResourceName.Of(group.Name)}Permission",
                "AWS::Lambda::Permission",
                ("Action", "lambda:InvokeFunction"),
                ("FunctionName", inputs.Of($"{ResourceName.Of(group.Name)}Target0", group.Targets[0])),
                ("Principal", "vpc-lattice.amazonaws.com"),
                ("SourceArn", Value.GetAtt(id, "Arn")));
        }
    }

    private static MapValue HealthCheckOf(LatticeTargetGroup group) => group.HealthCheckPath is { } path && group.Protocol != LatticeTargetProtocol.Tcp
        ? Value.Map(("Enabled", true), ("Path", path), ("Protocol", NameOf(group.Protocol)))
        : Value.Map(("Enabled", false));

    private static string NameOf(LatticeTargetProtocol protocol) => protocol switch
    {
        LatticeTargetProtocol.Http => "HTTP",
        LatticeTargetProtocol.Https => "HTTPS",
        _ => "TCP",
    };
}
