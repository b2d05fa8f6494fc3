using System.Globalization;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>The resources of a service network.</summary>
internal sealed class LatticeServiceNetworkBlueprint
{
    public const string NetworkId = "ServiceNetwork";
    private const string LogGroupId = "AccessLogGroup";

    private readonly LatticeServiceNetworkPlan _plan;
    private readonly LatticeServiceNetworkProps _props;
    private readonly ResourceTags _tags;
    private readonly BlueprintBuilder _builder = new();
    private readonly TokenInputs _inputs;

    private LatticeServiceNetworkBlueprint(LatticeServiceNetworkPlan plan)
    {
        _plan = plan;
        _props = plan.Props;
        _tags = new(plan.Path);
        _inputs = new(_builder, plan.IsToken);
    }

    public static string ServiceId(string name) => $"{ResourceName.Of(name)}Service";

    public static string TargetGroupId(string name) => $"{ResourceName.Of(name)}TargetGroup";

    public static string SecurityGroupId(string vpc) => $"{ResourceName.Of(vpc)}SecurityGroup";

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(LatticeServiceNetworkPlan plan)
    {
        var blueprint = new LatticeServiceNetworkBlueprint(plan);
        return (blueprint.Build(), blueprint._inputs.Supplied);
    }

    private Blueprint Build()
    {
        _builder.Add(new(NetworkId, "AWS::VpcLattice::ServiceNetwork", Value.Map(
            ("AuthType", AuthTypeOf(_props.Auth)),
            ("Tags", _tags.Of("service-network"))))
        {
            Metadata = Value.Map((GuaranteeSet.MetadataKey, Value.FromJson(new GuaranteeSet(_plan.Path, _plan.Guarantees).ToJson()))),
        });
        AddAuth("Network", _props.Auth, Value.GetAtt(NetworkId, "Id"));
        AddLog();
        foreach (var group in _props.TargetGroups)
        {
            AddTargetGroup(group);
        }

        foreach (var service in _props.Services)
        {
            AddService(service);
        }

        foreach (var vpc in _props.Vpcs)
        {
            AddVpc(vpc);
        }

        ResourceShare.Add(_builder, _inputs, _plan.Path, _props.ShareWith, _props.AllowExternalPrincipals, [Value.GetAtt(NetworkId, "Arn")]);
        return _builder.Build(_plan.Path);
    }

    private static Value? Text(string? text) => text is null ? null : Value.FromString(text);

    private static string AuthTypeOf(LatticeAuth auth) => auth.IsIam ? "AWS_IAM" : "NONE";

    private void AddAuth(string id, LatticeAuth auth, Value resource)
    {
        if (auth.IsIam)
        {
            _builder.Add($"{id}AuthPolicy", "AWS::VpcLattice::AuthPolicy", ("ResourceIdentifier", resource), ("Policy", auth.ToValue((name, text) => _inputs.Of($"{id}{name}", text))));
        }
    }

    // Log groups of this prefix need no statement of their own in the account's resource policy.
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
    private void AddLog()
    {
        if (_props.AccessLogRetentionDays is not { } days)
        {
            return;
        }

        _builder
            .Add(new(LogGroupId, "AWS::Logs::LogGroup", Value.Map(
                ("LogGroupName", Value.Sub("/aws/vendedlogs/vpc-lattice/${AWS::StackName}/" + string.Concat(_plan.Path.Select(character => char.IsAsciiLetterOrDigit(character) || character == '/' ? character : '-')))),
                ("RetentionInDays", days)))
            {
                DeletionPolicy = ResourcePolicy.Retain,
                UpdateReplacePolicy = ResourcePolicy.Retain,
            })
            .Add(
                "AccessLog",
                "AWS::VpcLattice::AccessLogSubscription",
                ("ResourceIdentifier", Value.GetAtt(NetworkId, "Id")),
                ("DestinationArn", Value.GetAtt(LogGroupId, "Arn")),
                ("Tags", _tags.Of("access-log")));
    }

