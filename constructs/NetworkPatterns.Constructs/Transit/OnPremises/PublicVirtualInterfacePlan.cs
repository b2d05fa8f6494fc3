using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>A public virtual interface, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Props">What was asked for, checked.</param>
/// <param name="Prefixes">What the site announces, sorted.</param>
/// <param name="ConnectionId">The connection.</param>
/// <param name="AuthKey">The sessions' key; <see langword="null"/> for one of AWS's.</param>
/// <param name="Inputs">What the user gave as tokens, by the name of the blueprint's input.</param>
internal sealed record PublicVirtualInterfacePlan(
    string Path, PublicVirtualInterfaceProps Props, ImmutableArray<Cidr> Prefixes, Value ConnectionId, Value? AuthKey, ImmutableSortedDictionary<string, string> Inputs)
{
    public const string InterfaceId = "Interface";
    private const int LongestName = 100;

    /// <summary>Plans the interface.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static PublicVirtualInterfacePlan From(PublicVirtualInterfaceProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var prefixes = PublicVirtualInterfaceRules.Check(props, context, problems);
        problems.ThrowIfAny();
        var values = new ExternalValues(context);
        return new(
            context.Path,
            props,
            prefixes,
            values.Of(nameof(props.ConnectionId), props.ConnectionId),
            props.AuthKeySecret is { } secret
                ? Value.Join("", "{{resolve:secretsmanager:", values.Of(nameof(props.AuthKeySecret), secret), $":SecretString:{props.AuthKeyField}}}}}")
                : null,
            values.Inputs);
    }

    /// <summary>The blueprint.</summary>
    public Blueprint ToBlueprint()
    {
        var builder = new BlueprintBuilder();
        foreach (var input in Inputs.Keys)
        {
            builder.AddInput(input);
        }

        var name = string.Concat(Path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        builder.Add(
            InterfaceId,
            "AWS::DirectConnect::PublicVirtualInterface",
            ("VirtualInterfaceName", name[Math.Max(0, name.Length - LongestName)..]),
            ("ConnectionId", ConnectionId),
            ("Vlan", Props.Vlan),
            ("RouteFilterPrefixes", Value.List(Prefixes.Select(prefix => Value.FromString(prefix.ToString())))),
            ("BgpPeers", Value.List(Peers())),
            ("Tags", new ResourceTags(Path).Of("public-interface")));
        return builder.Build(Path);
    }

    // The addresses of an IPv6 session are AWS's: https://docs.aws.amazon.com/directconnect/latest/APIReference/API_CreatePublicVirtualInterface.html
    private IEnumerable<Value> Peers()
    {
        if (Prefixes.Any(prefix => !prefix.IsIPv6))
        {
            yield return Peer("ipv4", Props.AmazonAddress, Props.CustomerAddress);
        }

        if (Prefixes.Any(prefix => prefix.IsIPv6))
        {
            yield return Peer("ipv6", amazon: null, customer: null);
        }
    }

    private MapValue Peer(string family, string? amazon, string? customer) => Value.Map(
        ("AddressFamily", family),
        ("Asn", FormattableString.Invariant($"{Props.CustomerAsn}")),
        ("AmazonAddress", amazon is null ? null : Value.FromString(amazon)),
        ("CustomerAddress", customer is null ? null : Value.FromString(customer)),
        ("AuthKey", AuthKey));
}
