using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Which checkers a security group lets in.</summary>
public sealed class HealthCheckerIngressProps
{
    /// <summary>The security group of the endpoint.</summary>
    public required ISecurityGroup SecurityGroup { get; init; }

    /// <summary>The TCP port that the checkers ask, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>
    /// The ID (<c>pl-…</c>) in this account and Region of AWS's prefix list <c>com.amazonaws.region.route53-healthchecks</c>.
    /// Without it, nothing is let in and an output gives the command that shows it.
    /// </summary>
    public string? PrefixListId { get; init; }

    /// <summary>The ID of <c>com.amazonaws.region.ipv6.route53-healthchecks</c>, for endpoints that are checked by IPv6 address. Default: none.</summary>
    public string? IPv6PrefixListId { get; init; }
}

/// <summary>Lets Route 53's health checkers into a security group, by AWS's prefix list: its ranges follow AWS's changes.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::SecurityGroupIngress</c>. The list counts as 25 rules of the security group's quota. An ID of a prefix list differs by Region and account, and CloudFormation
/// cannot look it up by name.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-router-firewall-rules.html</para>
/// </remarks>
public sealed class HealthCheckerIngress : Construct
{
    /// <summary>Makes the rules.</summary>
    /// <exception cref="PlanException">The port is not one.</exception>
    public HealthCheckerIngress(Construct scope, string id, HealthCheckerIngressProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(HealthCheckerIngressProps));
        if (props.Port is < 1 or > 65535)
        {
            throw new PlanException(DiagnosticCatalogue.PortOutOfRange.At(context.At(nameof(props.Port)), $"{props.Port} is not a port", "give a port from 1 to 65535"));
        }

        if (props.PrefixListId is null && props.IPv6PrefixListId is null)
        {
            _ = new CfnOutput(this, "PrefixListCommand", new CfnOutputProps
            {
                Description = "Shows the PrefixListId that lets Route 53's health checkers in",
                Value = $"aws ec2 describe-managed-prefix-lists --region {Aws.REGION} --filters Name=prefix-list-name,Values=com.amazonaws.{Aws.REGION}.route53-healthchecks --query PrefixLists[0].PrefixListId --output text",
            });
            return;
        }

        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        foreach (var (name, prefixList) in new[] { ("IPv4", props.PrefixListId), ("IPv6", props.IPv6PrefixListId) })
        {
            if (prefixList is not null)
            {
                builder.Add(
                    name,
                    "AWS::EC2::SecurityGroupIngress",
                    ("GroupId", inputs.Of("SecurityGroupId", props.SecurityGroup.SecurityGroupId)),
                    ("IpProtocol", "tcp"),
                    ("FromPort", props.Port),
                    ("ToPort", props.Port),
                    ("SourcePrefixListId", inputs.Of($"{name}PrefixListId", prefixList)),
                    ("Description", $"Route 53 health checkers over {name}"));
            }
        }

        Resources = this.Emit(builder.Build(context.Path), inputs.Supplied);
    }

    internal EmittedBlueprint? Resources { get; }
}