    private void AddTargetGroup(LatticeTargetGroup group)
    {
        var id = TargetGroupId(group.Name);
        var hasPort = !group.IsLambda;
        _builder.Add(
            id,
            "AWS::VpcLattice::TargetGroup",
            ("Type", group.Type),
            ("Config", group.IsLambda ? Value.Map(("LambdaEventStructureVersion", "V2")) : Value.Map(
                ("VpcIdentifier", _inputs.Of($"{ResourceName.Of(group.Name)}VpcId", group.Network!.VpcId)),
                ("Protocol", NameOf(group.Protocol)),
                ("ProtocolVersion", Text(group.Protocol == LatticeTargetProtocol.Tcp ? null : "HTTP1")),
                ("Port", group.Port),
                ("IpAddressType", Text(group.Type == "IP" ? "IPV4" : null)),
                ("HealthCheck", group.IsLoadBalancer ? null : HealthCheckOf(group)))),
            ("Targets", group.Targets.IsEmpty ? null : Value.List(group.Targets.Select((target, place) => (Value)Value.Map(
                ("Id", _inputs.Of($"{ResourceName.Of(group.Name)}Target{place}", target)),
                ("Port", hasPort ? group.Port : null))))),
            ("Tags", _tags.Of(group.Name)));
        if (group.IsLambda)
        {
            _builder.Add(
                $"{ResourceName.Of(group.Name)}Permission",
                "AWS::Lambda::Permission",
                ("Action", "lambda:InvokeFunction"),
                ("FunctionName", _inputs.Of($"{ResourceName.Of(group.Name)}Target0", group.Targets[0])),
                ("Principal", "vpc-lattice.amazonaws.com"),
                ("SourceArn", Value.GetAtt(id, "Arn")));
        }
    }

    private static MapValue HealthCheckOf(LatticeTargetGroup group) => group.HealthCheckPath is { } path && group.Protocol != LatticeTargetProtocol.Tcp
        ? Value.Map(("Enabled", true), ("Path", path), ("Protocol", NameOf(group.Protocol)))
        : Value.Map(("Enabled", false));

    private static string NameOf(LatticeTargetProtocol protocol) => protocol switch
    {
        LatticeTargetProtocol.Http => "HTTP",
        LatticeTargetProtocol.Https => "HTTPS",
        _ => "TCP",
    };

    private void AddService(LatticeService service)
    {
        var id = ServiceId(service.Name);
        var identifier = Value.GetAtt(id, "Id");
        _builder
            .Add(new(id, "AWS::VpcLattice::Service", Value.Map(
                ("AuthType", AuthTypeOf(service.Auth)),
                ("CustomDomainName", Text(service.CustomDomainName)),
                ("CertificateArn", service.CertificateArn is { } certificate ? _inputs.Of($"{service.Id}CertificateArn", certificate) : null),
                ("Tags", _tags.Of(service.Name))))
            {
                Metadata = Value.Map((TierMember.MetadataKey, Value.FromJson(TierMember.ToJson(new TierMember(_plan.Path, service.Name))))),
            })
            .Add(
                $"{service.Id}Association",
                "AWS::VpcLattice::ServiceNetworkServiceAssociation",
                ("ServiceNetworkIdentifier", Value.GetAtt(NetworkId, "Id")),
                ("ServiceIdentifier", identifier),
                ("Tags", _tags.Of(service.Name)));
        AddAuth(service.Id, service.Auth, identifier);
        foreach (var listener in service.Listeners)
        {
            AddListener(service, listener, identifier);
        }

        if (service is { HostedZoneId: { } zone, CustomDomainName: { } name })
        {
            _builder.Add(
                $"{service.Id}Record",
                "AWS::Route53::RecordSet",
                ("HostedZoneId", _inputs.Of($"{service.Id}HostedZoneId", zone)),
                ("Name", name),
                ("Type", "A"),
                ("AliasTarget", Value.Map(
                    ("DNSName", Value.GetAtt(id, "DnsEntry.DomainName")),
                    ("HostedZoneId", Value.GetAtt(id, "DnsEntry.HostedZoneId")),
                    ("EvaluateTargetHealth", false))));
        }
    }

