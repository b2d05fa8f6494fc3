using NetworkPatterns.TemplateRules.Rules.Logs;
using NetworkPatterns.TemplateRules.Rules.WholeTemplate;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class LogCases
{
    private static readonly Fragment ToS3 = Fragment.Of(
        """
        Bucket AWS::S3::Bucket {"BucketEncryption": {"ServerSideEncryptionConfiguration": []}, "LoggingConfiguration": {"DestinationBucketName": "=AccessLogs"},
          "PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true}}
        Policy AWS::S3::BucketPolicy {"Bucket": "=Bucket", "PolicyDocument": {"Statement": [
          {"Effect": "Allow", "Action": "s3:PutObject", "Principal": {"Service": "delivery.logs.amazonaws.com"}, "Resource": {"Fn::Sub": "${Bucket.Arn}/AWSLogs/aws-account-id=${AWS::AccountId}/*"},
          "Condition": {"StringEquals": {"aws:SourceAccount": "=AWS::AccountId"}, "ArnLike": {"aws:SourceArn": {"Fn::Sub": "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*"}}}},
          {"Effect": "Deny", "Action": "s3:*", "Principal": "*", "Resource": ["=Bucket.Arn", {"Fn::Join": ["", ["=Bucket.Arn", "/*"]]}], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}
        AccessLogs AWS::S3::Bucket {"BucketEncryption": {"ServerSideEncryptionConfiguration": []},
          "PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true}}
        AccessLogsPolicy AWS::S3::BucketPolicy {"Bucket": "=AccessLogs", "PolicyDocument": {"Statement": [
          {"Effect": "Deny", "Action": "s3:*", "Principal": "*", "Resource": ["=AccessLogs.Arn", {"Fn::Sub": "${AccessLogs.Arn}/*"}], "Condition": {"Bool": {"aws:SecureTransport": false}}}]}}
        Log AWS::EC2::FlowLog {"ResourceType": "VPC", "TrafficType": "ALL", "LogDestinationType": "s3", "LogDestination": "=Bucket.Arn", "LogFormat": "${version} ${account-id} ${flow-direction}",
          "DestinationOptions": {"FileFormat": "parquet", "HiveCompatiblePartitions": true, "PerHourPartition": true}} < Policy
        Table AWS::Glue::Table {"TableInput": {"StorageDescriptor": {"Location": {"Fn::Sub": "s3://${Bucket}/AWSLogs/"}, "Columns": [{"Name": "version"}, {"Name": "account_id"}, {"Name": "flow_direction"}]}}}
        """);

    private static readonly Fragment ToCloudWatch = Fragment.Of(
        """
        Group AWS::Logs::LogGroup {"RetentionInDays": 90}
        Role AWS::IAM::Role {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "vpc-flow-logs.amazonaws.com"},
          "Condition": {"StringEquals": {"aws:SourceAccount": "=AWS::AccountId"}, "ArnLike": {"aws:SourceArn": "*"}}}]}, "Policies": [{"PolicyName": "Write", "PolicyDocument": {"Statement": {"Effect": "Allow", "Action": ["logs:PutLogEvents"], "Resource": "=Group.Arn"}}}]}
        Log AWS::EC2::FlowLog {"ResourceType": "VPC", "LogGroupName": "=Group", "DeliverLogsPermissionArn": "=Role.Arn"}
        """);

    private static readonly Fragment Mirror = Fragment.Of(
        """
        Target AWS::EC2::TrafficMirrorTarget {"NetworkLoadBalancerArn": "=Balancer"}
        Filter AWS::EC2::TrafficMirrorFilter
        Rule AWS::EC2::TrafficMirrorFilterRule {"TrafficMirrorFilterId": "=Filter", "TrafficDirection": "ingress"}
        Session AWS::EC2::TrafficMirrorSession {"TrafficMirrorFilterId": "=Filter", "TrafficMirrorTargetId": "=Target"}
        """);

    private static readonly Fragment Paths = Fragment.Of(
        """
        WebToApp AWS::EC2::NetworkInsightsPath {"Source": "=Web", "Destination": "=App", "Protocol": "tcp", "DestinationPort": 8080}
        AppToData AWS::EC2::NetworkInsightsPath {"Source": "=App", "Destination": "=Data", "Protocol": "tcp", "DestinationPort": 3306}
        """);

    // A digest of the format: SHA-256, the first eight digits.
    private static readonly Fragment Formatted = Fragment.Of(
        """LogToS347F51DA8 AWS::EC2::FlowLog {"LogFormat": "${version} ${account-id}"}""");

    private static readonly Fragment MirrorToInterface = Mirror.With(
        """
        Target AWS::EC2::TrafficMirrorTarget {"NetworkInterfaceId": "=Inspector"}
        Inspector AWS::EC2::NetworkInterface {"SubnetId": "=Subnet", "GroupSet": ["=Group.GroupId"]}
        Subnet AWS::EC2::Subnet {"CidrBlock": "10.0.0.0/24"}
        Acl AWS::EC2::NetworkAcl {"VpcId": "=Vpc"}
        OfSubnet AWS::EC2::SubnetNetworkAclAssociation {"SubnetId": "=Subnet", "NetworkAclId": "=Acl"}
        VxlanIn AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 17, "PortRange": {"From": 4789, "To": 4789}, "CidrBlock": "10.0.0.0/16"}
        Group AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "udp", "FromPort": 4789, "ToPort": 4789, "CidrIp": "10.0.0.0/16"}]}
        """);

    private static Fragment Log(string properties) => ToS3.With(
        $$"""Log AWS::EC2::FlowLog {"ResourceType": "VPC", "LogDestinationType": "s3", {{properties}}} < Policy""");

    private const string Options = """ "DestinationOptions": {"FileFormat": "parquet", "HiveCompatiblePartitions": true, "PerHourPartition": true} """;

    private static Fragment Delivery(string statement) => ToS3.With($$$"""Policy AWS::S3::BucketPolicy {"Bucket": "=Bucket", "PolicyDocument": {"Statement": [{{{statement}}}]}}""");

    private static Fragment Role(string trust, string action = "logs:PutLogEvents") => ToCloudWatch.With(
        $$$"""Role AWS::IAM::Role {"AssumeRolePolicyDocument": {"Statement": [{{{trust}}}]}, "Policies": [{"PolicyDocument": {"Statement": [{"Action": "{{{action}}}"}]}}]}""");

    private const string Trust = """{"Principal": {"Service": "vpc-flow-logs.amazonaws.com"}, "Condition": {"StringEquals": {"aws:SourceAccount": "=AWS::AccountId"}, "ArnLike": {"aws:SourceArn": "*"}}}""";

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<S3FlowLogRule>(ToS3,
            ("Log", Log(""" "TrafficType": "ALL", "LogDestination": "=Bucket.Arn", "DestinationOptions": {"fileFormat": "parquet", "hiveCompatiblePartitions": true, "perHourPartition": true} """)),
            ("Log", Log($""" "TrafficType": "ALL", "LogDestination": "=Bucket.Arn", "LogGroupName": "=Group", {Options} """)),
            ("Log", Log($""" "LogDestination": "=Bucket.Arn", {Options} """)),
            ("Log", Log($""" "TrafficType": "ALL", "LogDestination": "=Parameter", {Options} """)),
            ("Log", ToS3.Without("Policy"))),
        RuleCase.Of<LogDeliveryPolicyRule>(ToS3,
            ("Log", ToS3.Without("Policy")),
            ("Log", Log(""" "LogDestination": "=Parameter" """)),
            ("Log", Log(""" "LogDestination": "=Bucket.Arn", "DestinationOptions": {"HiveCompatiblePartitions": false} """)),
            ("Log", Delivery("""{"Effect": "Allow", "Action": "s3:PutObject", "Principal": {"Service": "delivery.logs.amazonaws.com"}, "Resource": {"Fn::Sub": "${Bucket.Arn}/AWSLogs/aws-account-id=${AWS::AccountId}/*"}, "Condition": {"StringEquals": {"aws:SourceAccount": "=AWS::AccountId"}}}"""))),
        RuleCase.Of<FlowLogRoleRule>(ToCloudWatch,
            ("Log", ToCloudWatch.With("""Log AWS::EC2::FlowLog {"LogGroupName": "=Group"}""")),
            ("Log", Role("""{"Principal": {"Service": "vpc-flow-logs.amazonaws.com"}}""")),
            ("Log", Role(Trust.Replace("vpc-flow-logs", "ec2", StringComparison.Ordinal))),
            ("Log", Role(Trust, "iam:PassRole")),
            ("Log", ToCloudWatch.With("""More AWS::IAM::Policy {"Roles": ["=Role"], "PolicyDocument": {"Statement": [{"Action": ["iam:PassRole"]}]}}"""))),
        RuleCase.Of<FlowLogColumnsRule>(ToS3,
            ("Table", Log(""" "LogDestination": "=Bucket.Arn", "LogFormat": "${account-id} ${version} ${flow-direction}" """)),
            ("Table", Log(""" "LogDestination": "=Bucket.Arn", "LogFormat": "=Format" """)),
            ("Table", Log(""" "LogDestination": "=Bucket.Arn" """))),
        RuleCase.Of<FlowLogFormatRule>(Formatted,
            ("LogToS347F51DA8", Formatted.With("""LogToS347F51DA8 AWS::EC2::FlowLog {"LogFormat": "${account-id} ${version}"}""")),
            ("LogToS347F51DA8", Formatted.With("""LogToS347F51DA8 AWS::EC2::FlowLog {"LogFormat": "=Format"}"""))),
        new(new TrafficMirrorRule(), [Mirror, MirrorToInterface],
        [
            ("Target", MirrorToInterface.Without("VxlanIn")),
            ("Target", MirrorToInterface.With("""VxlanIn AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 4789, "To": 4789}, "CidrBlock": "10.0.0.0/16"}""")),
            ("Target", MirrorToInterface.With("""Group AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "udp", "FromPort": 53, "ToPort": 53, "CidrIp": "10.0.0.0/16"}]}""")),
            ("Target", Mirror.With("""Target AWS::EC2::TrafficMirrorTarget {"NetworkLoadBalancerArn": "=Balancer", "NetworkInterfaceId": "eni-1"}""")),
            ("Session", Mirror.Without("Rule")),
        ]),
        RuleCase.Of<InsightsPathRule>(Paths,
            ("WebToApp", Paths.With("""WebToApp AWS::EC2::NetworkInsightsPath {"Source": "=Web", "Destination": "=App", "Protocol": "icmp"}""")),
            ("WebToApp", Paths.With("""WebToApp AWS::EC2::NetworkInsightsPath {"Source": "=App", "Destination": "=Data", "Protocol": "tcp", "DestinationPort": 3306}"""))),
        RuleCase.Of<LogRetentionRule>(ToCloudWatch, ("Group", ToCloudWatch.With("""Group AWS::Logs::LogGroup {"LogGroupName": "flows"}"""))),
        RuleCase.Of<BucketRule>(ToS3,
            ("AccessLogs", ToS3.With("""AccessLogs AWS::S3::Bucket {"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true}}""")),
            ("AccessLogs", ToS3.With("""AccessLogs AWS::S3::Bucket {"BucketEncryption": {}, "PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true}}""")),
            ("AccessLogs", ToS3.Without("AccessLogsPolicy")),
            ("AccessLogs", ToS3.Without("Bucket"))),
    ];
}
