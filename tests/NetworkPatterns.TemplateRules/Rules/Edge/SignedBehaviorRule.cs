using System.Security.Cryptography;
using System.Text;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E18. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html</summary>
public sealed class SignedBehaviorRule() : ResourceRule(
    "E18", "A signed behaviour trusts groups of 1 to 5 keys, nothing below its paths is unsigned, and another key is another resource.", EdgeView.Distribution)
{
    private const int MostKeys = 5;
    private const int DigestLength = 10;

    protected override bool Applies(Resource resource) => resource.Behaviors().Any(IsSigned);

    protected override IEnumerable<string> Problems(Resource resource)
    {
        foreach (var behavior in resource.Behaviors().Where(behavior => behavior["TrustedSigners"].Exists))
        {
            yield return $"{behavior.Pattern()} trusts accounts instead of groups of keys";
        }

        foreach (var signed in resource.Behaviors().Where(IsSigned).ToList())
        {
            foreach (var open in resource.Behaviors().Where(other => !IsSigned(other) && IsBelow(other.Pattern(), signed.Pattern())))
            {
                yield return $"{open.Pattern()} is open below {signed.Pattern()}";
            }

            foreach (var problem in signed["TrustedKeyGroups"].Items.SelectMany(GroupProblems))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> GroupProblems(Value reference)
    {
        if (reference.Target is not { Type: "AWS::CloudFront::KeyGroup" } group)
        {
            yield return $"trusts {reference.Key}, which is no group of keys here";
            yield break;
        }

        var keys = group["KeyGroupConfig"]["Items"].Items;
        if (keys.Length is 0 or > MostKeys)
        {
            yield return $"{group.LogicalId} has {keys.Length} keys";
        }

        foreach (var key in keys.Select(key => key.Target).OfType<Resource>().Where(key => !IsNamedByItsContent(key)))
        {
            yield return $"{key.LogicalId} would stay the same resource with another key";
        }
    }

    private static bool IsSigned(Value behavior) => !behavior["TrustedKeyGroups"].Items.IsEmpty;

    private static bool IsBelow(string pattern, string protectedPattern) =>
        protectedPattern != "*" && protectedPattern.EndsWith('*') && pattern.StartsWith(protectedPattern[..^1], StringComparison.Ordinal);

    private static bool IsNamedByItsContent(Resource key)
    {
        var pem = key["PublicKeyConfig"]["EncodedKey"].Text ?? "";
        return key["PublicKeyConfig"]["CallerReference"].Key.EndsWith(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pem)))[..DigestLength], StringComparison.Ordinal);
    }
}
