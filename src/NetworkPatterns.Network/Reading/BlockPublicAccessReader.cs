using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading;

/// <summary>VPC Block Public Access of an account and Region, with its exclusions.</summary>
internal static class BlockPublicAccessReader
{
    public static void Read(ReadingContext context)
    {
        var exclusions = context.OfType("AWS::EC2::VPCBlockPublicAccessExclusion")
            .ToLookup(resource => (resource.Stack.Account, resource.Stack.Region), resource => Exclusion(context, resource));
        foreach (var resource in context.OfType("AWS::EC2::VPCBlockPublicAccessOptions"))
        {
            var stack = resource.Stack;
            var own = exclusions[(stack.Account, stack.Region)].ToList();
            context.Add(new BlockPublicAccess(context.ComponentOf(resource), stack.Account ?? "", stack.Region ?? "")
            {
                Mode = (context.DoubtOf(resource) ?? own.Select(each => each.Unknown).FirstOrDefault(unknown => unknown is not null)) is { } doubt
                    ? doubt
                    : Mode(context.View(resource)),
                Exclusions = [.. own.Select(each => each.Exclusion).OfType<BlockPublicAccessExclusion>()],
            });
        }
    }

    private static Maybe<BlockPublicAccessMode> Mode(View view) => view.Text("InternetGatewayBlockMode") switch
    {
        null => view.Unknown("InternetGatewayBlockMode is missing"),
        { IsKnown: false } unknown => unknown.Unknown!,
        { Value: "off" } => BlockPublicAccessMode.Off,
        { Value: "block-bidirectional" } => BlockPublicAccessMode.Bidirectional,
        { Value: "block-ingress" } => BlockPublicAccessMode.Ingress,
        { Value: var other } => view.Unknown($"'{other}' is not a mode"),
    };

    // An exclusion of nobody knows what leaves open what is blocked.
    private static (BlockPublicAccessExclusion? Exclusion, UnknownValue? Unknown) Exclusion(ReadingContext context, ResolvedResource resource)
    {
        var view = context.View(resource);
        var place = view.Reference("VpcId", ResourceKind.Vpc) ?? view.Reference("SubnetId", ResourceKind.Subnet) ?? view.Unknown("neither VpcId nor SubnetId is given");
        return place.IsKnown
            ? (new BlockPublicAccessExclusion(
                context.ComponentOf(resource),
                place.Value,
                context.DoubtOf(resource) is { } doubt ? doubt : view.Is("InternetGatewayExclusionMode", "allow-egress", otherwise: false)), null)
            : (null, place.Unknown);
    }
}
