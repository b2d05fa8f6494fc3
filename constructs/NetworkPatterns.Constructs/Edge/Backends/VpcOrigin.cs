using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What a <see cref="VpcOrigin"/> is to be.</summary>
public sealed class VpcOriginProps
{
    /// <summary>The VPC of the load balancer or instance. It has an internet gateway, through which nothing is routed.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>The tier of the load balancer or instance: its rules accept <see cref="Port"/> from <see cref="CloudFrontAddresses"/>.</summary>
    public required string Tier { get; init; }

    /// <summary>
    /// The ARN of an internal Application Load Balancer, of an internal Network Load Balancer with a security group and without TLS listeners, or of an
    /// instance; a literal or a token.
    /// </summary>
    public required string EndpointArn { get; init; }

    /// <summary>The port on which it speaks TLS, 443 or 1024 to 65535. Default: 443.</summary>
    public int Port { get; init; } = 443;
}

/// <summary>A load balancer or an instance in private subnets as an origin of CloudFront, which reaches it by network interfaces in the VPC.</summary>
/// <remarks>
/// Emits <c>AWS::CloudFront::VpcOrigin</c> and an <c>AWS::SecretsManager::Secret</c> with its ID, by whose name the distribution's stack finds it. It belongs
/// into the stack of the VPC's Region and account. Not over it: WebSocket connections, gRPC, Lambda@Edge for origins. A
/// <see cref="PrivateAlb"/> makes its own, by <see cref="PrivateAlbProps.VpcOrigin"/>.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html</para>
/// </remarks>
public sealed class VpcOrigin : Construct
{
    private readonly EmittedBlueprint _resources;
    private readonly string _reference;

    /// <summary>Plans the origin and makes it.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public VpcOrigin(Construct scope, string id, VpcOriginProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(VpcOriginProps));
        var plan = VpcOriginPlan.From(props, props.Network.Plan, context);
        var (blueprint, inputs) = plan.ToBlueprint(context);
        _resources = this.Emit(blueprint, inputs);
        _resources.GetResource(VpcOriginBlueprint.VpcOriginId).AddDependency(props.Network.Resources.GetResource(RoutingBlueprint.AttachmentId));
        _reference = VpcOriginBlueprint.ReferenceOf(context.Path);
    }

    /// <summary>The ID, a token: for a distribution in the same stack.</summary>
    public string VpcOriginId => _resources.GetAtt(VpcOriginBlueprint.VpcOriginId, "Id");

    /// <summary>The ID as a dynamic reference, which a stack of us-east-1 resolves: for <see cref="Distributions.EdgeOrigin.Vpc"/>.</summary>
    public string VpcOriginReference => _reference;
}
