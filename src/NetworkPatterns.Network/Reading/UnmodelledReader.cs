namespace NetworkPatterns.Network.Reading;

/// <summary>Resources that carry or filter traffic and that the model has no part for: said once for each.</summary>
internal static class UnmodelledReader
{
    private static readonly (string Type, string What)[] Types =
    [
        ("AWS::EC2::CarrierGateway", "a carrier gateway"),
        ("AWS::EC2::LocalGatewayRoute", "a route of a local gateway"),
        ("AWS::EC2::LocalGatewayRouteTableVPCAssociation", "an association with a local gateway"),
        ("AWS::EC2::TransitGatewayMulticastDomain", "multicast"),
        ("AWS::EC2::EC2Fleet", "instances of a fleet"),
        ("AWS::EC2::SpotFleet", "instances of a fleet"),
        ("AWS::EC2::VerifiedAccessInstance", "Verified Access"),
        ("AWS::NetworkManager::VpcAttachment", "a VPC attached to a core network (AWS Cloud WAN)"),
        ("AWS::NetworkManager::ConnectAttachment", "a Connect attachment of a core network (AWS Cloud WAN)"),
        ("AWS::NetworkManager::SiteToSiteVpnAttachment", "a VPN attached to a core network (AWS Cloud WAN)"),
        ("AWS::NetworkManager::TransitGatewayRouteTableAttachment", "a Transit Gateway attached to a core network (AWS Cloud WAN)"),
        ("AWS::ECS::TaskSet", "the tasks of a task set"),
        ("AWS::EKS::Nodegroup", "the nodes of a node group"),
        ("AWS::EMR::Cluster", "the nodes of a cluster"),
        ("AWS::Batch::ComputeEnvironment", "the instances of a compute environment"),
        ("AWS::ElasticBeanstalk::Environment", "the instances of an environment"),
        ("AWS::Transfer::Server", "a Transfer Family server in a VPC"),
        ("AWS::GlobalAccelerator::EndpointGroup", "Global Accelerator"),
        ("AWS::VpcLattice::ResourceGateway", "a VPC Lattice resource gateway"),
    ];

    public static void Read(ReadingContext context)
    {
        foreach (var (type, what) in Types)
        {
            foreach (var resource in context.OfType(type))
            {
                context.NotModelled(resource, $"{what} ({type})", "nothing is answered about it; what it forwards is unknown");
            }
        }
    }
}
