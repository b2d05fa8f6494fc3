using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>The resources of a VPN.</summary>
internal sealed class SiteToSiteVpnBlueprint
{
    public const string GatewayId = "VpnGateway";
    private const string AttachmentId = "VpnGatewayAttachment";
    private const string LogGroupId = "TunnelLogGroup";
    private const int AlarmPeriodSeconds = 300;

    private readonly SiteToSiteVpnPlan _plan;
    private readonly SiteToSiteVpnProps _props;
    private readonly string? _transitGatewayId;
    private readonly ResourceTags _tags;
    private readonly BlueprintBuilder _builder = new();
    private readonly TokenInputs _inputs;

    private SiteToSiteVpnBlueprint(SiteToSiteVpnPlan plan, string? transitGatewayId)
    {
        _plan = plan;
        _transitGatewayId = transitGatewayId;
        _props = plan.Props;
        _tags = new(plan.Path);
        _inputs = new(_builder, plan.IsToken);
    }

    /// <summary>What a connection and the association of its attachment are called in metadata.</summary>
    public static string OutsideName(string path, VpnConnection connection) => $"{path}/{connection.Name}";

    public static string ConnectionId(string name) => $"{ResourceName.Of(name)}Connection";

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(SiteToSiteVpnPlan plan, string? transitGatewayId)
    {
        var blueprint = new SiteToSiteVpnBlueprint(plan, transitGatewayId);
        return (blueprint.Build(), blueprint._inputs.Supplied);
    }

    private Blueprint Build()
    {
        if (_props.LogRetentionDays is { } days)
        {
            _builder.Add(new(LogGroupId, "AWS::Logs::LogGroup", Value.Map(("RetentionInDays", days), ("Tags", _tags.Of("tunnel-log")))));
        }

        if (_props.Network is { } network)
        {
            AddGateway(network);
        }

        foreach (var connection in _props.Connections)
        {
            AddConnection(connection);
        }

        return _builder.Build(_plan.Path);
    }

    private void AddGateway(ThreeTierVpc network)
    {
        _builder
            .Add(GatewayId, "AWS::EC2::VPNGateway", ("Type", "ipsec.1"), ("AmazonSideAsn", new NumberValue(_props.AmazonSideAsn)), ("Tags", _tags.Of("vpn-gateway")))
            .Add(new(AttachmentId, "AWS::EC2::VPCGatewayAttachment", Value.Map(("VpcId", _inputs.Of("VpcId", network.VpcId)), ("VpnGatewayId", Value.Ref(GatewayId))))
            {
                Metadata = Value.Map((GuaranteeSet.MetadataKey, Value.FromJson(new GuaranteeSet(_plan.Path, _plan.Guarantees).ToJson()))),
            });
        foreach (var table in _plan.LearningTables)
        {
            _builder.Add(new($"{table.Id}Propagation", "AWS::EC2::VPNGatewayRoutePropagation", Value.Map(
                ("RouteTableIds", Value.List(_inputs.Of(table.Id, network.Resources.Ref(table.Id)))),
                ("VpnGatewayId", Value.Ref(GatewayId))))
            {
                DependsOn = [AttachmentId],
            });
        }
    }

    private void AddConnection(VpnConnection connection)
    {
        var name = ResourceName.Of(connection.Name);
        var id = ConnectionId(connection.Name);
        var asn = new NumberValue(connection.CustomerAsn);
        _builder
            .Add(
                $"{name}CustomerGateway",
                "AWS::EC2::CustomerGateway",
                ("Type", "ipsec.1"),
                ("IpAddress", _inputs.Of($"{name}Address", connection.CustomerGatewayAddress)),
                (connection.CustomerAsn > int.MaxValue ? "BgpAsnExtended" : "BgpAsn", asn),
                ("Tags", _tags.Of(connection.Name)))
            .Add(new(id, "AWS::EC2::VPNConnection", Value.Map(
                ("Type", "ipsec.1"),
                ("CustomerGatewayId", Value.Ref($"{name}CustomerGateway")),
                ("TransitGatewayId", _transitGatewayId is { } gateway ? _inputs.Of("TransitGatewayId", gateway) : null),
                ("VpnGatewayId", _props.Network is null ? null : Value.Ref(GatewayId)),
                ("StaticRoutesOnly", _props.StaticRoutes),
                ("EnableAcceleration", _props.Accelerated ? Value.FromBoolean(true) : null),
                ("PreSharedKeyStorage", "SecretsManager"),
                ("VpnTunnelOptionsSpecifications", Value.List(Tunnel(connection.FirstTunnel, $"{name}First"), Tunnel(connection.SecondTunnel, $"{name}Second"))),
                ("Tags", _tags.Of(connection.Name))))
            {
                Metadata = MetadataOf(connection),
            });
        foreach (var range in _props.Network is not null && _props.StaticRoutes ? _props.Ranges : [])
        {
            _builder.Add(
                $"{name}RouteTo{ResourceName.OfRange(range)}",
                "AWS::EC2::VPNConnectionRoute",
                ("VpnConnectionId", Value.Ref(id)),
                ("DestinationCidrBlock", range));
        }

        if (_props.AlarmTopicArns is { } topics)
        {
            AddAlarm(connection, [.. topics.Select((topic, place) => _inputs.Of($"AlarmTopic{place}", topic))]);
        }
    }

