using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>AWS::Region</c> and its like.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html</remarks>
internal static class PseudoParameters
{
    public static ResolvedValue? Find(Evaluation evaluation, string name, Origin at)
    {
        if (!name.StartsWith("AWS::", StringComparison.Ordinal))
        {
            return null;
        }

        var stack = evaluation.Stack;
        return name switch
        {
            "AWS::NoValue" => new NoValue(at),
            "AWS::StackName" => new TextValue(at, stack.StackName),
            "AWS::Region" => Known(stack.Region, "Region"),
            "AWS::AccountId" => Known(stack.Account, "account"),
            "AWS::Partition" => Known(stack.Region is null ? null : Partition(stack.Region), "Region"),
            "AWS::URLSuffix" => Known(stack.Region is null ? null : UrlSuffix(stack.Region), "Region"),
            _ => evaluation.Missing(at, $"{stack.Name}/{name}", $"{name} of {stack.Name} is known only after deployment"),
        };

        ResolvedValue Known(string? value, string what) =>
            value is null
                ? evaluation.Missing(at, $"{stack.Name}/{name}", $"the {what} of {stack.Name} is not known")
                : new TextValue(at, value);
    }

    private static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : region.StartsWith("eusc-", StringComparison.Ordinal) ? "aws-eusc"
        : "aws";

    private static string UrlSuffix(string region) => Partition(region) switch
    {
        "aws-cn" => "amazonaws.com.cn",
        "aws-eusc" => "amazonaws.eu",
        _ => "amazonaws.com",
    };
}
