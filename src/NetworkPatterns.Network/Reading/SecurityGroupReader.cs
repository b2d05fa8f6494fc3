using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Security groups, declared ones and each VPC's default one, with rules inside and rules of their own.</summary>
internal sealed class SecurityGroupReader(ReadingContext context, VpcReader vpcs)
{
    private const string IngressType = "AWS::EC2::SecurityGroupIngress";
    private const string EgressType = "AWS::EC2::SecurityGroupEgress";

    private ILookup<ComponentId, ResolvedResource> ingress = null!;
    private ILookup<ComponentId, ResolvedResource> egress = null!;
    private ILookup<(string Stack, string Name), ResolvedResource> ingressByName = null!;

    public void Read()
    {
        ingress = context.Children(IngressType, "GroupId", ResourceKind.SecurityGroup);
        egress = context.Children(EgressType, "GroupId", ResourceKind.SecurityGroup);
        ingressByName = IngressByName();
        var changes = CustomResourceReader.ChangesTo(context, ResourceKind.SecurityGroup);
        foreach (var resource in context.OfType("AWS::EC2::SecurityGroup"))
        {
            var view = context.View(resource);
            var component = context.ComponentOf(resource);
            var rules = new SecurityGroupRules(context, component);
            rules.AddAll(view, "SecurityGroupIngress", isEgress: false);
            rules.AddAll(view, "SecurityGroupEgress", isEgress: true);
            if (view.Text("GroupName") is { IsKnown: true } name)
            {
                AddStandalone(rules, ingressByName[(resource.Stack.Name, name.Value)], isEgress: false);
            }

            var vpc = view.Reference("VpcId", ResourceKind.Vpc) ?? view.Unknown("no VpcId is given: the default VPC is not among the given templates");
            context.Add(Finish(rules, new SecurityGroup(component, vpc), DefaultEgress(view, component), changes));
        }

        AddDefaultGroups(changes);
    }

    /// <summary>A group outside the estate: what the templates add to it, besides rules that nobody knows.</summary>
    public SecurityGroup ReadExternal(Component component)
    {
        var unknown = new UnknownValue(component.Id, "the security group is not among the given templates");
        var rules = new SecurityGroupRules(context, component);
        var group = Finish(rules, new SecurityGroup(component, unknown), defaultEgress: [], Enumerable.Empty<UnknownValue>().ToLookup(_ => component.Id));
        return group with { MayHaveMoreRules = group.MayHaveMoreRules.Add(unknown) };
    }

    // Everything goes out where no rule says otherwise; whether one does may hang on a condition.
    private static ImmutableArray<SecurityGroupRule> DefaultEgress(View view, Component group)
    {
        var written = view.Items("SecurityGroupEgress").ToList();
        return written.Exists(rule => rule.Doubt is null) ? []
            : [.. SecurityGroup.AllowAllEgress(group).Select(rule => rule with { Doubt = written.Count == 0 ? null : written[0].Doubt })];
    }

    private SecurityGroup Finish(
        SecurityGroupRules rules, SecurityGroup group, ImmutableArray<SecurityGroupRule> defaultEgress, ILookup<ComponentId, UnknownValue> changes)
    {
        AddStandalone(rules, ingress[group.Id], isEgress: false);
        AddStandalone(rules, egress[group.Id], isEgress: true);
        var own = rules.Egress.Where(rule => rule.Component.Type != EgressType);
        var separate = rules.Egress.Where(rule => rule.Component.Type == EgressType).ToImmutableArray();
        return group with
        {
            Ingress = [.. rules.Ingress],
            Egress = [.. Surviving(defaultEgress, separate, isDefault: true), .. Surviving([.. own], separate, isDefault: false), .. separate],
            MayHaveMoreRules = [.. rules.Unknown, .. context.OrphansOf(ResourceKind.SecurityGroup), .. changes[group.Id]],
        };
    }

    // A rule resource takes the default allow-all rule away; one that was written down looks just the same to CloudFormation.
    private static IEnumerable<SecurityGroupRule> Surviving(
        ImmutableArray<SecurityGroupRule> own, ImmutableArray<SecurityGroupRule> separate, bool isDefault)
    {
        if (separate.IsEmpty)
        {
            return own;
        }

        var certain = separate.Any(rule => rule.Doubt is null);
        if (isDefault)
        {
            return certain ? [] : own.Select(rule => rule with { Doubt = separate[0].Doubt });
        }

        return own.Select(rule => IsAllowAll(rule)
            ? rule with { Doubt = rule.Doubt ?? new UnknownValue(separate[0].Id, $"this rule resource may take away the allow-all egress rule of {rule.Component}") }
            : rule);
    }

    private static bool IsAllowAll(SecurityGroupRule rule) =>
        rule is { Peer: RulePeer.Range { Cidr.PrefixLength: 0 }, Traffic.Protocol: { IsKnown: true, Value: Traffic.AllProtocols } };

    private void AddDefaultGroups(ILookup<ComponentId, UnknownValue> changes)
    {
        var restricted = CustomResourceReader.RestrictedGroups(context);
        foreach (var vpc in vpcs.Vpcs.Values)
        {
            var component = vpc.Component.Implies(ImpliedPart.DefaultSecurityGroup, "AWS::EC2::SecurityGroup");
            var restrictions = restricted.Where(each => each.Group.Or(component.Id) == component.Id).ToList();
            var rules = new SecurityGroupRules(context, component);
            rules.Ingress.AddRange(Left(SecurityGroup.AllowOwnMembers(component)));

            // The custom resource takes the IPv4 rule only.
            rules.Egress.AddRange(SecurityGroup.AllowAllEgress(component).SelectMany(rule => rule.Peer is RulePeer.Range { Cidr.IsIPv6: true } ? [rule] : Left([rule])));
            context.Add(Finish(rules, new SecurityGroup(component, vpc.Id) { IsDefault = true }, defaultEgress: [], changes));

            IEnumerable<SecurityGroupRule> Left(ImmutableArray<SecurityGroupRule> own) =>
                restrictions.Count == 0 ? own
                : restrictions.Exists(each => each.Doubt is null) ? []
                : own.Select(rule => rule with { Doubt = restrictions[0].Doubt });
        }
    }

    private void AddStandalone(SecurityGroupRules rules, IEnumerable<ResolvedResource> resources, bool isEgress)
    {
        foreach (var resource in resources)
        {
            rules.Add(context.View(resource), context.Named(resource), isEgress, context.DoubtOf(resource));
        }
    }

    private ILookup<(string Stack, string Name), ResolvedResource> IngressByName() =>
        context.OfType(IngressType)
            .Select(rule => (Rule: rule, Name: context.View(rule).Text("GroupName")))
            .Where(pair => pair.Name is { IsKnown: true })
            .ToLookup(pair => (pair.Rule.Stack.Name, pair.Name!.Value.Value), pair => pair.Rule);
}
