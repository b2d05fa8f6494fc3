using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to break a VPC peering: its routes on either side, and what its sides let through.</summary>
internal static class PeeringMutations
{
    private const string JobsToData = "tier:Peering/Shop/Reports/jobs can reach tier:Peering/Shop/Shop/data on tcp 5432";

    public static IEnumerable<Mutation> All =>
    [
        Peering("route of the requester removed", JobsToData, "Reports/Default/JobsRouteTable", Remove("RequesterJobsRouteTableToPrimary")),
        Peering("route of the accepter removed", JobsToData, "Shop/Default/DataRouteTable", Remove("AccepterDataRouteTableToPrimary")),
        Peering("route of the requester to another range", JobsToData, "Reports/Default/JobsRouteTable", Set("RequesterJobsRouteTableToPrimary", "DestinationCidrBlock", "10.99.0.0/16")),
        Peering("route of the accepter over another peering", JobsToData, "Shop/Default/DataRouteTable", Point("AccepterDataRouteTableToPrimary", "VpcPeeringConnectionId", "Partner/Default/Connection")),
        Peering("ACL of jobs, query out removed", JobsToData, "JobsNetworkAcl", Remove("JobsNetworkAclEgress2880")),
        Peering("ACL of jobs, answer in removed", JobsToData, "JobsNetworkAcl", Remove("JobsNetworkAclIngress2900")),
        Peering("ACL of data, query in removed", JobsToData, "Shop/Default/DataNetworkAcl", Remove("Shop/Default/DataNetworkAclIngress4760")),
        Peering("ACL of data, answer out removed", JobsToData, "Shop/Default/DataNetworkAcl", Remove("Shop/Default/DataNetworkAclEgress4780")),
        Peering("group of jobs lets its query out elsewhere", JobsToData, "JobsSecurityGroup", templates => templates.Properties("JobsSecurityGroup")["SecurityGroupEgress"]![0]!["CidrIp"] = "10.99.0.0/16"),
        Peering("group of data lets the query in from elsewhere", JobsToData, "Shop/Default/DataSecurityGroup", templates => templates.Properties("Shop/Default/DataSecurityGroup")["SecurityGroupIngress"]![0]!["CidrIp"] = "10.99.0.0/16"),
        Peering("peering with another VPC", JobsToData, "Peering/Default/Connection", Point("Peering/Default/Connection", "PeerVpcId", "Reports/Default/Vpc")),
        Peering("SSH from jobs to data", "tier:Peering/Shop/Reports/jobs reaches tier:Peering/Shop/Shop/data at most on tcp 5432", "Shop/Default/DataSecurityGroup",
            Open("Reports/Default/Jobs", "Shop/Default/Data")),
        Peering("SSH from data to jobs", "tier:Peering/Shop/Shop/data never reaches tier:Peering/Shop/Reports/jobs", "JobsSecurityGroup",
            Open("Shop/Default/Data", "Reports/Default/Jobs")),
        Peering("SSH from jobs to app, with a route", "tier:Peering/Shop/Reports/jobs never reaches tier:Peering/Shop/Shop/app", "Shop/Default/AppRouteTable",
            Changes.All(Open("Reports/Default/Jobs", "Shop/Default/App"), AddRoute("Shop/Default/AppRouteTable", "10.21.0.0/16", "VpcPeeringConnectionId", "Peering/Default/Connection"))),
        Peering("SSH from app to jobs, with a route", "tier:Peering/Shop/Shop/app never reaches tier:Peering/Shop/Reports/jobs", "Shop/Default/AppRouteTable",
            Changes.All(Open("Shop/Default/App", "Reports/Default/Jobs"), AddRoute("Shop/Default/AppRouteTable", "10.21.0.0/16", "VpcPeeringConnectionId", "Peering/Default/Connection"))),
    ];

    private static Mutation Peering(string name, string breaks, string names, Action<StageTemplates> change) => new("Peering", name, breaks, names, change);

    private static Action<StageTemplates> Open(string from, string to) => Changes.All(
        LetOut($"{from}SecurityGroup", "10.0.0.0/8", "tcp", 22, 22), LetIn($"{to}SecurityGroup", "10.0.0.0/8", "tcp", 22, 22), OpenAcl($"{from}NetworkAcl"), OpenAcl($"{to}NetworkAcl"));
}
