using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>A Client VPN, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html</remarks>
internal sealed record ClientVpnPlan
{
    public required string Path { get; init; }

    /// <summary>What the user asked for, for parts that decide nothing more.</summary>
    public required ClientVpnProps Props { get; init; }

    /// <summary>The pool of the clients' addresses.</summary>
    public required Cidr ClientCidr { get; init; }

    /// <summary>The tier whose subnets are associated.</summary>
    public required TierPlan Tier { get; init; }

    public required Value ServerCertificateArn { get; init; }

    /// <summary>How clients prove who they are.</summary>
    public required ClientVpnAuthentication Authentication { get; init; }

    /// <summary>The rules, one for each range.</summary>
    public required ImmutableArray<ClientVpnRule> Rules { get; init; }

    /// <summary>The tiers that clients may reach, each once, by name.</summary>
    public required ImmutableArray<TierPlan> AuthorizedTiers { get; init; }

    /// <summary>What the rules of the tiers let the associated tier open to authorized tiers.</summary>
    public required ImmutableArray<Flow> ToTiers { get; init; }

    /// <summary>What they let it open to IPv4 ranges.</summary>
    public required ImmutableArray<Flow> ToRanges { get; init; }

    public required ImmutableArray<Value> DnsServers { get; init; }

    /// <summary>What the user gave as tokens, by the name of the blueprint's input.</summary>
    public required ImmutableSortedDictionary<string, string> Inputs { get; init; }

    /// <summary>Plans the VPN.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static ClientVpnPlan From(ClientVpnProps props, ThreeTierVpcPlan network, PatternContext context)
    {
        var problems = new ProblemList();
        ClientVpnRules.Check(props, network, context, problems);
        problems.ThrowIfAny();
        var values = new ExternalValues(context);
        var tier = network.Tiers.First(known => known.Name == props.Tier);
        ImmutableArray<TierPlan> authorized =
            [.. network.Tiers.Where(known => props.Authorizations.Any(each => each.TierName == known.Name)).OrderBy(known => known.Name, StringComparer.Ordinal)];
        return new()
        {
            Path = context.Path,
            Props = props,
            ClientCidr = Cidr.Parse(props.ClientCidrBlock),
            Tier = tier,
            ServerCertificateArn = values.Of(nameof(props.ServerCertificateArn), props.ServerCertificateArn),
            Authentication = new(
                ValueOf(nameof(props.ClientRootCertificateArn), props.ClientRootCertificateArn),
                ValueOf(nameof(props.ActiveDirectoryId), props.ActiveDirectoryId),
                ValueOf(nameof(props.SamlProviderArn), props.SamlProviderArn),
                ValueOf(nameof(props.SelfServiceSamlProviderArn), props.SelfServiceSamlProviderArn)),
            Rules = [.. props.Authorizations.SelectMany(RulesOf)],
            AuthorizedTiers = authorized,
            ToTiers = [.. authorized.SelectMany(to => FlowsBetween(network, tier, to))],
            ToRanges = [.. FlowsToRanges(network, tier)],
            DnsServers = [.. props.DnsServers.Select((server, place) => values.Of($"DnsServer{place}", server))],
            Inputs = values.Inputs,
        };

        Value? ValueOf(string name, string? text) => text is null ? null : values.Of(name, text);

        IEnumerable<ClientVpnRule> RulesOf(ClientVpnAuthorization authorization)
        {
            var group = ValueOf($"{ResourceName.Of(authorization.Name)}AccessGroup", authorization.AccessGroupId);
            return authorization.CidrBlock is { } network
                ? [new(authorization.Name, network, group, IsRouted: true)]
                : authorized.First(to => to.Name == authorization.TierName).Ranges
                    .Where(range => !range.IsIPv6)
                    .Select(range => new ClientVpnRule(authorization.Name, range.ToString(), group, IsRouted: false));
        }
    }

    /// <summary>What a tier may open to another.</summary>
    public static IEnumerable<Flow> FlowsBetween(ThreeTierVpcPlan network, TierPlan from, TierPlan to) =>
        network.Flows.Where(flow => flow.Rule.HasAnswers && flow.From.Group == from.Group && flow.To.Group == to.Group);

    /// <summary>What a tier may open to IPv4 ranges.</summary>
    public static IEnumerable<Flow> FlowsToRanges(ThreeTierVpcPlan network, TierPlan from) => network.Flows
        .Where(flow => flow.Rule.HasAnswers && flow.From.Group == from.Group && flow.To is { Group: null, PrefixList: null })
        .Select(flow => flow with { To = flow.To with { Ranges = [.. flow.To.Ranges.Where(range => !range.IsIPv6)] } })
        .Where(flow => !flow.To.Ranges.IsEmpty);
}

/// <summary>How clients prove who they are: each that is given, they need.</summary>
internal sealed record ClientVpnAuthentication(Value? RootCertificate, Value? Directory, Value? SamlProvider, Value? PortalSamlProvider);

/// <summary>That clients may reach a range.</summary>
/// <param name="Name">The authorization's name.</param>
/// <param name="Range">The range.</param>
/// <param name="AccessGroup">The group that alone may; <see langword="null"/> for everybody.</param>
/// <param name="IsRouted">Whether the endpoint needs a route of its own there.</param>
internal sealed record ClientVpnRule(string Name, string Range, Value? AccessGroup, bool IsRouted);