    // BGP does not tell templates what is behind a connection.
    private MapValue MetadataOf(VpnConnection connection) => Value.Map(
        (OutsideNetwork.MetadataKey, Value.FromJson(new OutsideNetwork(_plan.Ranges) { Name = OutsideName(_plan.Path, connection) }.ToJson())));

    // Between 0 and 1 one tunnel of two is down: the site still has the other, until AWS or somebody else takes it away.
    // https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-cloudwatch-vpn.html
    private void AddAlarm(VpnConnection connection, ImmutableArray<Value> topics) => _builder.Add(
        $"{ResourceName.Of(connection.Name)}TunnelAlarm",
        "AWS::CloudWatch::Alarm",
        ("AlarmDescription", $"A tunnel of VPN connection {connection.Name} is down."),
        ("Namespace", "AWS/VPN"),
        ("MetricName", "TunnelState"),
        ("Dimensions", Value.List(Value.Map(("Name", "VpnId"), ("Value", Value.Ref(ConnectionId(connection.Name)))))),
        ("Statistic", "Minimum"),
        ("Period", AlarmPeriodSeconds),
        ("EvaluationPeriods", 1),
        ("Threshold", 1),
        ("ComparisonOperator", "LessThanThreshold"),
        ("TreatMissingData", "breaching"),
        ("AlarmActions", topics.IsEmpty ? null : Value.List(topics)),
        ("Tags", _tags.Of(connection.Name)));

    private MapValue Tunnel(VpnTunnel tunnel, string id) => Value.Map(
        ("TunnelInsideCidr", Text(tunnel.InsideCidr)),
        ("PreSharedKey", tunnel.PreSharedKeySecret is { } secret
            ? Value.Join("", "{{resolve:secretsmanager:", _inputs.Of($"{id}Secret", secret), $":SecretString:{tunnel.PreSharedKeyField}}}}}")
            : null),
        ("IKEVersions", Values(tunnel.IkeVersions)),
        ("Phase1EncryptionAlgorithms", Values(tunnel.Phase1Encryption)),
        ("Phase2EncryptionAlgorithms", Values(tunnel.Phase2Encryption)),
        ("Phase1IntegrityAlgorithms", Values(tunnel.Phase1Integrity)),
        ("Phase2IntegrityAlgorithms", Values(tunnel.Phase2Integrity)),
        ("Phase1DHGroupNumbers", Numbers(tunnel.Phase1DhGroups)),
        ("Phase2DHGroupNumbers", Numbers(tunnel.Phase2DhGroups)),
        ("Phase1LifetimeSeconds", Seconds(tunnel.Phase1Lifetime)),
        ("Phase2LifetimeSeconds", Seconds(tunnel.Phase2Lifetime)),
        ("RekeyMarginTimeSeconds", Seconds(tunnel.RekeyMargin)),
        ("RekeyFuzzPercentage", Number(tunnel.RekeyFuzzPercentage)),
        ("ReplayWindowSize", Number(tunnel.ReplayWindowSize)),
        ("DPDTimeoutSeconds", Seconds(tunnel.DpdTimeout)),
        ("DPDTimeoutAction", Text(tunnel.DpdTimeoutAction)),
        ("StartupAction", tunnel.AwsStarts ? "start" : "add"),
        ("EnableTunnelLifecycleControl", tunnel.LifecycleControl ? Value.FromBoolean(true) : null),
        ("LogOptions", _props.LogRetentionDays is null ? null : Value.Map(("CloudwatchLogOptions", Value.Map(
            ("LogEnabled", true),
            ("LogGroupArn", Value.GetAtt(LogGroupId, "Arn")),
            ("LogOutputFormat", "json"))))));

    private static Value? Text(string? text) => text is null ? null : Value.FromString(text);

    private static Value? Number(int? number) => number is { } given ? Value.FromInt32(given) : null;

    private static Value? Seconds(TimeSpan? time) => time is { } given ? Value.FromInt32((int)given.TotalSeconds) : null;

    private static ListValue? Values(IReadOnlyList<string> names) => names.Count == 0 ? null : Value.List(names.Select(name => (Value)Value.Map(("Value", name))));

    private static ListValue? Numbers(IReadOnlyList<int> numbers) => numbers.Count == 0 ? null : Value.List(numbers.Select(number => (Value)Value.Map(("Value", number))));
}
