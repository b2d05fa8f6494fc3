using NetworkPatterns.TemplateRules.Rules.Backends;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class BackendCases
{
    private const string BalancerProperties =
        """ "Type": "network", "Scheme": "internal", "Subnets": ["=LinkA", "=LinkB"], "SecurityGroups": ["=LinkGroup.GroupId"], "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic": "off" """;

    private const string Attributes =
        """ "LoadBalancerAttributes": [{"Key": "load_balancing.cross_zone.enabled", "Value": "true"}, {"Key": "deletion_protection.enabled", "Value": "true"}, {"Key": "access_logs.s3.enabled", "Value": "true"}, {"Key": "access_logs.s3.bucket", "Value": "=Logs"}] """;

    private const string TargetProperties =
        """ "Protocol": "TCP", "Port": 8080, "TargetType": "ip", "HealthCheckProtocol": "HTTP", "HealthCheckPath": "/", "Matcher": {"HttpCode": "200"}, "HealthCheckPort": "9000", "HealthCheckIntervalSeconds": 10, "HealthCheckTimeoutSeconds": 5, "HealthyThresholdCount": 3, "UnhealthyThresholdCount": 3 """;

    private const string TargetAttributes =
        """ "TargetGroupAttributes": [{"Key": "deregistration_delay.timeout_seconds", "Value": "60"}, {"Key": "preserve_client_ip.enabled", "Value": "false"}] """;

    private const string DatabaseProperties =
        """ "Engine": "postgres", "DBSubnetGroupName": "=Subnets", "VPCSecurityGroups": ["=DataGroup.GroupId"], "DBParameterGroupName": "=Parameters" """;

    private const string DatabaseSettings =
        """ "PubliclyAccessible": false, "MultiAZ": true, "StorageEncrypted": true, "DeletionProtection": true, "ManageMasterUserPassword": true, "BackupRetentionPeriod": 7, "Port": "5433" """;

    private static readonly Fragment Balancing = Fragment.Of(
        $$$"""
        LinkA AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a"}
        LinkB AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1b"}
        LinkGroup AWS::EC2::SecurityGroup {"GroupDescription": "Link", "SecurityGroupEgress": [{"IpProtocol": "icmp", "FromPort": 252, "ToPort": 86, "CidrIp": "255.255.255.255/32"}]}
        AppGroup AWS::EC2::SecurityGroup {"GroupDescription": "App"}
        ToApp AWS::EC2::SecurityGroupEgress {"GroupId": "=LinkGroup.GroupId", "DestinationSecurityGroupId": "=AppGroup.GroupId", "IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080}
        ToHealth AWS::EC2::SecurityGroupEgress {"GroupId": "=LinkGroup.GroupId", "DestinationSecurityGroupId": "=AppGroup.GroupId", "IpProtocol": "tcp", "FromPort": 9000, "ToPort": 9000}
        FromLink AWS::EC2::SecurityGroupIngress {"GroupId": "=AppGroup.GroupId", "SourceSecurityGroupId": "=LinkGroup.GroupId", "IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080}
        Balancer AWS::ElasticLoadBalancingV2::LoadBalancer { {{{BalancerProperties}}}, {{{Attributes}}} } < LogsPolicy
        Link AWS::ApiGateway::VpcLink {"Name": "link", "TargetArns": ["=Balancer"]}
        Listener AWS::ElasticLoadBalancingV2::Listener {"LoadBalancerArn": "=Balancer", "Protocol": "TLS", "Port": 443, "SslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06", "Certificates": [{"CertificateArn": "=Certificate"}],
          "DefaultActions": [{"Type": "forward", "TargetGroupArn": "=Targets"}]}
        Targets AWS::ElasticLoadBalancingV2::TargetGroup { {{{TargetProperties}}}, {{{TargetAttributes}}} }
        Logs AWS::S3::Bucket
        LogsPolicy AWS::S3::BucketPolicy {"Bucket": "=Logs", "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Principal": {"Service": "delivery.logs.amazonaws.com"}}]}}
        """);

    private static readonly Fragment Integrated = Balancing.With(
        """
        Call AWS::ApiGateway::Method {"Integration": {"Type": "HTTP_PROXY", "ConnectionType": "VPC_LINK", "ConnectionId": "=Link", "TimeoutInMillis": 29000, "Uri": "https://api.example.com:443/{proxy}"}}
        Second AWS::ApiGatewayV2::VpcLink {"Name": "second", "SubnetIds": ["=LinkA"], "SecurityGroupIds": ["=LinkGroup.GroupId"]}
        Route AWS::ApiGatewayV2::Integration {"ConnectionType": "VPC_LINK", "ConnectionId": "=Second", "TimeoutInMillis": 30000, "IntegrationUri": "=Listener", "TlsConfig": {"ServerNameToVerify": "api.example.com"}}
        """);

    private static readonly Fragment Service = Balancing.With(
        """
        Service AWS::ECS::Service {"Cluster": "=Cluster", "TaskDefinition": "=Task", "DeploymentConfiguration": {"DeploymentCircuitBreaker": {"Enable": true, "Rollback": true}},
          "LoadBalancers": [{"TargetGroupArn": "=Targets"}], "NetworkConfiguration": {"AwsvpcConfiguration": {"AssignPublicIp": "DISABLED", "SecurityGroups": ["=AppGroup.GroupId"]}}}
        Cluster AWS::ECS::Cluster {"ClusterSettings": [{"Name": "containerInsights", "Value": "enabled"}]}
        Task AWS::ECS::TaskDefinition {"ContainerDefinitions": [{"Name": "app", "LogConfiguration": {"LogDriver": "awslogs"}}]}
        """);

    private static readonly Fragment Instances = Balancing.With(
        """
        Group AWS::AutoScaling::AutoScalingGroup {"LaunchTemplate": {"LaunchTemplateId": "=Template"}, "HealthCheckType": "ELB", "HealthCheckGracePeriod": 300, "Cooldown": "300", "TargetGroupARNs": ["=Targets"],
          "NotificationConfigurations": [{"NotificationTypes": ["autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"]}]}
        Template AWS::EC2::LaunchTemplate {"LaunchTemplateData": {"MetadataOptions": {"HttpTokens": "required"}, "BlockDeviceMappings": [{"Ebs": {"Encrypted": true}}],
          "NetworkInterfaces": [{"AssociatePublicIpAddress": false, "Groups": ["=AppGroup.GroupId"]}]}}
        """);

    private static readonly Fragment Http = Fragment.Of(
        """
        Http AWS::ElasticLoadBalancingV2::LoadBalancer {"Type": "application", "SecurityGroups": ["=HttpGroup.GroupId"],
          "LoadBalancerAttributes": [{"Key": "routing.http.drop_invalid_header_fields.enabled", "Value": "true"}, {"Key": "routing.http.desync_mitigation_mode", "Value": "defensive"}]}
        HttpGroup AWS::EC2::SecurityGroup {"GroupDescription": "Http", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "SourcePrefixListId": "pl-1"}]}
        """);

    private static readonly Fragment Origin = Http.With(
        """
        Http AWS::ElasticLoadBalancingV2::LoadBalancer {"Type": "application", "Scheme": "internal", "SecurityGroups": ["=HttpGroup.GroupId"]}
        Origin AWS::CloudFront::VpcOrigin {"VpcOriginEndpointConfig": {"Name": "origin", "Arn": "=Http", "HTTPSPort": 443, "OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"]}} < Attachment
        Attachment AWS::EC2::VPCGatewayAttachment {"VpcId": "=Vpc", "InternetGatewayId": "=Gateway"}
        """);

    private static readonly Fragment Locked = Http.With(
        """
        Open AWS::ElasticLoadBalancingV2::Listener {"LoadBalancerArn": "=Http", "Protocol": "HTTPS", "Port": 443, "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "403"}}]}
        Rule AWS::ElasticLoadBalancingV2::ListenerRule {"ListenerArn": "=Open", "Priority": 1, "Actions": [{"Type": "forward", "TargetGroupArn": "=Targets"}],
          "Conditions": [{"Field": "http-header", "HttpHeaderConfig": {"HttpHeaderName": "x-origin-verify", "Values": ["{{resolve:secretsmanager:door/blue-1:SecretString:::}}"]}}]}
        """);

    private static readonly Fragment Database = Fragment.Of(
        $$$"""
        DataA AWS::EC2::Subnet {"VpcId": "=Vpc", "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Isolated"}]}
        DataB AWS::EC2::Subnet {"VpcId": "=Vpc", "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Isolated"}]}
        Public AWS::EC2::Subnet {"VpcId": "=Vpc", "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Public"}]}
        Subnets AWS::RDS::DBSubnetGroup {"SubnetIds": ["=DataA", "=DataB"]}
        DataGroup AWS::EC2::SecurityGroup {"GroupDescription": "Data"}
        FromApp AWS::EC2::SecurityGroupIngress {"GroupId": "=DataGroup.GroupId", "SourceSecurityGroupId": "=AppGroup.GroupId", "IpProtocol": "tcp", "FromPort": 5433, "ToPort": 5433}
        AppGroup AWS::EC2::SecurityGroup {"GroupDescription": "App"}
        Parameters AWS::RDS::DBParameterGroup {"Family": "postgres16", "Parameters": {"rds.force_ssl": "1"} }
        Database AWS::RDS::DBInstance { {{{DatabaseProperties}}}, {{{DatabaseSettings}}} }
        """);

    private static readonly Fragment Cluster = Database.Without("Database").With(
        $$$"""
        Parameters AWS::RDS::DBClusterParameterGroup {"Family": "aurora-mysql8.0", "Parameters": {"require_secure_transport": "ON"} }
        Cluster AWS::RDS::DBCluster {"DBSubnetGroupName": "=Subnets", "VpcSecurityGroupIds": ["=DataGroup.GroupId"], "DBClusterParameterGroupName": "=Parameters", {{{DatabaseSettings}}} }
        One AWS::RDS::DBInstance {"DBClusterIdentifier": "=Cluster", "PubliclyAccessible": false}
        Two AWS::RDS::DBInstance {"DBClusterIdentifier": "=Cluster", "PubliclyAccessible": false}
        """);

    private static readonly Fragment Watched = Balancing.With(
        $$$"""
        Database AWS::RDS::DBInstance { {{{DatabaseProperties}}}, {{{DatabaseSettings}}} }
        Unhealthy AWS::CloudWatch::Alarm {"MetricName": "UnHealthyHostCount", "AlarmActions": ["=Topic"], "Dimensions": [{"Name": "TargetGroup", "Value": "=Targets.TargetGroupFullName"}]}
        Resets AWS::CloudWatch::Alarm {"MetricName": "TCP_Target_Reset_Count", "AlarmActions": ["=Topic"], "Dimensions": [{"Name": "LoadBalancer", "Value": "=Balancer.LoadBalancerFullName"}]}
        Cpu AWS::CloudWatch::Alarm {"MetricName": "CPUUtilization", "AlarmActions": ["=Topic"], "Dimensions": [{"Name": "DBInstanceIdentifier", "Value": "=Database"}]}
        Connections AWS::CloudWatch::Alarm {"MetricName": "DatabaseConnections", "AlarmActions": ["=Topic"], "Dimensions": [{"Name": "DBInstanceIdentifier", "Value": "=Database"}]}
        Storage AWS::CloudWatch::Alarm {"MetricName": "FreeStorageSpace", "AlarmActions": ["=Topic"], "Dimensions": [{"Name": "DBInstanceIdentifier", "Value": "=Database"}]}
        """);

    private static Fragment Balancer(string properties) => Balancing.With($$$"""Balancer AWS::ElasticLoadBalancingV2::LoadBalancer { {{{properties}}} } < LogsPolicy""");

    private static Fragment BalancerBut(string old, string replacement) =>
        Balancer($"{BalancerProperties}, {Attributes}".Replace(old, replacement, StringComparison.Ordinal));

    private static Fragment TargetsBut(string old, string replacement) => Balancing.With(
        $$$"""Targets AWS::ElasticLoadBalancingV2::TargetGroup { {{{$"{TargetProperties}, {TargetAttributes}".Replace(old, replacement, StringComparison.Ordinal)}}} }""");

    private static Fragment Changed(Fragment fragment, string id, string old, string replacement)
    {
        var line = fragment.Lines[id];
        line.ShouldContain(old);
        return fragment.With(line.Replace(old, replacement, StringComparison.Ordinal));
    }

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<InternalNlbRule>(Balancing,
            ("Balancer", BalancerBut("\"internal\"", "\"internet-facing\"")),
            ("Balancer", BalancerBut("\"network\"", "\"application\"")),
            ("Balancer", BalancerBut("[\"=LinkA\", \"=LinkB\"]", "[\"=LinkA\", \"=LinkA\"]")),
            ("Balancer", BalancerBut("\"=LinkB\"", "\"subnet-1\"")),
            ("Balancer", BalancerBut("cross_zone", "cross_zones")),
            ("Balancer", BalancerBut("\"deletion_protection.enabled\", \"Value\": \"true\"", "\"deletion_protection.enabled\", \"Value\": \"false\"")),
            ("Balancer", Balancing.With(
                """
                Table AWS::EC2::RouteTable {"VpcId": "=Vpc"}
                Association AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=LinkA", "RouteTableId": "=Table"}
                Route AWS::EC2::Route {"RouteTableId": "=Table", "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "=Gateway"}
                Gateway AWS::EC2::InternetGateway
                """))),
        RuleCase.Of<PrivateLinkEnforcementRule>(Balancing,
            ("Balancer", BalancerBut("\"off\"", "\"on\"")),
            ("Balancer", BalancerBut("[\"=LinkGroup.GroupId\"]", "[]"))),
        RuleCase.Of<ClosedLoadBalancerRule>(Balancing,
            ("Balancer", Balancing.With("""In AWS::EC2::SecurityGroupIngress {"GroupId": "=LinkGroup.GroupId", "SourceSecurityGroupId": "=AppGroup.GroupId", "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443}""")),
            ("Balancer", Balancing.With("""ToApp AWS::EC2::SecurityGroupEgress {"GroupId": "=LinkGroup.GroupId", "CidrIp": "10.0.0.0/8", "IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080}""")),
            ("Balancer", Changed(Balancing, "ToApp", "\"ToPort\": 8080", "\"ToPort\": 8081")),
            ("Balancer", Changed(Balancing, "ToHealth", "9000", "9001"))),
        RuleCase.Of<ServiceIngressRule>(Service,
            ("Service", Service.Without("FromLink")),
            ("Service", Changed(Service, "FromLink", "8080", "8081")),
            ("Service", Service.With("""AppGroup AWS::EC2::SecurityGroup {"GroupDescription": "App", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080, "CidrIp": "10.0.0.0/8"}]}""")),
            ("Service", Changed(Service, "Service", "=AppGroup.GroupId", "sg-1")),
            ("Group", Instances.Without("FromLink"))),
        RuleCase.Of<VpcLinkRule>(Balancing,
            ("Link", Balancing.With("""Link AWS::ApiGateway::VpcLink {"Name": "link", "TargetArns": ["=Balancer", "=Balancer"]}""")),
            ("Link", Balancing.With("""Link AWS::ApiGateway::VpcLink {"Name": "link", "TargetArns": ["=Parameter"]}""")),
            ("Second", Balancing.With("""Second AWS::ApiGatewayV2::VpcLink {"Name": "second", "SubnetIds": ["subnet-1"], "SecurityGroupIds": []}"""))),
        RuleCase.Of<PrivateIntegrationRule>(Integrated,
            ("Call", Changed(Integrated, "Call", "\"VPC_LINK\"", "\"INTERNET\"")),
            ("Call", Changed(Integrated, "Call", "\"=Link\"", "\"=Balancer\"")),
            ("Call", Changed(Integrated, "Call", "29000", "29001")),
            ("Call", Changed(Integrated, "Call", "https:", "http:")),
            ("Call", Changed(Integrated, "Call", "\"https://api.example.com:443/{proxy}\"", "{\"Fn::Join\": [\"\", [\"https://\", {\"Fn::GetAtt\": [\"Balancer\", \"DNSName\"]}, \":443/\"]]}")),
            ("Route", Changed(Integrated, "Route", "\"=Second\"", "\"=Listener\"")),
            ("Route", Changed(Integrated, "Route", "30000", "30001")),
            ("Route", Changed(Integrated, "Route", "ServerNameToVerify", "Name"))),
        RuleCase.Of<ListenerRule>(Balancing,
            ("Listener", Changed(Balancing, "Listener", "TLS13-1-2-2021-06", "2016-08")),
            ("Listener", Changed(Balancing, "Listener", "\"SslPolicy\"", "\"Policy\"")),
            ("Listener", Changed(Balancing, "Listener", "[{\"CertificateArn\": \"=Certificate\"}]", "[]")),
            ("Web", Balancing.With("""Web AWS::ElasticLoadBalancingV2::Listener {"Protocol": "HTTP", "Port": 80, "DefaultActions": [{"Type": "forward", "TargetGroupArn": "=Targets"}]}"""))),
        RuleCase.Of<LoadBalancerLogRule>(Balancing,
            ("Balancer", BalancerBut("\"access_logs.s3.enabled\", \"Value\": \"true\"", "\"access_logs.s3.enabled\", \"Value\": \"false\"")),
            ("Balancer", BalancerBut("\"=Logs\"", "\"logs\"")),
            ("Balancer", Changed(Balancing, "LogsPolicy", "delivery.logs.amazonaws.com", "logging.s3.amazonaws.com")),
            ("Balancer", Changed(Balancing, "Balancer", " < LogsPolicy", ""))),
        RuleCase.Of<ApplicationLoadBalancerRule>(Http,
            ("Http", Changed(Http, "Http", "\"true\"", "\"false\"")),
            ("Http", Changed(Http, "Http", "\"defensive\"", "\"monitor\"")),
            ("Http", Http.With("""HttpGroup AWS::EC2::SecurityGroup {"GroupDescription": "Http", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"}]}"""))),
        RuleCase.Of<VpcOriginRule>(Origin,
            ("Origin", Changed(Origin, "Origin", "https-only", "match-viewer")),
            ("Origin", Changed(Origin, "Origin", "TLSv1.2", "TLSv1")),
            ("Origin", Changed(Origin, "Origin", " < Attachment", "")),
            ("Origin", Changed(Origin, "Http", "internal", "internet-facing")),
            ("Origin", Changed(Origin, "Origin", "443", "8443"))),
        RuleCase.Of<LockedBalancerRule>(Locked,
            ("Http", Changed(Locked, "Open", "403", "200")),
            ("Http", Changed(Locked, "Open", "fixed-response", "forward")),
            ("Http", Changed(Locked, "Rule", "http-header", "host-header")),
            ("Http", Changed(Locked, "Rule", "{{resolve:secretsmanager:door/blue-1:SecretString:::}}", "open sesame"))),
        RuleCase.Of<TargetGroupRule>(Balancing,
            ("Targets", TargetsBut("\"HealthCheckProtocol\": \"HTTP\", ", "")),
            ("Targets", TargetsBut("\"HealthCheckIntervalSeconds\": 10, ", "")),
            ("Targets", TargetsBut("\"TargetType\": \"ip\", ", "")),
            ("Targets", TargetsBut("\"Matcher\": {\"HttpCode\": \"200\"}, ", "")),
            ("Targets", TargetsBut("deregistration_delay", "delay")),
            ("Targets", TargetsBut("preserve_client_ip", "preserve")),
            ("Targets", Changed(Service, "Targets", "\"ip\"", "\"instance\""))),
        RuleCase.Of<AutoScalingRule>(Instances,
            ("Group", Changed(Instances, "Template", "\"required\"", "\"optional\"")),
            ("Group", Changed(Instances, "Template", "\"Encrypted\": true", "\"Encrypted\": false")),
            ("Group", Changed(Instances, "Template", "\"AssociatePublicIpAddress\": false", "\"AssociatePublicIpAddress\": true")),
            ("Group", Changed(Instances, "Group", "\"ELB\"", "\"EC2\"")),
            ("Group", Changed(Instances, "Group", "\"Cooldown\": \"300\"", "\"Cooldown\": \"0\"")),
            ("Group", Changed(Instances, "Group", "\"autoscaling:EC2_INSTANCE_LAUNCH_ERROR\", ", "")),
            ("Group", Instances.Without("Template")),
            ("Old", Instances.With("""Old AWS::AutoScaling::LaunchConfiguration {"ImageId": "ami-1"}"""))),
        RuleCase.Of<FargateRule>(Service,
            ("Service", Changed(Service, "Service", "\"DISABLED\"", "\"ENABLED\"")),
            ("Service", Changed(Service, "Service", "\"Rollback\": true", "\"Rollback\": false")),
            ("Service", Changed(Service, "Cluster", "\"enabled\"", "\"disabled\"")),
            ("Service", Changed(Service, "Task", "\"LogDriver\": \"awslogs\"", "")),
            ("Service", Changed(Service, "Task", "\"Name\": \"app\"", "\"Name\": \"app\", \"Environment\": [{\"Name\": \"KEY\", \"Value\": \"secret\"}]"))),
        new(new DatabaseRule(), [Database, Cluster],
        [
            ("Database", Changed(Database, "Database", "\"PubliclyAccessible\": false", "\"PubliclyAccessible\": true")),
            ("Database", Changed(Database, "Database", "\"MultiAZ\": true", "\"MultiAZ\": false")),
            ("Database", Changed(Database, "Database", "\"StorageEncrypted\": true, ", "")),
            ("Database", Changed(Database, "Database", "\"ManageMasterUserPassword\": true", "\"MasterUserPassword\": \"secret\"")),
            ("Database", Changed(Database, "Database", "\"BackupRetentionPeriod\": 7", "\"BackupRetentionPeriod\": 1")),
            ("Database", Changed(Database, "Database", "5433", "5432")),
            ("Database", Changed(Database, "Parameters", "\"1\"", "\"0\"")),
            ("Database", Changed(Database, "Subnets", "=DataB", "=Public")),
            ("Database", Database.Without("FromApp")),
            ("Database", Changed(Database, "FromApp", "\"ToPort\": 5433", "\"ToPort\": 5439")),
            ("Database", Database.With("""DataGroup AWS::EC2::SecurityGroup {"GroupDescription": "Data", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 5433, "ToPort": 5433, "CidrIp": "10.0.0.0/8"}]}""")),
            ("Cluster", Cluster.Without("Two")),
            ("Cluster", Changed(Cluster, "Two", "false", "true")),
            ("Cluster", Changed(Cluster, "Parameters", "\"ON\"", "\"OFF\"")),
        ]),
        RuleCase.Of<OperationsAlarmRule>(Watched,
            ("Targets", Watched.Without("Unhealthy")),
            ("Balancer", Watched.Without("Resets")),
            ("Database", Watched.Without("Storage")),
            ("Cpu", Changed(Watched, "Cpu", "[\"=Topic\"]", "[]"))),
    ];
}
