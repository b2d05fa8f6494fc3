using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Reference.Dns;

/// <summary>
/// The DNS around a network: a public zone with a certificate and a failover by alarm, a private zone, questions that go to
/// and come from the company's own name servers, and a firewall over all of them.
/// </summary>
public sealed class HybridDnsStack : Stack
{
    private const string CompanyNetwork = "192.168.0.0/16";

    /// <summary>Makes the stack.</summary>
    public HybridDnsStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.13.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            NatGateways = NatStrategy.None,
            AddressBook = book,
        });
        AddPublicNames();
        AddPrivateNames(network);
    }

    private void AddPublicNames()
    {
        var zone = new PublicZone(this, "PublicZone", new PublicZoneProps { ZoneName = "hybrid.example" });
        _ = new ZonedCertificate(this, "Certificate", new ZonedCertificateProps { Names = ["hybrid.example", "*.hybrid.example"], Zones = [zone.Zone] });
        var alarm = new CfnAlarm(this, "Failures", new CfnAlarmProps
        {
            Namespace = "Hybrid",
            MetricName = "Failures",
            Statistic = "Sum",
            Period = 60,
            EvaluationPeriods = 3,
            Threshold = 10,
            ComparisonOperator = "GreaterThanThreshold",
            TreatMissingData = "notBreaching",
        });
        var health = new AlarmHealthCheck(this, "Health", new AlarmHealthCheckProps { AlarmName = alarm.Ref });
        _ = new FailoverRecords(this, "App", new RecordGroupProps
        {
            Zone = zone.Zone,
            Name = "app.hybrid.example",
            Members =
            [
                RecordMember.Primary(RecordTarget.Values("198.51.100.1")) with { HealthCheckId = health.HealthCheckId },
                RecordMember.Secondary(RecordTarget.Values("198.51.100.2")),
            ],
        });
    }

    private void AddPrivateNames(ThreeTierVpc network)
    {
        var vpcs = new Dictionary<string, IVpc> { ["network"] = network.Vpc };
        _ = new PrivateZone(this, "PrivateZone", new PrivateZoneProps { ZoneName = "internal.hybrid.example", Vpcs = [network.Vpc] });
        var endpoints = new ResolverEndpoints(this, "Resolver", new ResolverEndpointsProps
        {
            Vpc = network.Vpc,
            Subnets = network.App.Subnets,
            InboundFrom = [CompanyNetwork],
            OutboundTo = [CompanyNetwork],
        });
        _ = new ForwardingRules(this, "Forwarding", new ForwardingRulesProps
        {
            Rules = [ForwardingRule.Forward("company", "company.example", "192.168.0.2", "192.168.1.2")],
            OutboundEndpointId = endpoints.OutboundEndpointId,
            Vpcs = vpcs,
        });
        _ = new DnsFirewall(this, "Firewall", new DnsFirewallProps
        {
            Rules = [FirewallRule.Of("blocked", 100, FirewallAction.BlockWithNxDomain, "*.blocked.example")],
            Vpcs = vpcs,
        });
    }
}