    private void AddListener(LatticeService service, LatticeListener listener, Value serviceIdentifier)
    {
        var id = $"{service.Id}{ResourceName.Of(listener.Name)}Listener";
        _builder.Add(
            id,
            "AWS::VpcLattice::Listener",
            ("ServiceIdentifier", serviceIdentifier),
            ("Protocol", listener.Protocol switch
            {
                LatticeProtocol.Http => "HTTP",
                LatticeProtocol.Https => "HTTPS",
                _ => "TLS_PASSTHROUGH",
            }),
            ("Port", listener.ActualPort),
            ("DefaultAction", listener.DefaultAction.ToValue(TargetGroup)),
            ("Tags", _tags.Of(listener.Name)));
        foreach (var rule in listener.Rules)
        {
            _builder.Add(
                $"{service.Id}{ResourceName.Of(listener.Name)}{ResourceName.Of(rule.Name)}Rule",
                "AWS::VpcLattice::Rule",
                ("ServiceIdentifier", serviceIdentifier),
                ("ListenerIdentifier", Value.GetAtt(id, "Id")),
                ("Priority", rule.Priority),
                ("Match", Value.Map(("HttpMatch", MatchOf(rule)))),
                ("Action", rule.Action.ToValue(TargetGroup)),
                ("Tags", _tags.Of(rule.Name)));
        }
    }

    private static Value TargetGroup(string name) => Value.GetAtt(TargetGroupId(name), "Id");

    private static MapValue MatchOf(LatticeRule rule) => Value.Map(
        ("Method", Text(rule.Method)),
        ("PathMatch", (rule.PathPrefix ?? rule.Path) is { } path
            ? Value.Map(("CaseSensitive", true), ("Match", Value.Map((rule.Path is null ? "Prefix" : "Exact", path))))
            : null),
        ("HeaderMatches", rule.Headers.Count == 0 ? null : Value.List(rule.Headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => (Value)Value.Map(
            ("Name", header.Key),
            ("Match", Value.Map(("Exact", header.Value))))))));

    private void AddVpc(LatticeVpc vpc)
    {
        var name = ResourceName.Of(vpc.Name);
        var vpcId = _inputs.Of($"{name}ClientVpcId", vpc.Network.VpcId);
        var groupId = SecurityGroupId(vpc.Name);
        _builder
            .Add(
                groupId,
                "AWS::EC2::SecurityGroup",
                ("GroupDescription", "Clients of a service network"),
                ("VpcId", vpcId),
                ("SecurityGroupEgress", SecurityGroupBlueprint.Nothing),
                ("Tags", _tags.Of(vpc.Name)))
            .Add(
                $"{name}VpcAssociation",
                "AWS::VpcLattice::ServiceNetworkVpcAssociation",
                ("ServiceNetworkIdentifier", Value.GetAtt(NetworkId, "Id")),
                ("VpcIdentifier", vpcId),
                ("SecurityGroupIds", Value.List(Value.GetAtt(groupId, "GroupId"))),
                ("Tags", _tags.Of(vpc.Name)));
        foreach (var client in _plan.Clients[vpc.Name])
        {
            foreach (var port in _plan.Ports)
            {
                var suffix = port.ToString(CultureInfo.InvariantCulture);
                _builder.Add(
                    $"{groupId}IngressFrom{client.Id}Tcp{suffix}",
                    "AWS::EC2::SecurityGroupIngress",
                    ("Description", $"tcp {suffix} from tier {client.Name}"),
                    ("GroupId", Value.GetAtt(groupId, "GroupId")),
                    ("IpProtocol", "tcp"),
                    ("FromPort", port),
                    ("ToPort", port),
                    ("SourceSecurityGroupId", _inputs.Of($"{name}{client.Id}GroupId", vpc.Network.Resources.GetAtt(client.SecurityGroupId, "GroupId"))));
            }
        }
    }
}
