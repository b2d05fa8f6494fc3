using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>Public keys and their groups.</summary>
/// <remarks>
/// CloudFront changes no key: another key is another resource. So a key's id has a digest of it, and the group gets the new one before the old
/// one goes.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html</para>
/// </remarks>
internal static class EdgeSignersBlueprint
{
    public static string GroupIdOf(string name) => $"Signers{ResourceName.Of(name)}";

    public static void AddTo(BlueprintBuilder builder, EdgeDistributionPlan plan)
    {
        foreach (var signers in plan.Props.Signers)
        {
            var keys = signers.PublicKeys.Select(key => (Name: ResourceName.Of(key.Key), Pem: key.Value.ReplaceLineEndings("\n").TrimEnd('\n') + "\n"))
                .Select(key => (Id: $"{GroupIdOf(signers.Name)}{key.Name}{UniqueName.Digest(key.Pem)}", key.Pem)).ToList();
            foreach (var (id, pem) in keys)
            {
                builder.Add(id, "AWS::CloudFront::PublicKey", ("PublicKeyConfig", Value.Map(
                    ("CallerReference", id), ("EncodedKey", pem), ("Name", EdgeDistributionBlueprint.NameOf(plan, id)))));
            }

            builder.Add(GroupIdOf(signers.Name), "AWS::CloudFront::KeyGroup", ("KeyGroupConfig", Value.Map(
                ("Name", EdgeDistributionBlueprint.NameOf(plan, signers.Name)), ("Items", Value.List(keys.Select(key => Value.Ref(key.Id)))))));
        }
    }
}
