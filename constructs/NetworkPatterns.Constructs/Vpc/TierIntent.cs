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

    /// <summary>
    /// Subnets for the attachments of a Transit Gateway and nothing else, best as <c>/28</c>: a route table for every
    /// zone, a network ACL that lets everything through, no security group.
    /// </summary>
    Transit,

    /// <summary>
    /// Subnets for the endpoints of a firewall and nothing else, best as <c>/28</c>: a route table for every zone, whose
    /// routes belong to the firewall, a network ACL that lets everything through, no security group.
    /// </summary>
    Firewall,
}
