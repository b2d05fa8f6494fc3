using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>What AWS Network Firewall lets through: rules in strict order, and everything else dropped with an alert.</summary>
/// <remarks>
/// Emits <c>AWS::NetworkFirewall::FirewallPolicy</c> and an <c>AWS::NetworkFirewall::RuleGroup</c> for each group of rules.
/// <para>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html</para>
/// </remarks>
public sealed class NetworkFirewallPolicy : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the policy and makes its resources.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">The rules.</param>
    /// <exception cref="PlanException">The rules cannot be planned; it carries every problem, and nothing has been made.</exception>
    public NetworkFirewallPolicy(Construct scope, string id, NetworkFirewallPolicyProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = NetworkFirewallPolicyPlan.From(props, this.ContextFor(nameof(NetworkFirewallPolicyProps)));
        _resources = this.Emit(
            NetworkFirewallPolicyBlueprint.From(plan), plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal));
    }

    /// <summary>The policy's ARN, as a token.</summary>
    public string PolicyArn => _resources.Ref(NetworkFirewallPolicyBlueprint.PolicyId);
}
