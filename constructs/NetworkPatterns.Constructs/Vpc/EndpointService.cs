using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A service of AWS with an interface endpoint.</summary>
/// <remarks>
/// Data: which services there are, under CDK's names for them, and which are known to take no endpoint policy. AWS tells
/// of each Region with <c>aws ec2 describe-vpc-endpoint-services</c> (<c>VpcEndpointPolicySupported</c>); where it tells
/// otherwise, <see cref="InterfaceEndpoint.TakesPolicy"/> wins over this table.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html</para>
/// </remarks>
/// <param name="Name">The last part of its name.</param>
/// <param name="TakesPolicy">Whether its endpoint takes a policy.</param>
internal sealed record EndpointService(string Name, bool TakesPolicy)
{
    private static readonly ImmutableSortedDictionary<string, EndpointService> ByName = Read(
        """
        access-analyzer acm-pca airflow.api airflow.env appconfig appconfigdata application-autoscaling appmesh-envoy-management appstream.api athena autoscaling backup batch
        bedrock bedrock-agent bedrock-agent-runtime bedrock-runtime cassandra cloudformation cloudtrail codeartifact.api
        codeartifact.repositories codebuild codecommit codedeploy codedeploy-commands-secure codepipeline
        comprehend config databrew datasync detective dms ebs ec2 ecr.api ecr.dkr ecs ecs-agent ecs-telemetry eks eks-auth elasticache
        elasticbeanstalk elasticfilesystem elasticloadbalancing elasticmapreduce emr-containers emr-serverless events execute-api fis fsx git-codecommit
        glue guardduty-data imagebuilder inspector2 iotsitewise.api kafka kendra kinesis-firehose kinesis-streams kms lambda
        lakeformation license-manager logs macie2 monitoring notebook organizations pinpoint-sms-voice-v2 pipes polly rds rds-data redshift
        redshift-data redshift-serverless rekognition rolesanywhere rum-dataplane sagemaker.api sagemaker.runtime scheduler secretsmanager securityhub
        servicecatalog servicediscovery sns sqs ssm ssm-contacts ssm-incidents ssmmessages states sts swf sync-states
        synthetics textract transcribe transcribestreaming transfer translate xray ec2messages
        """,
        "appmesh-envoy-management ec2messages ecs-agent ecs-telemetry email-smtp");

    // Names that are not the parts of the service's name in reverse order before the Region.
    private static readonly ImmutableDictionary<string, string> Hosts = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["appstream.api"] = "appstream2",
        ["codeartifact.api"] = "codeartifact",
        ["codeartifact.repositories"] = "d.codeartifact",
        ["detective"] = "api.detective",
        ["ecs-agent"] = "ecs-a",
        ["ecs-telemetry"] = "ecs-t",
        ["kinesis-firehose"] = "firehose",
        ["kinesis-streams"] = "kinesis",
        ["pinpoint-sms-voice-v2"] = "sms-voice",
        ["rum-dataplane"] = "dataplane.rum",
    });

    // Services that are called by names below that of the service: registries, repositories, APIs.
    private static readonly ImmutableHashSet<string> CalledBelow = ["codeartifact.repositories", "ecr.dkr", "execute-api", "s3"];

    // Called by names of other domains, or by several.
    private static readonly ImmutableHashSet<string> WithoutZone = ["dynamodb", "eks-auth", "notebook", "organizations", "ses"];

    // In China some services answer under another prefix, as CDK's own table of them says.
    private static readonly ImmutableHashSet<string> UnderChinasPrefix =
    [
        .. "application-autoscaling appmesh-envoy-management athena autoscaling backup batch cloudformation codedeploy-commands-secure databrew dms ebs ec2 ecr.api ecr.dkr eks elasticache elasticbeanstalk elasticfilesystem execute-api fsx imagebuilder kinesis-streams lambda license-manager monitoring rds redshift redshift-data sagemaker.api sagemaker.runtime securityhub servicecatalog sqs states sts sync-states synthetics transcribe transcribestreaming transfer xray"
            .Split(' '),
    ];

    // What CDK's table has for one of China's Regions only.
    private static readonly ImmutableHashSet<string> UnderChinasPrefixInOneRegion = ["cn-north-1 iotsitewise.api", "cn-northwest-1 polly"];

    /// <summary>
    /// The name by which programs call the service, for <c>Fn::Sub</c>: the zone that leads them to a central endpoint;
    /// <see langword="null"/> where it is not of the usual form, and a user has to say it.
    /// </summary>
    public string? ZoneName => WithoutZone.Contains(Name)
        ? null
        : $"{Hosts.GetValueOrDefault(Name) ?? string.Join('.', Name.Split('.').Reverse())}.${{AWS::Region}}.${{AWS::URLSuffix}}";

    /// <summary>Whether programs call names below the zone's.</summary>
    public bool IsWildcard => CalledBelow.Contains(Name);

    /// <summary>All names, sorted.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Names of services whose endpoints take no policy.</summary>
    public static IEnumerable<string> WithoutPolicies => ByName.Values.Where(service => !service.TakesPolicy).Select(service => service.Name);

    public static EndpointService? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>
    /// A service for an endpoint of many VPCs: also those that a single VPC reaches by a gateway endpoint, which costs nothing and which other
    /// networks cannot use.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html</remarks>
    public static EndpointService? FindCentral(string name) => Find(name) ?? (name is "dynamodb" or "s3" ? new(name, TakesPolicy: true) : null);

    /// <summary>What the service's full name begins with; <c>com.amazonaws</c> where the Region is known only at deployment.</summary>
    public string PrefixIn(string? region) => Name switch
    {
        "notebook" => "aws.sagemaker",
        _ when IsInChina(region) && (UnderChinasPrefix.Contains(Name) || UnderChinasPrefixInOneRegion.Contains($"{region} {Name}")) => "cn.com.amazonaws",
        _ => "com.amazonaws",
    };

    /// <summary>What the service's full name ends with.</summary>
    public string SuffixIn(string? region) =>
        IsInChina(region) && Name == "transcribe" ? ".cn" : "";

    private static bool IsInChina(string? region) => region?.StartsWith("cn-", StringComparison.Ordinal) == true;

    private static ImmutableSortedDictionary<string, EndpointService> Read(string names, string withoutPolicies)
    {
        var without = withoutPolicies.Split(' ').ToHashSet(StringComparer.Ordinal);
        return names.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Concat(without)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableSortedDictionary(name => name, name => new EndpointService(name, !without.Contains(name)), StringComparer.Ordinal);
    }
}
