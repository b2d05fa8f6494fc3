namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The address families of a tier's subnets.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-ip-address-range</remarks>
public enum IpStack
{
    /// <summary>IPv4 only.</summary>
    Ipv4,

    /// <summary>IPv4 and IPv6; every subnet has a <c>/64</c> of the VPC's <c>/56</c>, which Amazon provides.</summary>
    DualStack,

    /// <summary>
    /// IPv6 only. With egress and a NAT gateway, DNS64 and NAT64 let the tier reach IPv4 hosts. Going from dual stack to
    /// IPv6 only replaces the subnets.
    /// </summary>
    Ipv6,
}
