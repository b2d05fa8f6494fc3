using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Appliances behind a Gateway Load Balancer, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html</remarks>
internal sealed record ApplianceServicePlan(
    string Path,
    ImmutableArray<SubnetPlan> Subnets,
    bool HasIPv6,
    ImmutableArray<Value> Instances,
    int HealthCheckPort,
    ImmutableArray<string> Accounts,
    ImmutableSortedDictionary<string, string> Inputs)
{
    public const string TargetGroupId = "TargetGroup";
    public const string ServiceId = "Service";
    private const string BalancerId = "LoadBalancer";
    private const int GenevePort = 6081;
    private const int AccountDigits = 12;

    /// <summary>Plans the service.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static ApplianceServicePlan From(
        ThreeTierVpcPlan network, string tierName, IReadOnlyList<string> instanceIds, int healthCheckPort, IReadOnlyList<string> accounts, PatternContext context)
    {
        var problems = new ProblemList();
        var tier = network.Tiers.FirstOrDefault(candidate => candidate.Name == tierName && candidate.IsForWorkloads);
        if (tier is null)
        {
            problems.Add(DiagnosticCatalogue.ApplianceServiceUnclear.At(
                context.At(nameof(ApplianceServiceProps.Tier)), $"'{tierName}' is not a tier for workloads of {network.Path}", "name a tier that holds the appliances"));
        }

        if (healthCheckPort is < 1 or > 65535)
        {
            problems.Add(DiagnosticCatalogue.ApplianceServiceUnclear.At(
                context.At(nameof(ApplianceServiceProps.HealthCheckPort)), $"{healthCheckPort} is not a port", "give 1 to 65535"));
        }

        foreach (var account in accounts.Where(account => account.Length != AccountDigits || !account.All(char.IsAsciiDigit)))
        {
            problems.Add(DiagnosticCatalogue.ApplianceServiceUnclear.At(
                context.At(nameof(ApplianceServiceProps.AllowedAccounts)), $"'{account}' is not an account", "write an ID of 12 digits"));
        }

        problems.ThrowIfAny();
        var values = new ExternalValues(context);
        return new(
            context.Path,
            tier!.Subnets,
            tier.HasIPv6,
            [.. instanceIds.Select((instance, place) => values.Of($"Instance{place}", instance))],
            healthCheckPort,
            [.. accounts.Order(StringComparer.Ordinal)],
            values.Inputs);
    }

    /// <summary>The blueprint; the VPC's resources are inputs of their own names.</summary>
    public Blueprint ToBlueprint()
    {
        var tags = new ResourceTags(Path);
        var builder = new BlueprintBuilder();
        foreach (var input in Inputs.Keys.Concat(Subnets.Select(subnet => subnet.Id)).Append(ThreeTierVpcBlueprint.VpcId))
        {
            builder.AddInput(input);
        }

        return builder
            .Add(
                BalancerId,
                "AWS::ElasticLoadBalancingV2::LoadBalancer",
                ("Type", "gateway"),
                ("Subnets", Value.List(Subnets.Select(subnet => Value.Input(subnet.Id)))),
                ("IpAddressType", HasIPv6 ? (Value)"dualstack" : null),
                ("LoadBalancerAttributes", Value.List(Value.Map(("Key", "load_balancing.cross_zone.enabled"), ("Value", "true")))),
                ("Tags", tags.Of("appliances")))
            .Add(
                TargetGroupId,
                "AWS::ElasticLoadBalancingV2::TargetGroup",
                ("Protocol", "GENEVE"),
                ("Port", GenevePort),
                ("TargetType", "instance"),
                ("VpcId", Value.Input(ThreeTierVpcBlueprint.VpcId)),
                ("HealthCheckProtocol", "TCP"),
                ("HealthCheckPort", HealthCheckPort.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("Targets", Instances.IsEmpty ? null : Value.List(Instances.Select(instance => Value.Map(("Id", instance))))),
                ("Tags", tags.Of("appliances")))
            .Add(
                "Listener",
                "AWS::ElasticLoadBalancingV2::Listener",
                ("LoadBalancerArn", Value.Ref(BalancerId)),
                ("DefaultActions", Value.List(Value.Map(("Type", "forward"), ("TargetGroupArn", Value.Ref(TargetGroupId))))))
            .Add(
                ServiceId,
                "AWS::EC2::VPCEndpointService",
                ("GatewayLoadBalancerArns", Value.List(Value.Ref(BalancerId))),
                ("AcceptanceRequired", false),
                ("SupportedIpAddressTypes", HasIPv6 ? Value.List("ipv4", "ipv6") : null),
                ("Tags", tags.Of("appliances")))
            .Add(
                "Permissions",
                "AWS::EC2::VPCEndpointServicePermissions",
                ("ServiceId", Value.Ref(ServiceId)),
                ("AllowedPrincipals", Value.List(Accounts.Select(account => Value.Sub($"arn:${{AWS::Partition}}:iam::{account}:root"))
                    .Prepend(Value.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")))))
            .Build(Path);
    }
}
