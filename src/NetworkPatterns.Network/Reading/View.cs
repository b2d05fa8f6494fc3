using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates.Values;
using TemplateUnknown = NetworkPatterns.Templates.Values.UnknownValue;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Properties of a resource, or of a map inside one, as the model wants them: known, unknown for a reason, or null where left out.</summary>
internal readonly struct View(ReadingContext context, IPropertyReader values, ComponentId owner)
{
    public ComponentId Owner => owner;

    public ResolvedValue this[string name] => values[name];

    /// <summary>Whether the property is written; its value may be unknown.</summary>
    public bool Has(string name) => values[name] is not NoValue;

    public Maybe<string>? Text(string name) => Read(values.Text(name));

    public Maybe<bool>? Boolean(string name) => Read(values.Boolean(name));

    public Maybe<int>? Integer(string name) => Read(values.Integer(name).Select(number => (int)Math.Clamp(number, int.MinValue, int.MaxValue)));

    /// <summary>Whether a property that is one of two words is this one: <c>enable</c> and <c>disable</c>.</summary>
    public Maybe<bool> Is(string name, string word, bool otherwise) =>
        Read(values.Text(name).Select(text => string.Equals(text, word, StringComparison.OrdinalIgnoreCase))) ?? otherwise;

    public Maybe<Cidr>? Cidr(string name) => Cidr(values[name]);

    public Maybe<Cidr>? Cidr(ResolvedValue value)
    {
        var text = value.AsText();
        return text.IsAbsent ? null
            : !text.IsKnown ? Unknown(text.Unknown!)
            : CidrText.TryParse(text.Value, out var cidr) ? cidr
            : Unknown(value, $"'{text.Value}' is not a range");
    }

    public Maybe<View>? Inner(string name)
    {
        var map = values.Map(name);
        return map.IsAbsent ? null : map.TryGet(out var inner) ? new View(context, inner, owner) : Unknown(map.Unknown!);
    }

    /// <summary>The maps of a list, each with the doubt whether it is there; a null view where nothing is known of it.</summary>
    public IEnumerable<(View? Item, UnknownValue? Doubt)> Items(string name) => Items(values[name], doubt: null);

    public IEnumerable<(View? Item, UnknownValue? Doubt)> Items(ResolvedValue value, UnknownValue? doubt)
    {
        switch (value)
        {
            case NoValue:
                return [];
            case ListValue list:
                var self = this;
                return list.SelectMany(item => self.Items(item, doubt));
            case MapValue map:
                return [(new View(context, map, owner), doubt)];
            case TemplateUnknown { Alternatives.IsEmpty: false } choice:
                var outer = this;
                var unknown = doubt ?? Unknown(choice);
                return choice.Alternatives.SelectMany(alternative => outer.Items(alternative, unknown));
            default:
                return [(null, value.AsMap().Unknown is { } why ? Unknown(why) : Unknown(value, "it can't be read"))];
        }
    }

    /// <summary>The texts of a list.</summary>
    public ImmutableArray<Maybe<string>> Texts(string name)
    {
        var self = this;
        var list = values.List(name);
        return list.IsAbsent ? []
            : !list.TryGet(out var items) ? [values[name].AsText().TryGet(out var one) ? one : Unknown(list.Unknown!)]
            : [.. items.Select(item => self.Read(item.AsText()) ?? self.Unknown(item, "it is not text"))];
    }

    public Maybe<ComponentId>? Reference(string name, ResourceKind kind) => Reference(values[name], kind);

    public Maybe<ComponentId>? Reference(ResolvedValue value, ResourceKind kind)
    {
        switch (Pointer.Of(value))
        {
            case null:
                return null;
            case Pointer.Declared { Resource: var resource } declared:
                return declared.IsIdentity && kind.Types.Contains(resource.Type) ? context.IdOf(resource)
                    : Implied(declared, kind) is { } implied ? implied
                    : Unknown(value, $"{declared} is known only after deployment");
            case Pointer.Literal literal:
                return context.External(kind, literal.Text);
            case Pointer.Unknown unknown:
                return Unknown(unknown.Value);
            default:
                return Unknown(value, "it can't be read");
        }
    }

    /// <summary>The resources that a list names.</summary>
    public ImmutableArray<Maybe<ComponentId>> References(string name, ResourceKind kind) => References(values[name], kind);

    public ImmutableArray<Maybe<ComponentId>> References(ResolvedValue value, ResourceKind kind)
    {
        var self = this;
        return value switch
        {
            NoValue => [],
            ListValue list => [.. list.SelectMany(item => self.References(item, kind))],
            _ => [Reference(value, kind)!.Value],
        };
    }

    public UnknownValue Unknown(TemplateUnknown unknown) => new(owner, unknown.Reason);

    public UnknownValue Unknown(ResolvedValue value, string reason) =>
        new(owner, value.Origin.PropertyPath is { Length: > 0 } path ? $"{path}: {reason}" : reason);

    public UnknownValue Unknown(string reason) => new(owner, reason);

    public Maybe<T>? Read<T>(Reading<T> reading) =>
        reading.IsAbsent ? null : reading.TryGet(out var value) ? value : Unknown(reading.Unknown!);

    // Objects that AWS makes with a resource are attributes of it.
    private ComponentId? Implied(Pointer.Declared declared, ResourceKind kind) => (declared.Resource.Type, declared.Attribute) switch
    {
        ("AWS::EC2::VPC", "DefaultSecurityGroup") when declared.IsWhole && kind == ResourceKind.SecurityGroup =>
            context.IdOf(declared.Resource).Implies(ImpliedPart.DefaultSecurityGroup),
        ("AWS::EC2::VPC", "DefaultNetworkAcl") when declared.IsWhole && kind == ResourceKind.NetworkAcl =>
            context.IdOf(declared.Resource).Implies(ImpliedPart.DefaultNetworkAcl),
        ("AWS::NetworkFirewall::Firewall", "TransitGatewayAttachmentId") when declared.IsWhole && kind == ResourceKind.TransitGatewayAttachment =>
            context.IdOf(declared.Resource).Implies(ImpliedPart.Attachment),
        (_, "SecurityGroups") when kind == ResourceKind.SecurityGroup && ResourceKind.LoadBalancer.Types.Contains(declared.Resource.Type) =>
            GroupOfLoadBalancer(declared),
        _ => null,
    };

    // Fn::Select of the groups that a load balancer was given.
    private ComponentId? GroupOfLoadBalancer(Pointer.Declared declared) =>
        declared.Steps is [SelectDerivation(var index)]
        && context.View(declared.Resource).References("SecurityGroups", ResourceKind.SecurityGroup) is var groups
        && index < groups.Length && groups[index].IsKnown
            ? groups[index].Value
            : null;
}

/// <summary>The parts that undeclared objects play.</summary>
internal static class ImpliedPart
{
    public const string DefaultSecurityGroup = "DefaultSecurityGroup";
    public const string DefaultNetworkAcl = "DefaultNetworkAcl";
    public const string MainRouteTable = "MainRouteTable";
    public const string Attachment = "TransitGatewayAttachment";
}
