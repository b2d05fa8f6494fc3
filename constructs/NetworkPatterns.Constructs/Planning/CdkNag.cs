using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>Tells cdk-nag, in the metadata of a resource, why a rule of its AwsSolutions pack does not hold there.</summary>
/// <remarks>
/// Every suppression stands beside what causes it, with its reason; a test approves the list of them.
/// <para>Source: https://github.com/cdklabs/cdk-nag#suppressing-a-rule</para>
/// </remarks>
internal static class CdkNag
{
    /// <summary>The key of the metadata.</summary>
    public const string MetadataKey = "cdk_nag";

    private const string Rules = "rules_to_suppress";

    /// <summary>A security group that is open to every address.</summary>
    public const string OpenIngress = "AwsSolutions-EC23";

    /// <summary>A network ACL.</summary>
    public const string NetworkAcls = "AwsSolutions-VPC3";

    /// <summary>A distribution without standard logs.</summary>
    public const string StandardLogs = "AwsSolutions-CFR3";

    /// <summary>A wildcard in a policy.</summary>
    public const string Wildcard = "AwsSolutions-IAM5";

    /// <summary>The metadata that suppresses one rule.</summary>
    /// <param name="rule">The rule's id in the pack.</param>
    /// <param name="reason">Why it does not hold, in a sentence.</param>
    /// <param name="metadata">Metadata that the resource has besides; rules that it suppresses already stay suppressed.</param>
    public static MapValue Suppress(string rule, string reason, MapValue? metadata = null)
    {
        var others = metadata?[MetadataKey] is MapValue known && known[Rules] is ListValue rules ? rules.Items : [];
        return (metadata ?? MapValue.Empty).With(MetadataKey, Value.Map((Rules, Value.List([.. others, Value.Map(("id", rule), ("reason", reason))]))));
    }
}
