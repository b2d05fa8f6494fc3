using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Connectivity;

/// <summary>N77. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_VpcLattice.html</summary>
public sealed class LatticeRule() : ResourceRule(
    "N77",
    "Names of VPC Lattice have the lengths that it takes (service 3 to 40, service network 3 to 63, target group 3 to 128); what has an auth policy has AWS_IAM as its type, and the other way round.",
    "AWS::VpcLattice::ServiceNetwork",
    "AWS::VpcLattice::Service",
    "AWS::VpcLattice::TargetGroup")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        var longest = resource.Type switch
        {
            "AWS::VpcLattice::Service" => 40,
            "AWS::VpcLattice::ServiceNetwork" => 63,
            _ => 128,
        };
        if (resource["Name"].Text is { } name && (name.Length < 3 || name.Length > longest))
        {
            yield return $"the name has {name.Length} characters, not 3 to {longest}";
        }

        if (resource.Type == "AWS::VpcLattice::TargetGroup")
        {
            yield break;
        }

        var hasPolicy = resource.Referring("AWS::VpcLattice::AuthPolicy", "ResourceIdentifier").Any();
        if (hasPolicy != (resource["AuthType"].Text == "AWS_IAM"))
        {
            yield return hasPolicy ? "has an auth policy, and another type than AWS_IAM" : "has the type AWS_IAM, and no auth policy";
        }
    }
}
