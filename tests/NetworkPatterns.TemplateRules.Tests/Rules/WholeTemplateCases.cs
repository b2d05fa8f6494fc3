using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.WholeTemplate;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class WholeTemplateCases
{
    private static readonly Fragment Stack = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/16"}
        Subnet AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a", "Tags": [{"Key": "Name", "Value": "eu-west-1 web"}]}
        Key AWS::KMS::Key {"EnableKeyRotation": true}
        Signing AWS::KMS::Key {"KeySpec": "RSA_2048"}
        Share AWS::RAM::ResourceShare {"AllowExternalPrincipals": false, "ResourceArns": [{"Fn::Sub": "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:subnet/${Subnet}"}]}
        Topic AWS::SNS::Topic {"KmsMasterKeyId": "=Key"}
        Failures AWS::SQS::Queue {"SqsManagedSseEnabled": true}
        Queue AWS::SQS::Queue {"SqsManagedSseEnabled": true, "RedrivePolicy": {"deadLetterTargetArn": "=Failures.Arn"}}
        Tls AWS::SQS::QueuePolicy {"Queues": ["=Queue", "=Failures"], "PolicyDocument": {"Statement": [{"Effect": "Deny", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}
        Metadata AWS::CDK::Metadata {"Analytics": "123456789012"}
        """);

    private static readonly TemplateSet Assembly = ((TemplateSet)Stack).With(AssemblyManifest.Parse("manifest.json", """{"version": "38.0.0", "artifacts": {}}"""));

    private static TemplateSet With(string otherSections) => new([Template.Parse("Stack", Stack.ToJson(otherSections))]);

    private static TemplateSet Many(int resources) => Fragment.Of(string.Join('\n', Enumerable.Range(0, resources).Select(n => $"R{n} AWS::EC2::InternetGateway")));

    private static string Numbered(int count, string value) => string.Join(", ", Enumerable.Range(0, count).Select(n => $"\"P{n}\": {value}"));

    private static readonly TemplateSet TwoStacks = new(
    [
        Template.Parse("Network", Stack.ToJson("""{"Outputs": {"VpcId": {"Value": {"Ref": "Vpc"}, "Export": {"Name": "network-vpc"}}}}""")),
        Fragment.Of("""Group AWS::EC2::SecurityGroup {"VpcId": {"Fn::ImportValue": "network-vpc"}}""").ToTemplate("App"),
    ]);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<PlainCloudFormationRule>(Stack,
            ("Custom", Stack.With("Custom Custom::VpcRestrictDefaultSG")),
            ("Custom", Stack.With("Custom AWS::CloudFormation::CustomResource")),
            ("Function", Stack.With("Function AWS::Lambda::Function")),
            ("Api", Stack.With("Api AWS::Serverless::Api")),
            ("Fn::Transform", Stack.With("""Bucket AWS::S3::Bucket {"Fn::Transform": {"Name": "AWS::Include"}}""")),
            ("Transform", With("""{"Transform": "AWS::Serverless-2016-10-31"}"""))),
        RuleCase.Of<CompleteAssemblyRule>(Assembly,
            ("missing", ((TemplateSet)Stack).With(AssemblyManifest.Parse("manifest.json", """{"missing": [{"key": "availability-zones", "provider": "availability-zones"}]}""")))),
        new(new StackSizeRule(), [Stack, Many(450)],
        [
            ("resources", Many(451)),
            ("parameters", With($$$"""{"Parameters": { {{{Numbered(201, """{"Type": "String"}""")}}} }}""")),
            ("outputs", With($$$"""{"Outputs": { {{{Numbered(201, """{"Value": "1"}""")}}} }}""")),
        ]),
        new(new DeclaredExportsRule(), [Stack, TwoStacks],
        [
            ("ExportsOutputRefVpc", With("""{"Outputs": {"ExportsOutputRefVpc": {"Value": {"Ref": "Vpc"}, "Export": {"Name": "Stack:Vpc"}}}}""")),
            ("Group", new([TwoStacks.Templates[1]])),
            ("Reader", Stack.With("""Reader AWS::EC2::VPC {"CidrBlock": "{{resolve:ssm:/cdk/exports/Other/Value}}"}""")),
        ]),
        RuleCase.Of<PseudoParametersRule>(Stack,
            ("Record", Stack.With("""Record AWS::Route53::RecordSet {"Region": "eu-west-1", "HealthCheckId": "arn:aws:x"}""")),
            ("Share", Stack.With("""Share AWS::RAM::ResourceShare {"Principals": ["123456789012"]}""")),
            ("Share", Stack.With("""Share AWS::RAM::ResourceShare {"ResourceArns": [{"Fn::Join": ["", ["arn:aws:ec2:", "=AWS::Region"]]}]}""")),
            ("Share", Stack.With("""Share AWS::RAM::ResourceShare {"ResourceArns": [{"Fn::Sub": "arn:aws-cn:ec2:${AWS::Region}"}]}""")),
            ("Endpoint", Stack.With("""Endpoint AWS::EC2::VPCEndpoint {"ServiceName": "com.amazonaws.eu-west-1.s3"}""")),
            ("Endpoint", Stack.With("""Endpoint AWS::EC2::VPCEndpoint {"ServiceName": "com.amazonaws.us-gov-west-1.s3"}""")),
            ("Arn", With("""{"Outputs": {"Arn": {"Value": {"Fn::Sub": "arn:aws:ec2:${AWS::Region}:x"}}}}""")),
            ("Vpn", Stack.With("""Vpn AWS::EC2::VPNConnection {"VpnTunnelOptionsSpecifications": [{"PreSharedKey": "secret"}]}"""))),
        RuleCase.Of<KeyRotationRule>(Stack, ("Key", Stack.With("Key AWS::KMS::Key"))),
        RuleCase.Of<ResourceShareRule>(Stack,
            ("Share", Stack.With("""Share AWS::RAM::ResourceShare {"ResourceArns": []}""")),
            ("Share", Stack.With("""Share AWS::RAM::ResourceShare {"AllowExternalPrincipals": false, "ResourceArns": ["arn:aws:ec2:eu-west-1:1:subnet/1"]}"""))),
        RuleCase.Of<MessagingEncryptionRule>(Stack,
            ("Topic", Stack.With("Topic AWS::SNS::Topic")),
            ("Queue", Stack.With("""Queue AWS::SQS::Queue {"RedrivePolicy": {"deadLetterTargetArn": "=Failures.Arn"}}""")),
            ("Queue", Stack.Without("Tls")),
            ("Failures", Stack.Without("Queue")),
            ("Stream", Stack.With("Stream AWS::Kinesis::Stream"))),
    ];
}
