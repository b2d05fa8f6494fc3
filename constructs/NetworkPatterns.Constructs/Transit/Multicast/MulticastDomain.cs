using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>A multicast domain of a hub: subnets whose multicast packets the gateway carries to the members of their groups.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::TransitGatewayMulticastDomain</c>, and by option an <c>AWS::SSM::Parameter</c> with its ID. Subnets, members and sources
/// come by <see cref="MulticastMembership"/> in the VPCs' own stacks. Segments say nothing of multicast: whoever is in the domain hears its
/// groups. Multicast does not cross peerings, and is paid for by what members receive.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-multicast-overview.html</para>
/// </remarks>
public sealed class MulticastDomain : Construct
{
    private const string Domain = "Domain";
    private const string ExportKey = "domain";
    private const string On = "enable";
    private const string Off = "disable";

    private readonly EmittedBlueprint _resources;
    private readonly string? _exportName;

    /// <summary>Makes the domain.</summary>
    /// <param name="scope">Where it belongs: a stack of the hub's account and Region.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">Which hub, and how members are known.</param>
    /// <exception cref="PlanException">The hub routes no multicast, or is elsewhere; it carries every problem, and nothing has been made.</exception>
    public MulticastDomain(Construct scope, string id, MulticastDomainProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(MulticastDomainProps));
        var problems = new ProblemList();
        var hub = props.Hub.ViewFrom(this, context.At(nameof(props.Hub)), problems);
        if (!hub.Policy.HasMulticast)
        {
            problems.Add(DiagnosticCatalogue.MulticastOff.At(
                context.At(nameof(props.Hub)), "the hub routes no multicast", "give TransitGatewayHubProps.Multicast before the hub is first deployed: a change later replaces the gateway"));
        }

        if (!hub.HasRouteTables)
        {
            problems.Add(DiagnosticCatalogue.HubElsewhere.At(
                context.At(nameof(props.Hub)), "the hub's route tables are another account's", "make the domain in the hub's own account"));
        }

        problems.ThrowIfAny();
        Mode = props.Mode;
        Register = hub.Register;
        _exportName = props.ExportName;
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        builder.Add(
            Domain,
            "AWS::EC2::TransitGatewayMulticastDomain",
            ("TransitGatewayId", inputs.Of("TransitGatewayId", hub.TransitGatewayId)),
            ("Options", Value.Map(
                ("Igmpv2Support", props.Mode == MulticastMode.Igmp ? On : Off),
                ("StaticSourcesSupport", props.Mode == MulticastMode.StaticSources ? On : Off),
                ("AutoAcceptSharedAssociations", props.AutoAcceptSharedAssociations ? On : Off))),
            ("Tags", new ResourceTags(context.Path).Of("multicast-domain")));
        if (props.ExportName is { } name)
        {
            builder.Add(
                "Export",
                "AWS::SSM::Parameter",
                ("Type", "String"),
                ("Name", name),
                ("Description", $"What {context.Path} has, for MulticastMembership"),
                ("Value", Value.Join("", ExportFormat.Version + ExportFormat.Before(ExportKey), Value.Ref(Domain), ExportFormat.EntryMark)));
        }

        _resources = this.Emit(builder.Build(context.Path), inputs.Supplied);
    }

    /// <summary>The domain's ID, as a token.</summary>
    public string DomainId => _resources.Ref(Domain);

    /// <summary>Who says which interfaces receive and send.</summary>
    public MulticastMode Mode { get; }

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>Domain</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);

    internal SpokeRegister Register { get; }

    /// <summary>How a stack of the same account and Region gets the domain's ID: by reference in its own, otherwise from its export.</summary>
    internal Func<string> IdFor(Construct scope, string where, ProblemList problems)
    {
        var (mine, theirs) = (Stack.Of(this), Stack.Of(scope));
        if (ReferenceEquals(mine, theirs))
        {
            return () => DomainId;
        }

        if (HubPlaces.Differ(mine.Account, theirs.Account) || HubPlaces.Differ(mine.Region, theirs.Region))
        {
            problems.Add(HubPlaces.Elsewhere(Node.Path, where));
        }

        if (_exportName is not { } name)
        {
            problems.Add(DiagnosticCatalogue.HubNotExported.At(where, $"{Node.Path} is needed in another stack and has no ExportName", "give MulticastDomainProps.ExportName"));
            return () => DomainId;
        }

        if (ReferenceEquals(Stage.Of(mine), Stage.Of(theirs)))
        {
            theirs.AddDependency(mine, "reads what the multicast domain exports");
        }

        return () => ExportReader.Of(scope, name).Read(ExportKey);
    }
}
