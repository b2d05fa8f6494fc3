namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What VPC Block Public Access stops, in every VPC of the account in a Region.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html</remarks>
public enum PublicAccessBlock
{
    /// <summary>All traffic of internet gateways and egress-only internet gateways.</summary>
    Bidirectional,

    /// <summary>Traffic that the internet opens; NAT gateways and egress-only internet gateways go on working.</summary>
    Ingress,
}

/// <summary>What VPC Block Public Access lets through for the subnets of a tier.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-exclusions.html</remarks>
public enum PublicAccessExclusion
{
    /// <summary>Traffic in both directions.</summary>
    Bidirectional,

    /// <summary>Traffic that the subnets open.</summary>
    Egress,
}

/// <summary>Whether traffic inside a VPC must be encrypted in transit.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html</remarks>
public enum EncryptionControl
{
    /// <summary>Flow logs tell which traffic is not encrypted; nothing is refused.</summary>
    Monitor,

    /// <summary>
    /// What does not encrypt is refused. Gateways to the internet that the VPC has are excluded, because what leaves
    /// through them can't be encrypted by AWS. AWS asks for the monitor mode first.
    /// </summary>
    Enforce,
}
