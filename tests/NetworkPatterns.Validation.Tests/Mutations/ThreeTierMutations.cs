using System.Text.Json.Nodes;
using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to break the three-tier VPC.</summary>
internal static class ThreeTierMutations
{
    private const string WebToApp = "tier:web can reach tier:app on tcp 8080";
    private const string AppToData = "tier:app can reach tier:data on tcp 3306";
    private const string AppThroughNat = "tier:app reaches internet only through type:AWS::EC2::NatGateway";
    private const string AppToInternet = "tier:app can reach internet on tcp 443";

    public static IEnumerable<Mutation> All => [.. Closed, .. Return, .. Routes, .. Opened, .. GoneAround, .. OtherStages];

    // The request does not get there.
    private static IEnumerable<Mutation> Closed =>
    [
        Minimal("egress rule web to app removed", WebToApp, "WebSecurityGroup", Remove("WebEgressToAppTcp8080")),
        Minimal("ingress rule app from web removed", WebToApp, "AppSecurityGroup", Remove("AppIngressFromWebTcp8080")),
        Minimal("egress rule web to app on another port", WebToApp, "WebSecurityGroup", Ports("WebEgressToAppTcp8080", 8081)),
        Minimal("ingress rule app from web on another port", WebToApp, "AppSecurityGroup", Ports("AppIngressFromWebTcp8080", 8081)),
        Minimal("egress rule web to app over UDP", WebToApp, "WebSecurityGroup", Set("WebEgressToAppTcp8080", "IpProtocol", "udp")),
        Minimal("ACL of web, request out denied before all others", WebToApp, "WebNetworkAcl", DenyFirst("WebNetworkAclEgress2880")),
        Minimal("ACL of app, request in denied", WebToApp, "AppNetworkAcl", Deny("AppNetworkAclIngress2880")),
        Minimal("ACL of an app subnet swapped for data's", WebToApp, "DataNetworkAcl", Point("AppSubnetBNetworkAclAssociation", "NetworkAclId", "DataNetworkAcl")),
        Minimal("ACL of a web subnet swapped for data's", WebToApp, "DataNetworkAcl", Point("WebSubnetCNetworkAclAssociation", "NetworkAclId", "DataNetworkAcl")),
        Minimal("egress rule app to data removed", AppToData, "AppSecurityGroup", Remove("AppEgressToDataTcp3306")),
        Minimal("ingress rule data from app removed", AppToData, "DataSecurityGroup", Remove("DataIngressFromAppTcp3306")),
        Minimal("ingress rule data from app on another port", AppToData, "DataSecurityGroup", Ports("DataIngressFromAppTcp3306", 3307)),
        Minimal("ACL of app, query out removed", AppToData, "AppNetworkAcl", Remove("AppNetworkAclEgress4760")),
        Minimal("ACL of data, query in removed", AppToData, "DataNetworkAcl", Remove("DataNetworkAclIngress4760")),
        Minimal("ACL of data, query in on another port", AppToData, "DataNetworkAcl", Ports("DataNetworkAclIngress4760", 3307)),
        Minimal("group of app lets nothing out", AppToInternet, "AppSecurityGroup", 
            Set("AppSecurityGroup", "SecurityGroupEgress", new JsonArray(new JsonObject { ["CidrIp"] = "255.255.255.255/32", ["IpProtocol"] = "icmp", ["FromPort"] = 252, ["ToPort"] = 86 }))),
        Minimal("ACL of app, HTTPS out removed", AppToInternet, "AppNetworkAcl", Remove("AppNetworkAclEgress2920")),
        Minimal("ACL of web, HTTPS to the NAT gateway denied before all others", AppToInternet, "WebNetworkAcl", DenyFirst("WebNetworkAclIngress2920")),
        Minimal("ACL of web, HTTPS out removed", AppToInternet, "WebNetworkAcl", Remove("WebNetworkAclEgress2920")),
    ];

