using NetworkPatterns.TemplateRules.Rules.Dns;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class DnsCases
{
    private static readonly Fragment Records = Fragment.Of(
        """
        Zone AWS::Route53::HostedZone {"Name": "example.com."}
        Simple AWS::Route53::RecordSet {"HostedZoneId": "=Zone", "Name": "www.example.com.", "Type": "A", "TTL": "60", "ResourceRecords": ["192.0.2.1"]}
        Eu AWS::Route53::RecordSet {"HostedZoneId": "=Zone", "Name": "app.example.com.", "Type": "A", "SetIdentifier": "eu", "Region": "eu-west-1",
          "AliasTarget": {"DNSName": "alb.example.net", "HostedZoneId": "Z1", "EvaluateTargetHealth": true}}
        Us AWS::Route53::RecordSet {"HostedZoneId": "=Zone", "Name": "app.example.com", "Type": "A", "SetIdentifier": "us", "Region": "us-east-1",
          "HealthCheckId": "=Check", "TTL": "60", "ResourceRecords": ["192.0.2.2"]}
        Primary AWS::Route53::RecordSet {"HostedZoneId": "=Zone", "Name": "api.example.com.", "Type": "A", "SetIdentifier": "primary", "Failover": "PRIMARY",
          "HealthCheckId": "=Check", "TTL": "60", "ResourceRecords": ["192.0.2.3"]}
        Secondary AWS::Route53::RecordSet {"HostedZoneId": "=Zone", "Name": "api.example.com.", "Type": "A", "SetIdentifier": "secondary", "Failover": "SECONDARY",
          "AliasTarget": {"DNSName": "d1.cloudfront.net", "HostedZoneId": "Z2FDTNDATAQYW2", "EvaluateTargetHealth": false}}
        Near AWS::Route53::RecordSetGroup {"HostedZoneId": "=Zone", "RecordSets": [
          {"Name": "geo.example.com.", "Type": "A", "SetIdentifier": "eu", "GeoLocation": {"ContinentCode": "EU"}, "TTL": "60", "ResourceRecords": ["192.0.2.4"]},
          {"Name": "geo.example.com.", "Type": "A", "SetIdentifier": "default", "GeoLocation": {"CountryCode": "*"}, "TTL": "60", "ResourceRecords": ["192.0.2.5"]}]}
        """);

    private static readonly Fragment Checks = Fragment.Of(
        """
        Check AWS::Route53::HealthCheck {"HealthCheckConfig": {"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.com", "RequestInterval": 30, "FailureThreshold": 3}}
        Both AWS::Route53::HealthCheck {"HealthCheckConfig": {"Type": "CALCULATED", "ChildHealthChecks": ["=Check", "=Alarm"], "HealthThreshold": 2}}
        Alarm AWS::Route53::HealthCheck {"HealthCheckConfig": {"Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": {"Name": "5xx", "Region": "eu-west-1"}}}
        Control AWS::Route53::HealthCheck {"HealthCheckConfig": {"Type": "RECOVERY_CONTROL", "RoutingControlArn": "=Switch"}}
        """);

    private static readonly Fragment Zones = Fragment.Of(
        """
        Public AWS::Route53::HostedZone {"Name": "example.com."}
        Private AWS::Route53::HostedZone {"Name": "internal.", "VPCs": [{"VPCId": "=Vpc", "VPCRegion": "=AWS::Region"}]}
        Certificate AWS::CertificateManager::Certificate {"DomainName": "*.example.com", "SubjectAlternativeNames": ["example.com"], "ValidationMethod": "DNS",
          "DomainValidationOptions": [{"DomainName": "*.example.com", "HostedZoneId": "=Public"}, {"DomainName": "example.com", "HostedZoneId": "=Public"}]}
        """);

    private static readonly Fragment Resolvers = Fragment.Of(
        """
        A AWS::EC2::Subnet {"AvailabilityZone": "eu-west-1a"}
        B AWS::EC2::Subnet {"AvailabilityZone": "eu-west-1b"}
        C AWS::EC2::Subnet {"AvailabilityZone": "eu-west-1a"}
        Group AWS::EC2::SecurityGroup {"SecurityGroupEgress": [{"IpProtocol": "tcp", "FromPort": 53, "ToPort": 53, "CidrIp": "10.0.0.0/8"},
          {"IpProtocol": "udp", "FromPort": 53, "ToPort": 53, "CidrIp": "10.0.0.0/8"}]}
        Out AWS::Route53Resolver::ResolverEndpoint {"Direction": "OUTBOUND", "IpAddresses": [{"SubnetId": "=A"}, {"SubnetId": "=B"}], "SecurityGroupIds": ["=Group.GroupId"]}
        Forward AWS::Route53Resolver::ResolverRule {"RuleType": "FORWARD", "DomainName": "corp.", "ResolverEndpointId": "=Out", "TargetIps": [{"Ip": "10.1.0.2"}]}
        System AWS::Route53Resolver::ResolverRule {"RuleType": "SYSTEM", "DomainName": "aws.corp."}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<RecordPolicyRule>(Records,
            ("Us", Record("Us", """ "Name": "app.example.com", "SetIdentifier": "us", "Region": "us-east-1", "Weight": 1 """)),
            ("Us", Record("Us", """ "Name": "app.example.com", "Region": "us-east-1" """)),
            ("Us", Record("Us", """ "Name": "app.example.com", "SetIdentifier": "eu", "Region": "us-east-1" """)),
            ("Us", Record("Us", """ "Name": "app.example.com", "SetIdentifier": "us", "Weight": 1 """)),
            ("Us", Record("Us", """ "Name": "app.example.com" """)),
            ("Simple", Record("Simple", """ "Name": "www.example.com.", "SetIdentifier": "x" """))),
        RuleCase.Of<AliasRecordRule>(Records,
            ("Eu", Record("Eu", """ "Name": "app.example.com.", "SetIdentifier": "eu", "Region": "eu-west-1", "TTL": "60", "AliasTarget": {} """)),
            ("Simple", Record("Simple", """ "Name": "www.example.com." """)),
            ("Simple", Record("Simple", """ "Name": "www.example.com.", "TTL": "60" """)),
            ("Simple", Record("Simple", """ "Name": "www.example.com.", "SetIdentifier": "x", "MultiValueAnswer": true, "TTL": "60", "ResourceRecords": ["192.0.2.1", "192.0.2.2"] """))),
        RuleCase.Of<FailoverRule>(Records,
            ("Primary", Records.Without("Secondary")),
            ("Secondary", Records.Without("Primary")),
            ("Primary", Record("Primary", """ "Name": "api.example.com.", "SetIdentifier": "primary", "Failover": "PRIMARY", "TTL": "60", "ResourceRecords": ["192.0.2.3"] """))),
        RuleCase.Of<DefaultRecordRule>(Records,
            ("Near", Records.With("""Near AWS::Route53::RecordSetGroup {"HostedZoneId": "=Zone", "RecordSets": [{"Name": "geo.example.com.", "Type": "A", "GeoLocation": {"ContinentCode": "EU"}}]}""")),
            ("Simple", Record("Simple", """ "Name": "www.example.com.", "CidrRoutingConfig": {"CollectionId": "=C", "LocationName": "office"} """))),
        RuleCase.Of<MonitoredRecordRule>(Records,
            ("Us", Record("Us", """ "Name": "app.example.com.", "SetIdentifier": "us", "Region": "us-east-1", "TTL": "60", "ResourceRecords": ["192.0.2.2"] """)),
            ("Us", Record("Us", """ "Name": "app.example.com.", "SetIdentifier": "us", "Region": "eu-west-1", "HealthCheckId": "=Check" """)),
            ("Secondary", Record("Secondary", """ "Name": "api.example.com.", "Failover": "SECONDARY", "AliasTarget": {"DNSName": "d1.cloudfront.net", "HostedZoneId": "Z1"} """)),
            ("Secondary", Record("Secondary", """ "Name": "api.example.com.", "Failover": "SECONDARY", "AliasTarget": {"DNSName": "x", "HostedZoneId": "Z2FDTNDATAQYW2", "EvaluateTargetHealth": true} """))),
        RuleCase.Of<HealthCheckRule>(Checks,
            ("Both", Check("Both", """ "Type": "CALCULATED", "HealthThreshold": 1 """)),
            ("Both", Check("Both", """ "Type": "CALCULATED", "ChildHealthChecks": ["=Check"], "HealthThreshold": 2 """)),
            ("Alarm", Check("Alarm", """ "Type": "CLOUDWATCH_METRIC" """)),
            ("Control", Check("Control", """ "Type": "RECOVERY_CONTROL" """)),
            ("Check", Check("Check", """ "Type": "HTTP", "IPAddress": "192.0.2.1", "RequestInterval": 20 """)),
            ("Check", Check("Check", """ "Type": "HTTP", "IPAddress": "192.0.2.1", "FailureThreshold": 11 """)),
            ("Check", Check("Check", """ "Type": "HTTP_STR_MATCH", "IPAddress": "192.0.2.1" """)),
            ("Check", Check("Check", """ "Type": "TCP", "Port": 443 """))),
        RuleCase.Of<AlarmHealthCheckRule>(Checks,
            ("Alarm", Check("Alarm", """ "Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": {"Name": "5xx"} """)),
            ("Check", Check("Check", """ "Type": "HTTP", "IPAddress": "10.0.0.1" """))),
        RuleCase.Of<CertificateRule>(Zones,
            ("Certificate", Zones.With("""Certificate AWS::CertificateManager::Certificate {"DomainName": "example.com"}""")),
            ("Certificate", Zones.With("""Certificate AWS::CertificateManager::Certificate {"DomainName": "example.com", "ValidationMethod": "DNS"}""")),
            ("Certificate", Zones.With("""Certificate AWS::CertificateManager::Certificate {"DomainName": "badexample.com", "ValidationMethod": "DNS", "DomainValidationOptions": [{"DomainName": "badexample.com", "HostedZoneId": "=Public"}]}""")),
            ("Certificate", Zones.With("""Certificate AWS::CertificateManager::Certificate {"DomainName": "internal", "ValidationMethod": "DNS", "DomainValidationOptions": [{"DomainName": "internal", "HostedZoneId": "=Private"}]}"""))),
        RuleCase.Of<ZoneVpcsRule>(Zones,
            ("Private", Zones.With("""Private AWS::Route53::HostedZone {"Name": "internal.", "VPCs": []}""")),
            ("Private", Zones.With("""Private AWS::Route53::HostedZone {"Name": "internal.", "VPCs": [{"VPCId": "=Vpc"}, {"VPCId": "=Vpc"}]}""")),
            ("Private", Zones.With("""Dnssec AWS::Route53::DNSSEC {"HostedZoneId": "=Private"}"""))),
        RuleCase.Of<ResolverEndpointRule>(Resolvers,
            ("Out", Resolvers.With("""Out AWS::Route53Resolver::ResolverEndpoint {"Direction": "OUTBOUND", "IpAddresses": [{"SubnetId": "=A"}], "SecurityGroupIds": ["=Group.GroupId"]}""")),
            ("Out", Resolvers.With("""Out AWS::Route53Resolver::ResolverEndpoint {"Direction": "OUTBOUND", "IpAddresses": [{"SubnetId": "=A"}, {"SubnetId": "=C"}], "SecurityGroupIds": ["=Group.GroupId"]}""")),
            ("Out", Resolvers.With("""Out AWS::Route53Resolver::ResolverEndpoint {"Direction": "INBOUND", "IpAddresses": [{"SubnetId": "=A"}, {"SubnetId": "=B"}], "SecurityGroupIds": ["=Group.GroupId"]}"""))),
        RuleCase.Of<ResolverRuleRule>(Resolvers,
            ("Forward", Resolvers.With("""Forward AWS::Route53Resolver::ResolverRule {"RuleType": "FORWARD", "ResolverEndpointId": "=Out"}""")),
            ("System", Resolvers.With("""System AWS::Route53Resolver::ResolverRule {"RuleType": "SYSTEM", "ResolverEndpointId": "=Out"}""")),
            ("Forward", Resolvers.With("""Out AWS::Route53Resolver::ResolverEndpoint {"Direction": "INBOUND", "IpAddresses": []}"""))),
    ];

    private static Fragment Record(string id, string properties) =>
        Records.With($$"""{{id}} AWS::Route53::RecordSet {"HostedZoneId": "=Zone", "Type": "A", {{properties}}}""");

    private static Fragment Check(string id, string config) =>
        Checks.With($$$"""{{{id}}} AWS::Route53::HealthCheck {"HealthCheckConfig": {{{{config}}}}}""");
}
