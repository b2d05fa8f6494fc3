using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The addresses from which CloudFront asks origins: AWS's prefix list <c>com.amazonaws.global.cloudfront.origin-facing</c>.</summary>
/// <remarks>
/// They are those of every customer's distributions, so they lock out the internet and not other distributions: a <see cref="LockedAlb"/>
/// asks for a secret besides. The list has another ID in each Region, and counts as 55 rules of a security group.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html</para>
/// </remarks>
public static class CloudFrontAddresses
{
    private const int Weight = 55;

    private static readonly ImmutableSortedDictionary<string, string> Lists = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ap-northeast-1"] = "pl-58a04531",
        ["ap-northeast-2"] = "pl-22a6434b",
        ["ap-northeast-3"] = "pl-31a14458",
        ["ap-south-1"] = "pl-9aa247f3",
        ["ap-southeast-1"] = "pl-31a34658",
        ["ap-southeast-2"] = "pl-b8a742d1",
        ["ca-central-1"] = "pl-38a64351",
        ["eu-central-1"] = "pl-a3a144ca",
        ["eu-north-1"] = "pl-fab65393",
        ["eu-west-1"] = "pl-4fa04526",
        ["eu-west-2"] = "pl-93a247fa",
        ["eu-west-3"] = "pl-75b1541c",
        ["sa-east-1"] = "pl-5da64334",
        ["us-east-1"] = "pl-3b927c52",
        ["us-east-2"] = "pl-b6a144df",
        ["us-west-1"] = "pl-4ea04527",
        ["us-west-2"] = "pl-82a045eb",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>CloudFront, as a peer of the rules of a tier.</summary>
    /// <param name="region">The Region of the VPC, such as <c>eu-west-1</c>.</param>
    /// <param name="prefixListId">The ID of the list there. Default: what is known of 17 Regions.</param>
    /// <exception cref="PlanException">The ID in this Region is not known, and none is given.</exception>
    public static TrafficPeer In(string region, string? prefixListId = null) => (prefixListId ?? Lists.GetValueOrDefault(region)) is { } list
        ? TrafficPeer.PrefixList("cloudfront", list, Weight)
        : throw new PlanException(DiagnosticCatalogue.CloudFrontPrefixList.At(
            $"{nameof(CloudFrontAddresses)}.{nameof(In)}",
            $"the ID of CloudFront's prefix list in '{region}' is not known",
            $"give it: aws ec2 describe-managed-prefix-lists --region {region} --filters Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing --query PrefixLists[].PrefixListId"));
}
