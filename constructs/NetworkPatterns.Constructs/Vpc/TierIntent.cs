namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What a tier's subnets are for; their routes follow from it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types</remarks>
public enum TierIntent
{
    /// <summary>Public subnets: a route to the internet gateway. Load balancers and NAT gateways live here.</summary>
    Internet,

    /// <summary>Private subnets with egress: a route to a NAT gateway, and no way in from the internet.</summary>
    Egress,

    /// <summary>Isolated subnets: no route out of the VPC but to gateway endpoints.</summary>
    Isolated,
}