    // The answer does not come back.
    private static IEnumerable<Mutation> Return =>
    [
        Minimal("ACL of app, answer out removed", WebToApp, "AppNetworkAcl", Remove("AppNetworkAclEgress2900")),
        Minimal("ACL of app, answer out denied", WebToApp, "AppNetworkAcl", Deny("AppNetworkAclEgress2900")),
        Minimal("ACL of web, answer in denied", WebToApp, "WebNetworkAcl", Deny("WebNetworkAclIngress2900")),
        Minimal("ACL of data, answer out removed", AppToData, "DataNetworkAcl", Remove("DataNetworkAclEgress4780")),
        Minimal("ACL of data, answer out to another range", AppToData, "DataNetworkAcl", Set("DataNetworkAclEgress4780", "CidrBlock", "10.0.0.0/19")),
        Minimal("ACL of app, answer of data denied before all others", AppToData, "AppNetworkAcl", DenyFirst("AppNetworkAclIngress4780")),
        Minimal("ACL of app, answer of the internet removed", AppToInternet, "AppNetworkAcl", Remove("AppNetworkAclIngress2940")),
        Minimal("ACL of web, answer of the internet removed", AppToInternet, "WebNetworkAcl", Remove("WebNetworkAclIngress2940")),
        Minimal("ACL of web, answer of the NAT gateway denied before all others", AppToInternet, "WebNetworkAcl", DenyFirst("WebNetworkAclEgress2940")),
        Minimal("ACL of app, answer out to a part of the ports that clients pick", WebToApp, "AppNetworkAcl", templates =>
            templates.Properties("AppNetworkAclEgress2900")["PortRange"]!["To"] = 40000),
    ];

    private static IEnumerable<Mutation> Routes =>
    [
        Minimal("default route of app removed", AppToInternet, "AppRouteTableB", Remove("AppRouteTableBDefaultRoute")),
        Minimal("default route of app to another range", AppToInternet, "AppRouteTableC", Set("AppRouteTableCDefaultRoute", "DestinationCidrBlock", "10.99.0.0/16")),
        Minimal("default route of web removed", AppToInternet, "WebRouteTable", Remove("WebRouteTableDefaultRoute")),
        Minimal("internet gateway detached", AppToInternet, "WebRouteTable", Remove("InternetGatewayAttachment")),
        Minimal("NAT gateway in a data subnet", AppToInternet, "AppRouteTableA", Point("NatGatewayA", "SubnetId", "DataSubnetA")),
        Minimal("NAT gateway made private", AppToInternet, "NatGatewayA", templates =>
        {
            Set("NatGatewayA", "ConnectivityType", "private")(templates);
            templates.Properties("NatGatewayA").Remove("AllocationId");
        }),
        Minimal("route table of an app subnet swapped for data's", AppToInternet, "DataRouteTable", Point("AppSubnetCRouteTableAssociation", "RouteTableId", "DataRouteTable")),
        Minimal("route table of an app subnet swapped for web's", AppToInternet, "AppSubnetA", Point("AppSubnetARouteTableAssociation", "RouteTableId", "WebRouteTable")),
        Minimal("default route of app to the internet gateway", AppToInternet, "AppSubnetA", Reroute("AppRouteTableADefaultRoute", "NatGatewayId", "GatewayId", "InternetGateway")),
    ];

