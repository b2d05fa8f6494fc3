using System.Globalization;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>The resources of a service network: itself, its services, and the VPCs of its clients.</summary>
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
            LatticeTargetGroupBlueprint.Add(_builder, _inputs, _tags, group);
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
            .Add(RetainedLogGroup.Of(
                LogGroupId,
                ("LogGroupName", Value.Sub("/aws/vendedlogs/vpc-lattice/${AWS::StackName}/" + string.Concat(_plan.Path.Select(character => char.IsAsciiLetterOrDigit(character) || character == '/' ? character : '-')))),
                ("RetentionInDays", days)))
            .Add(
                "AccessLog",
                "AWS::VpcLattice::AccessLogSubscription",
                ("ResourceIdentifier", Value.GetAtt(NetworkId, "Id")),
                ("DestinationArn", Value.GetAtt(LogGroupId, "Arn")),
                ("Tags", _tags.Of("access-log")));
    }

    private void AddService(LatticeService service)
    {
        var id = ServiceId(service.Name);
        var identifier = Value.GetAtt(id, "Id");
        _builder
            .Add(new(id, "AWS::VpcLattice::Service", Value.Map(
                ("AuthType", AuthTypeOf(service.Auth)),
                ("CustomDomainName", service.CustomDomainName is { } domain ? Value.FromString(domain) : null),
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
            LatticeListenerBlueprint.Add(_builder, _tags, service, listener, identifier);
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
