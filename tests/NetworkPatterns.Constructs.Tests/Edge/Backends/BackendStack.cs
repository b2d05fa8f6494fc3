using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

/// <summary>A VPC with the tiers for services, and services behind its load balancer.</summary>
internal sealed class BackendStack
{
    public const int ServicePort = 8080;
    public const int DatabasePort = 5433;
    public const string Certificate = "arn:aws:acm:eu-west-1:111111111111:certificate/11111111-2222-3333-4444-555555555555";

    public BackendStack(IReadOnlyDictionary<string, object>? flags = null, ThreeTierVpcProps? network = null)
    {
        Stack = Synthesized.NewStack(Synthesized.NewApp(flags ?? CdkFlags.Recommended));
        Network = new ThreeTierVpc(Stack, "Network", network ?? new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers = ServiceTiers.Of(ServicePort, DatabasePort),
        });
    }

    public Stack Stack { get; }

    public ThreeTierVpc Network { get; }

    public static NlbListener Listener(TargetType type = TargetType.Ip, string name = "api", int port = 80) => new()
    {
        Name = name,
        Port = port,
        Targets = new()
        {
            Port = ServicePort,
            Type = type,
            HealthCheck = new() { Protocol = TargetHealthCheckProtocol.Http, Path = "/healthz" },
        },
    };

    /// <summary>The template, once the rules for services agree with it as well.</summary>
    public JsonObject Template(params RuleException[] exceptions)
    {
        var template = Stack.Template(exceptions);
        TemplateChecks.ThrowIfServicesFail(new TemplateSet([NetworkPatterns.TemplateRules.Reading.Template.Parse("Dev", template.ToJsonString())]), exceptions);
        return template;
    }

    public PrivateNlb Balancer(params NlbListener[] listeners) => Balancer(new PrivateNlbProps { Network = Network, Listeners = listeners });

    public PrivateNlb Balancer(PrivateNlbProps props) => new(Stack, "Balancer", props);

    public FargateTargets Fargate(PrivateNlb balancer) => new(Stack, "Service", new FargateTargetsProps
    {
        LoadBalancer = balancer,
        Listener = "api",
        Image = ContainerImage.FromRegistry("public.ecr.aws/docker/library/httpd:2.4"),
    });

    public InstanceTargets Instances(PrivateNlb balancer) => new(Stack, "Instances", new InstanceTargetsProps
    {
        LoadBalancer = balancer,
        Listener = "api",
        Notifications = new AlarmTopic(Stack, "Topic", new AlarmTopicProps { EmailAddresses = ["team@example.com"] }).Topic,
    });
}
