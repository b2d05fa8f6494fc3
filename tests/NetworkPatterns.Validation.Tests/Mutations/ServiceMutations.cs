using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to break services: those of a Lattice service network, of PrivateLink, and behind a load balancer.</summary>
internal static class ServiceMutations
{
    private const string OrdersToPayments = "tier:FoodDelivery/Services/Orders/app can reach tier:payments on tcp 443";
    private const string DataToPayments = "tier:FoodDelivery/Services/Orders/data never reaches tier:payments";
    private const string LinkToApp = "tier:link can reach tier:app on tcp 8080";
    private const string AppToEndpoints = "tier:CentralEndpoints/Services/Workload/app can reach tier:CentralEndpoints/Services/Shared/endpoints on tcp 443";
    private const string Lattice = "169.254.171.0/24";

    public static IEnumerable<Mutation> All =>
    [
        Food("VPC without its association", OrdersToPayments, "Orders/Default/Vpc", Remove("Food/Default/OrdersVpcAssociation")),
        Food("service without its association", OrdersToPayments, "Orders/Default/Vpc", Remove("Food/Default/PaymentsAssociation")),
        Food("group of the association lets nobody in", OrdersToPayments, "Food/Default/OrdersSecurityGroup", Remove("Food/Default/OrdersSecurityGroupIngressFromAppTcp443")),
        Food("group of the association on another port", OrdersToPayments, "Food/Default/OrdersSecurityGroup", Ports("Food/Default/OrdersSecurityGroupIngressFromAppTcp443", 444)),
        Food("group of app lets nothing out to services", OrdersToPayments, "Orders/Default/AppSecurityGroup",
            templates => templates.Properties("Orders/Default/AppSecurityGroup")["SecurityGroupEgress"]![0]!["CidrIp"] = "10.99.0.0/16"),
        Food("data calls services", DataToPayments, "Food/Default/OrdersSecurityGroup", Changes.All(
            LetOut("Orders/Default/DataSecurityGroup", Lattice, "tcp", 443, 443), OpenAcl("Orders/Default/DataNetworkAcl"), LetIn("Food/Default/OrdersSecurityGroup", "10.0.0.0/8", "tcp", 443, 443))),
        Food("ACL of app, call out to services removed", OrdersToPayments, "Orders/Default/AppNetworkAcl", RemoveEntries("Orders/Default/AppNetworkAcl", egress: true)),
        Food("ACL of app, answer of services in removed", OrdersToPayments, "Orders/Default/AppNetworkAcl", RemoveEntries("Orders/Default/AppNetworkAcl", egress: false)),
        Endpoints("ingress rule of the endpoints for another VPC", AppToEndpoints, "EndpointsSecurityGroup", templates =>
            templates.Properties("EndpointsSecurityGroup")["SecurityGroupIngress"]![0]!["CidrIp"] = "10.99.0.0/16"),
        Endpoints("ACL of the endpoints, answer out removed", AppToEndpoints, "EndpointsNetworkAcl", RemoveEntries("EndpointsNetworkAcl", egress: true)),
        Endpoints("ACL of app, HTTPS out removed", AppToEndpoints, "AppNetworkAcl", RemoveEntries("AppNetworkAcl", egress: true)),
        Endpoints("group of app lets its call out elsewhere", AppToEndpoints, "AppSecurityGroup", templates =>
            templates.Properties("AppSecurityGroup")["SecurityGroupEgress"]![0]!["CidrIp"] = "10.99.0.0/16"),
        Endpoints("route of app to the endpoints removed", AppToEndpoints, "AppRouteTable", Remove("RequesterAppRouteTableToPrimary")),
        Endpoints("route of the endpoints back removed", AppToEndpoints, "EndpointsRouteTable", Remove("AccepterEndpointsRouteTableToPrimary")),
        Endpoints("HTTP to the endpoints", "tier:CentralEndpoints/Services/Workload/app reaches tier:CentralEndpoints/Services/Shared/endpoints at most on tcp 443", "EndpointsNetworkAcl", Changes.All(
            LetOut("AppSecurityGroup", "10.0.0.0/8", "tcp", 80, 80), OpenAcl("AppNetworkAcl"), OpenAcl("EndpointsNetworkAcl"), LetIn("EndpointsSecurityGroup", "10.0.0.0/8", "tcp", 80, 80))),
        new("PrivateLink", "ingress rule of the endpoints removed", "tier:app can reach tier:endpoints on tcp 443", "EndpointsSecurityGroup", Remove("EndpointsIngressFromAppTcp443")),
        new("PrivateLink", "ACL of the endpoints, answer out removed", "tier:app can reach tier:endpoints on tcp 443", "EndpointsNetworkAcl", Remove("EndpointsNetworkAclEgress4780")),
        new("PrivateLink", "SSH from the endpoints to app", "tier:endpoints never reaches tier:app", "Shop/Default/AppSecurityGroup", Changes.All(
            LetOut("EndpointsSecurityGroup", "10.0.0.0/8", "tcp", 22, 22), OpenAcl("EndpointsNetworkAcl"), OpenAcl("AppNetworkAcl"), LetIn("Shop/Default/AppSecurityGroup", "10.0.0.0/8", "tcp", 22, 22))),
        Backend("ingress rule app from link removed", LinkToApp, "AppSecurityGroup", Remove("AppIngressFromLinkTcp8080")),
        Backend("egress rule link to app removed", LinkToApp, "LinkSecurityGroup", Remove("LinkEgressToAppTcp8080")),
        Backend("ACL of link, answer in removed", LinkToApp, "LinkNetworkAcl", Remove("LinkNetworkAclIngress2900")),
        Backend("ACL of app, answer out removed", LinkToApp, "AppNetworkAcl", Remove("AppNetworkAclEgress2900")),
        Backend("query of the database refused", "tier:app can reach tier:data on tcp 5433", "DataSecurityGroup", Remove("DataIngressFromAppTcp5433")),
        Backend("SSH from link to data", "tier:link never reaches tier:data", "DataSecurityGroup", Changes.All(
            LetOut("LinkSecurityGroup", "10.0.0.0/8", "tcp", 22, 22), OpenAcl("LinkNetworkAcl"), OpenAcl("DataNetworkAcl"), LetIn("DataSecurityGroup", "10.0.0.0/8", "tcp", 22, 22))),
    ];

    private static Mutation Food(string name, string breaks, string names, Action<StageTemplates> change) => new("FoodDelivery", name, breaks, names, change);

    private static Mutation Endpoints(string name, string breaks, string names, Action<StageTemplates> change) => new("CentralEndpoints", name, breaks, names, change);

    private static Action<StageTemplates> RemoveEntries(string acl, bool egress) => templates => templates.RemoveAll(acl + (egress ? "Egress" : "Ingress"));

    private static Mutation Backend(string name, string breaks, string names, Action<StageTemplates> change) => new("Services", name, breaks, names, change);
}
