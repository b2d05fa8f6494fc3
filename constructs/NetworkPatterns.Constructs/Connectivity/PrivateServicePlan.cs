using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>An endpoint service, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html</remarks>
internal sealed partial record PrivateServicePlan
{
    public const string ServiceId = "Service";
    private const string Everybody = "*";

    public required string Path { get; init; }

    public required ImmutableArray<Value> NetworkLoadBalancers { get; init; }

    public required ImmutableArray<Value> GatewayLoadBalancers { get; init; }

    public required ImmutableArray<Value> Principals { get; init; }

    public required bool AcceptanceRequired { get; init; }

    public required ImmutableArray<string> Regions { get; init; }

    public required bool DualStack { get; init; }

    public required Value? TopicArn { get; init; }

    public required ImmutableSortedDictionary<string, string> Inputs { get; init; }

    /// <summary>Plans a service.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static PrivateServicePlan From(PrivateServiceProps props, PatternContext context)
    {
        var problems = new ProblemList();
        if (props.NetworkLoadBalancerArns.Count > 0 == props.GatewayLoadBalancerArns.Count > 0)
        {
            problems.Add(DiagnosticCatalogue.PrivateServiceUnclear.At(
                context.At(nameof(props.NetworkLoadBalancerArns)),
                props.NetworkLoadBalancerArns.Count == 0 ? "no load balancer answers" : "both Network and Gateway Load Balancers are given",
                "give Network Load Balancers, or Gateway Load Balancers"));
        }

        CheckPrincipals(props, context, problems);
        problems.ThrowIfAny();

        var values = new ExternalValues(context);
        return new()
        {
            Path = context.Path,
            NetworkLoadBalancers = [.. props.NetworkLoadBalancerArns.Select((arn, place) => values.Of($"NetworkLoadBalancer{place}", arn))],
            GatewayLoadBalancers = [.. props.GatewayLoadBalancerArns.Select((arn, place) => values.Of($"GatewayLoadBalancer{place}", arn))],
            Principals = props.AllowedPrincipals is { } principals
                ? [.. principals.Order(StringComparer.Ordinal).Select((principal, place) => PrincipalOf(principal, place, values))]
                : [Value.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")],
            AcceptanceRequired = props.AcceptanceRequired,
            Regions = [.. props.SupportedRegions.Order(StringComparer.Ordinal)],
            DualStack = props.DualStack,
            TopicArn = props.NotificationTopicArn is { } topic ? values.Of("NotificationTopicArn", topic) : null,
            Inputs = values.Inputs,
        };
    }

    /// <summary>The blueprint.</summary>
    public Blueprint ToBlueprint()
    {
        var builder = new BlueprintBuilder();
        foreach (var input in Inputs.Keys)
        {
            builder.AddInput(input);
        }

        builder
            .Add(
                ServiceId,
                "AWS::EC2::VPCEndpointService",
                ("NetworkLoadBalancerArns", NetworkLoadBalancers.IsEmpty ? null : Value.List(NetworkLoadBalancers)),
                ("GatewayLoadBalancerArns", GatewayLoadBalancers.IsEmpty ? null : Value.List(GatewayLoadBalancers)),
                ("AcceptanceRequired", AcceptanceRequired),
                ("SupportedRegions", Regions.IsEmpty ? null : Value.List(Regions.Select(Value.FromString))),
                ("SupportedIpAddressTypes", DualStack ? Value.List("ipv4", "ipv6") : null),
                ("Tags", new ResourceTags(Path).Of("service")))
            .Add(
                "Permissions",
                "AWS::EC2::VPCEndpointServicePermissions",
                ("ServiceId", Value.Ref(ServiceId)),
                ("AllowedPrincipals", Value.List(Principals)));
        if (TopicArn is { } topic)
        {
            builder.Add(
                "Notification",
                "AWS::EC2::VPCEndpointConnectionNotification",
                ("ServiceId", Value.Ref(ServiceId)),
                ("ConnectionNotificationArn", topic),
                ("ConnectionEvents", Value.List("Accept", "Connect", "Delete", "Reject")));
        }

        return builder.Build(Path);
    }

    private static Value PrincipalOf(string principal, int place, ExternalValues values) => Account().IsMatch(principal)
        ? Value.Sub($"arn:${{AWS::Partition}}:iam::{principal}:root")
        : values.Of($"Principal{place}", principal);

    private static void CheckPrincipals(PrivateServiceProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.AllowedPrincipals));
        if (props.AllowedPrincipals is { Count: 0 })
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(where, "AllowedPrincipals is an empty list, and nobody could make an endpoint", "name accounts, or leave it out for the stack's own"));
        }

        foreach (var principal in props.AllowedPrincipals ?? [])
        {
            if (principal == Everybody)
            {
                if (!props.AcceptanceRequired)
                {
                    problems.Add(DiagnosticCatalogue.OpenPrivateService.At(where, "everybody may make endpoints, and nobody has to accept them", "name accounts, or leave AcceptanceRequired on"));
                }
            }
            else if (!context.IsToken(principal) && !Account().IsMatch(principal) && !Arn().IsMatch(principal))
            {
                problems.Add(DiagnosticCatalogue.PrivateServiceUnclear.At(where, $"'{principal}' is no principal", "write an account ID of 12 digits, or an ARN of IAM"));
            }
        }

        if (props.AllowedPrincipals is null && !props.AcceptanceRequired)
        {
            problems.Add(DiagnosticCatalogue.OpenPrivateService.At(where, "nobody has to accept endpoints, and it is not said who may make them", "name AllowedPrincipals"));
        }
    }

    [GeneratedRegex("^[0-9]{12}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Account();

    [GeneratedRegex("^arn:aws[a-z-]*:iam::[0-9]{12}:(root|role/.+|user/.+)\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arn();
}
