using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using TemplateUnknown = NetworkPatterns.Templates.Values.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Which VPC a resource belongs to, also where its ID is not known.</summary>
/// <remarks>
/// A VPC whose ID is a parameter without a value may be any VPC of the estate. Only where the estate names no other VPC
/// is it certainly one of its own, and what is in it can be related.
/// </remarks>
internal sealed class VpcIdentities
{
    private readonly ReadingContext context;
    private readonly string? onlyKey;

    public VpcIdentities(ReadingContext context, VpcReader vpcs)
    {
        this.context = context;
        var keys = new HashSet<string?>(StringComparer.Ordinal);
        var hasOthers = vpcs.Vpcs.Count > 0;
        foreach (var resource in context.OfType("AWS::EC2::Subnet"))
        {
            switch (resource["VpcId"])
            {
                case TemplateUnknown unknown:
                    keys.Add(unknown.Key);
                    break;
                case not ReferenceValue:
                    hasOthers = true;
                    break;
            }
        }

        onlyKey = !hasOthers && keys.Count == 1 ? keys.Single() : null;
    }

    public Maybe<ComponentId> Of(View view) =>
        view["VpcId"] is TemplateUnknown { Key: { } key } && string.Equals(key, onlyKey, StringComparison.Ordinal)
            ? context.External(ResourceKind.Vpc, key)
            : view.Reference("VpcId", ResourceKind.Vpc) ?? view.Unknown("VpcId is missing");
}
