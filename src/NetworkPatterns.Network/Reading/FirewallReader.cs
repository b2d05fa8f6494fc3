using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>AWS Network Firewall: firewalls with the policy that each follows.</summary>
internal sealed class FirewallReader(ReadingContext context, FirewallEndpoints endpoints)
{
    private readonly Dictionary<ComponentId, Maybe<FirewallPolicy>> policies = [];

    public void Read()
    {
        var groups = new FirewallRuleGroupReader(context);
        foreach (var resource in context.OfType("AWS::NetworkFirewall::FirewallPolicy"))
        {
            policies[context.IdOf(resource)] = new FirewallPolicyReader(context, groups).Read(resource);
        }

        foreach (var resource in context.OfType("AWS::NetworkFirewall::Firewall"))
        {
            var view = context.View(resource);
            var policy = view.Reference("FirewallPolicyArn", ResourceKind.FirewallPolicy) ?? view.Unknown("FirewallPolicyArn is missing");
            context.Add(new NetworkFirewall(context.ComponentOf(resource), Policy(policy)) { Endpoints = endpoints.Of(view.Owner) });
        }
    }

    private Maybe<FirewallPolicy> Policy(Maybe<ComponentId> id) =>
        !id.IsKnown ? id.Unknown!
        : policies.TryGetValue(id.Value, out var policy) ? policy
        : new UnknownValue(id.Value, "the firewall policy is not among the given templates");
}