    // What must not work does.
    private static IEnumerable<Mutation> Opened =>
    [
        Minimal("group of web lets everybody in on every port", "internet reaches tier:web at most on tcp 80, tcp 443", "WebSecurityGroup", LetIn("WebSecurityGroup", "0.0.0.0/0", "tcp", 0, 65535)),
        Minimal("group and ACL of web let SSH in", "internet reaches tier:web at most on tcp 80, tcp 443", "WebNetworkAcl",
            All(LetIn("WebSecurityGroup", "0.0.0.0/0", "tcp", 22, 22), OpenAcl("WebNetworkAcl"))),
        Minimal("group of web lets HTTPS out", "tier:web never reaches internet", "WebSecurityGroup", LetOut("WebSecurityGroup", "0.0.0.0/0", "tcp", 443, 443)),
        Minimal("SSH from web to app", "tier:web reaches tier:app at most on tcp 8080", "AppSecurityGroup", Between("Web", "App", "tcp", 22)),
        Minimal("DNS from web to app", "tier:web reaches tier:app at most on tcp 8080", "WebSecurityGroup", Between("Web", "App", "udp", 53)),
        Minimal("SSH from web to data", "tier:web never reaches tier:data", "DataSecurityGroup", Between("Web", "Data", "tcp", 22)),
        Minimal("SSH from app to web", "tier:app reaches tier:web at most on tcp 443", "WebSecurityGroup", Between("App", "Web", "tcp", 22)),
        Minimal("SSH from app to data", "tier:app reaches tier:data at most on tcp 3306", "DataNetworkAcl", Between("App", "Data", "tcp", 22)),
        Minimal("SSH from data to web", "tier:data never reaches tier:web", "DataSecurityGroup", Between("Data", "Web", "tcp", 22)),
        Minimal("SSH from data to app", "tier:data never reaches tier:app", "AppNetworkAcl", Between("Data", "App", "tcp", 22)),
        Minimal("HTTP from app to the internet", "tier:app reaches internet at most on tcp 443", "AppSecurityGroup",
            All(LetOut("AppSecurityGroup", "0.0.0.0/0", "tcp", 80, 80), OpenAcl("AppNetworkAcl"), OpenAcl("WebNetworkAcl"))),
        Minimal("data behind a NAT gateway", "tier:data never reaches internet", "DataRouteTable",
            All(LetOut("DataSecurityGroup", "0.0.0.0/0", "tcp", 443, 443), OpenAcl("DataNetworkAcl"), OpenAcl("WebNetworkAcl"), AddRoute("DataRouteTable", "0.0.0.0/0", "NatGatewayId", "NatGatewayA"))),
        Minimal("data open to the internet", "internet never reaches tier:data", "DataSecurityGroup",
            All(LetIn("DataSecurityGroup", "0.0.0.0/0", "tcp", 3306, 3306), OpenAcl("DataNetworkAcl"), AddRoute("DataRouteTable", "0.0.0.0/0", "GatewayId", "InternetGateway"))),
        Minimal("app open to the internet", "internet never reaches tier:app", "AppRouteTableA",
            All(LetIn("AppSecurityGroup", "0.0.0.0/0", "tcp", 8080, 8080), OpenAcl("AppNetworkAcl"), Reroute("AppRouteTableADefaultRoute", "NatGatewayId", "GatewayId", "InternetGateway"))),
    ];

    // The promise that the stack adds to the pattern's own.
    private static IEnumerable<Mutation> GoneAround =>
    [
        Minimal("default route of app around the NAT gateway", AppThroughNat, "AppRouteTableA", Reroute("AppRouteTableADefaultRoute", "NatGatewayId", "GatewayId", "InternetGateway")),
        Minimal("one more route of app around the NAT gateway", AppThroughNat, "AppRouteTableB", AddRoute("AppRouteTableB", "198.51.100.0/24", "GatewayId", "InternetGateway")),
        Minimal("an app subnet with the route table of web", AppThroughNat, "WebRouteTable", Point("AppSubnetBRouteTableAssociation", "RouteTableId", "WebRouteTable")),
    ];

    private static IEnumerable<Mutation> OtherStages =>
    [
        new("HybridDns", "SSH from data to app", "tier:data never reaches tier:app", "AppSecurityGroup", Between("Data", "App", "tcp", 22)),
        new("HybridDns", "egress rule web to app removed", WebToApp, "WebSecurityGroup", Remove("WebEgressToAppTcp8080")),
        new("ThreeTierByZoneId", "ACL of data, answer out removed", "tier:app can reach tier:data on tcp 5432", "DataNetworkAcl", Remove("DataNetworkAclEgress4780")),
        new("ThreeTierDevelopment", "the NAT instance's group lets everything out", "tier:web reaches internet at most on tcp 443", "NatInstanceSecurityGroup",
            All(LetOut("NatInstanceSecurityGroup", "0.0.0.0/0", "tcp", 22, 22), OpenAcl("WebNetworkAcl"))),
        new("ThreeTierFull", "ingress rule data from app removed", "tier:app can reach tier:data on tcp 5432", "DataSecurityGroup", Remove("DataIngressFromAppTcp5432")),
        new("ThreeTierFull", "egress rule app to data removed", "tier:app can reach tier:data on tcp 5432", "AppSecurityGroup", Remove("AppEgressToDataTcp5432")),
    ];

    private static Mutation Minimal(string name, string breaks, string names, Action<StageTemplates> change) => new("ThreeTierMinimal", name, breaks, names, change);

    // Groups and network ACLs both have to be opened.
    private static Action<StageTemplates> Between(string from, string to, string protocol, int port) => All(
        LetOut($"{from}SecurityGroup", "10.0.0.0/8", protocol, port, port), LetIn($"{to}SecurityGroup", "10.0.0.0/8", protocol, port, port), OpenAcl($"{from}NetworkAcl"), OpenAcl($"{to}NetworkAcl"));
}
