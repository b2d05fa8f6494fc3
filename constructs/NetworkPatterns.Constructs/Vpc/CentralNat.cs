namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What a tier does in a VPC that is the way to the internet for others behind a Transit Gateway.</summary>
internal enum CentralNat
{
    /// <summary>Nothing of the kind.</summary>
    None,

    /// <summary>A public tier that holds NAT gateways and nothing else: no security group, and a network ACL that lets everything through.</summary>
    Holds,

    /// <summary>A tier for attachments whose default route leads to NAT.</summary>
    Uses,
}
