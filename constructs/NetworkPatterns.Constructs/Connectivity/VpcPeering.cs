using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Two VPCs that route to each other, and to nothing behind either.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::VPCPeeringConnection</c>, and an <c>AWS::EC2::Route</c> of each named route table to each block of the
/// other side. The routes of an accepter in another account or Region belong into a stack there:
/// <see cref="PeeringAcceptance"/>. A peering has no hourly price; traffic between zones, Regions and accounts has.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html</para>
/// </remarks>
public sealed class VpcPeering : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the peering and makes its resources.</summary>
    /// <param name="scope">Where it belongs: a stack of the requester's account and Region.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">Which two VPCs are peered.</param>
    /// <exception cref="PlanException">The sides overlap or are unclear; it carries every problem, and nothing has been made.</exception>
    public VpcPeering(Construct scope, string id, VpcPeeringProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(VpcPeeringProps));
        var plan = VpcPeeringPlan.From(props, context);
        Reserve(props, context);
        _resources = this.Emit(VpcPeeringBlueprint.From(plan), plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal));
        foreach (var block in new[] { props.Requester.Ipv6CidrBlock, props.Accepter.Ipv6CidrBlock }.OfType<CfnResource>())
        {
            // AWS gives the VPC its IPv6 addresses when this resource is made, and routes name them.
            _resources.GetResource(VpcPeeringBlueprint.ConnectionId).AddDependency(block);
        }

        if (plan.NeedsAcceptance)
        {
            _ = new CfnOutput(this, "PeeringConnectionId", new CfnOutputProps
            {
                Description = $"For the PeeringAcceptance of {props.Accepter.Name}, which makes the routes of the other side",
                Value = ConnectionId,
            });
            Annotations.Of(this).AddInfo(
                $"The routes of {props.Accepter.Name} need a PeeringAcceptance in its own account and Region, with this peering's ID: aws cloudformation describe-stacks --stack-name {Stack.Of(this).StackName} --query Stacks[0].Outputs");
        }
    }

    /// <summary>The peering's ID, as a token.</summary>
    public string ConnectionId => _resources.Ref(VpcPeeringBlueprint.ConnectionId);

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);

    private static void Reserve(VpcPeeringProps props, PatternContext context)
    {
        var problems = new ProblemList();
        foreach (var side in new[] { props.Requester, props.Accepter }.Where(side => side.Network is null))
        {
            props.AddressBook?.Reserve(PeeringRules.LiteralBlocks(side, side.Name, context, problems).Select(block => new AddressRange(side.Name, block, AddressRangeKind.Vpc)), problems);
        }

        problems.ThrowIfAny();
    }
}
