using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using TemplateUnknown = NetworkPatterns.Templates.Values.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>VPC peering connections.</summary>
/// <remarks>
/// CloudFormation accepts one inside an account by itself, and one with another account where it is given a role there.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/peer-with-vpc-in-another-account.html
/// </remarks>
internal static class PeeringReader
{
    public static void Read(ReadingContext context)
    {
        foreach (var resource in context.OfType("AWS::EC2::VPCPeeringConnection"))
        {
            var view = context.View(resource);
            var isAccepted = context.DoubtOf(resource) is { } doubt ? doubt
                : view.Has("PeerRoleArn") ? true
                : IsSameAccount(view, resource, "PeerOwnerId");
            context.Add(new VpcPeering(
                context.ComponentOf(resource),
                view.Reference("VpcId", ResourceKind.Vpc) ?? view.Unknown("VpcId is missing"),
                view.Reference("PeerVpcId", ResourceKind.Vpc) ?? view.Unknown("PeerVpcId is missing"))
            {
                IsActive = isAccepted,
            });
        }
    }

    /// <summary>Whether a property names the stack's own account, or is left out, which means the same.</summary>
    public static Maybe<bool> IsSameAccount(View view, ResolvedResource resource, string property)
    {
        var value = view[property];
        if (value is NoValue || (value is TemplateUnknown { Key: { } key } && key.EndsWith("/AWS::AccountId", StringComparison.Ordinal)))
        {
            return true;
        }

        var peer = value.AsText();
        return !peer.IsKnown ? view.Unknown(peer.Unknown!)
            : resource.Stack.Account is not { } own ? view.Unknown($"whether {property} {peer.Value} is the stack's own account")
            : string.Equals(own, peer.Value, StringComparison.Ordinal);
    }
}
