using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Connectivity;

[Collection(CdkCollection.Name)]
public sealed class CentralEndpointsTests
{
    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static ThreeTierVpc Shared(Stack stack, IReadOnlyList<TrafficRule>? ingress = null, IReadOnlyList<InterfaceEndpoint>? own = null) => new(stack, "Shared", new ThreeTierVpcProps
    {
        CidrBlock = "10.40.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated },
            new() { Name = "endpoints", Slot = 2, Intent = TierIntent.Isolated, Ingress = ingress ?? [TrafficRule.Tcp(443, TrafficPeer.Tier("app")), TrafficRule.Tcp(443, TrafficPeer.Cidr("10.41.0.0/16"))] },
        ],
        InterfaceEndpoints = own ?? [],
        InterfaceEndpointTier = own is null ? null : "endpoints",
    });

    private static IVpc Workload(Stack stack) => Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Workload", new VpcAttributes { VpcId = "vpc-0123456789abcdef0", AvailabilityZones = ["eu-west-1a"] });

    [Fact]
    public void Synthesized_Associated_IsAsApproved()
    {
        var stack = NewStack();
        var endpoints = new CentralEndpoints(stack, "Endpoints", new CentralEndpointsProps
        {
            Network = Shared(stack),
            Tier = "endpoints",
            Services = ["ecr.dkr", "ecr.api", CentralEndpoint.Of("kinesis-streams") with { Zones = ["eu-west-1a"] }, CentralEndpoint.Of("eks-auth") with { ZoneName = "eks-auth.eu-west-1.api.aws" }],
            Vpcs = new Dictionary<string, IVpc> { ["workload"] = Workload(stack) },
            Policy = EndpointPolicy.Organization("o-exampleorgid"),
        });
        endpoints.Profile.ShouldBeNull();
        endpoints.EndpointId("ecr.api").ShouldNotBe(endpoints.EndpointId("ecr.dkr"));
        Should.Throw<KeyNotFoundException>(() => endpoints.ZoneId("sts")).Message.ShouldContain("ecr.api, ecr.dkr");
        Snapshot.Matches(Connections.Ours(stack.Template(), "Endpoints"), "CentralEndpoints");
    }

    [Fact]
    public void Synthesized_Shared_UsesAProfile()
    {
        var stack = NewStack();
        var endpoints = new CentralEndpoints(stack, "Endpoints", new CentralEndpointsProps
        {
            Network = Shared(stack),
            Tier = "endpoints",
            Services = ["kms", "sts"],
            Vpcs = new Dictionary<string, IVpc> { ["workload"] = Workload(stack) },
            ShareWith = [new CfnParameter(stack, "Organization").ValueAsString],
        });
        endpoints.Profile.ShouldNotBeNull();
        var template = stack.Template();
        template.LogicalIds("AWS::Route53Profiles::ProfileResourceAssociation").Count.ShouldBe(2);
        template.LogicalIds("AWS::Route53Profiles::ProfileAssociation").ShouldHaveSingleItem();
        template.Single("AWS::RAM::ResourceShare")["Properties"]!["AllowExternalPrincipals"]!.GetValue<bool>().ShouldBeFalse();
        template.LogicalIds("AWS::Route53::HostedZone").ShouldAllBe(id => template.Properties(id)["VPCs"]!.AsArray().Count == 1);
    }

    [Fact]
    public void OneServiceMore_ChangesNothingElse()
    {
        var (before, after) = (NewStack(), NewStack());
        _ = new CentralEndpoints(before, "Endpoints", new CentralEndpointsProps { Network = Shared(before), Tier = "endpoints", Services = ["kms", "sts"] });
        _ = new CentralEndpoints(after, "Endpoints", new CentralEndpointsProps { Network = Shared(after), Tier = "endpoints", Services = ["ecr.dkr", "kms", "sts"] });
        var grown = after.Template().Resources();
        foreach (var (id, resource) in before.Template().Resources())
        {
            grown[id]!.ToJsonString().ShouldBe(resource!.ToJsonString());
        }
    }

    [Theory]
    [InlineData("ecr.api", "api.ecr.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("ecr.dkr", "dkr.ecr.${AWS::Region}.${AWS::URLSuffix}", true)]
    [InlineData("execute-api", "execute-api.${AWS::Region}.${AWS::URLSuffix}", true)]
    [InlineData("codeartifact.repositories", "d.codeartifact.${AWS::Region}.${AWS::URLSuffix}", true)]
    [InlineData("ecs-agent", "ecs-a.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("kinesis-streams", "kinesis.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("sagemaker.runtime", "runtime.sagemaker.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("secretsmanager", "secretsmanager.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("airflow.api", "api.airflow.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("appstream.api", "appstream2.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("detective", "api.detective.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("ec2messages", "ec2messages.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("kinesis-firehose", "firehose.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("kms", "kms.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("lambda", "lambda.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("logs", "logs.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("monitoring", "monitoring.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("pinpoint-sms-voice-v2", "sms-voice.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("rds", "rds.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("rum-dataplane", "dataplane.rum.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("sns", "sns.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("sqs", "sqs.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("ssm", "ssm.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("ssmmessages", "ssmmessages.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("sts", "sts.${AWS::Region}.${AWS::URLSuffix}", false)]
    [InlineData("s3", "s3.${AWS::Region}.${AWS::URLSuffix}", true)]
    [InlineData("dynamodb", null, false)]
    [InlineData("eks-auth", null, false)]
    public void Table_Service_HasItsName(string service, string? zone, bool isWildcard)
    {
        EndpointService.FindCentral(service)!.ZoneName.ShouldBe(zone);
        EndpointService.FindCentral(service)!.IsWildcard.ShouldBe(isWildcard);
    }

    // One VPC has them by a gateway endpoint.
    [Theory]
    [InlineData("dynamodb")]
    [InlineData("s3")]
    public void Table_ServicesWithGatewayEndpoints_AreForManyVpcsOnly(string service) => EndpointService.Find(service).ShouldBeNull();

    [Fact]
    public void Plan_S3_AnswersForEveryBucket_AndAPolicyCanBeLeftOut()
    {
        var stack = NewStack();
        _ = new CentralEndpoints(stack, "Endpoints", new CentralEndpointsProps
        {
            Network = Shared(stack),
            Tier = "endpoints",
            Services = ["s3", CentralEndpoint.Of("kafka") with { TakesPolicy = false }],
        });
        var template = stack.Template(new RuleException("N40", "Dev/Endpoints/Default/KafkaEndpoint", "The test says that it takes none."));
        template.LogicalIds("AWS::Route53::RecordSet").Count(id => id.Contains("Wildcard", StringComparison.Ordinal)).ShouldBe(1);
        template.LogicalIds("AWS::EC2::VPCEndpoint").Where(id => id.StartsWith("Endpoints", StringComparison.Ordinal))
            .Count(id => template.Properties(id).AsObject().ContainsKey("PolicyDocument")).ShouldBe(1);
    }

    [Fact]
    public void Table_Names_AreOneServicesEach() =>
        EndpointService.Names.Select(name => EndpointService.Find(name)!.ZoneName).OfType<string>().ShouldBeUnique();

    [Fact]
    public void Mistakes_AreReported()
    {
        var stack = NewStack();
        var network = Shared(stack);
        string[] Codes(string id, ThreeTierVpc vpc, CentralEndpointsProps props) => Connections.Codes(() => new CentralEndpoints(stack, id, new CentralEndpointsProps
        {
            Network = vpc,
            Tier = props.Tier,
            Services = props.Services,
            ShareWith = props.ShareWith,
            AllowExternalPrincipals = props.AllowExternalPrincipals,
            Policy = props.Policy,
        }));
        Codes("A", network, new() { Network = network, Tier = "endpoints", Services = [] }).ShouldBe(["NP1247 Services"]);
        Codes("B", network, new() { Network = network, Tier = "app", Services = ["nothing", "kms", "kms", "organizations"] })
            .ShouldBe(["NP1234 Services[nothing]", "NP1237 Services", "NP1456 Tier", "NP1457 Services[organizations]"]);
        Codes("C", network, new() { Network = network, Tier = "endpoints", Services = ["kms"], ShareWith = ["all"] }).ShouldBe(["NP1563 ShareWith"]);
        Codes("D", network, new() { Network = network, Tier = "endpoints", Services = ["kms"], AllowExternalPrincipals = true, Policy = EndpointPolicy.Organization("me") })
            .ShouldBe(["NP1208 AllowExternalPrincipals", "NP1238 Policy"]);
    }

    [Fact]
    public void Mistakes_OfTheNetwork_AreReported()
    {
        var stack = NewStack();
        Connections.Codes(() => new CentralEndpoints(stack, "A", new CentralEndpointsProps
        {
            Network = Shared(stack, [TrafficRule.Tcp(443, TrafficPeer.Tier("app")), TrafficRule.Tcp(22, TrafficPeer.Tier("app"))], ["kms"]),
            Tier = "endpoints",
            Services = ["kms"],
        })).ShouldBe(["NP1456 Tier", "NP1458 Services[kms]"]);
    }
}
