namespace NetworkPatterns.Constructs.Vpc;

/// <summary>
/// An EC2 Instance Connect Endpoint: who may open a tunnel is IAM's to say, and no instance needs a public address or a
/// bastion. A VPC has one, and it reaches the instances of every zone.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html</remarks>
/// <param name="Tier">The tier whose subnet holds the endpoint, by name.</param>
/// <param name="Zone">The zone of that subnet, written as in the VPC's zones.</param>
/// <param name="Targets">The tiers whose instances it reaches, by name.</param>
public sealed record InstanceConnect(string Tier, string Zone, IReadOnlyList<string> Targets)
{
    /// <summary>The TCP port of the instances, 1 to 65535. Default: 22, SSH; 3389 is RDP.</summary>
    public int Port { get; init; } = 22;
}
