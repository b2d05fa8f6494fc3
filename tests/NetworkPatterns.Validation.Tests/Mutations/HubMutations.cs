using System.Text.Json.Nodes;
using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to break a Transit Gateway hub: its tables, associations and propagations, the routes of VPCs on either side, and what leads through the inspection.</summary>
internal static class HubMutations
{
    private const string Gateway = "TransitGatewayId";
    private const string Attachment = "TransitGatewayAttachmentId";
    private const string Table = "TransitGatewayRouteTableId";

    internal const string ProductionToShared = "tier:SegmentedHub/production/Network/app can reach tier:SegmentedHub/shared/Network/app on tcp 443";
    private const string SharedToProduction = "tier:SegmentedHub/shared/Network/app can reach tier:SegmentedHub/production/Network/app on tcp 443";
    private const string ProductionToInternet = "tier:SegmentedHub/production/Network/app can reach internet on tcp 443";
    private const string ProductionNotToDevelopment = "tier:SegmentedHub/production/Network/app never reaches tier:SegmentedHub/development/Network/app";
    private const string DevelopmentNotToProduction = "tier:SegmentedHub/development/Network/app never reaches tier:SegmentedHub/production/Network/app";
    private const string ProductionInspected = "tier:SegmentedHub/production/Network/app reaches tier:SegmentedHub/shared/Network/app only through tier:SegmentedHub/Hub/Hub/@inspection";
    private const string SharedInspected = "tier:SegmentedHub/shared/Network/app reaches tier:SegmentedHub/production/Network/app only through tier:SegmentedHub/Hub/Hub/@inspection";
    private const string InternetInspected = "tier:SegmentedHub/production/Network/app reaches internet only through tier:SegmentedHub/Hub/Hub/@inspection";

    /// <summary>Every mutation.</summary>
    public static IEnumerable<Mutation> All => [.. Tables, .. Routes, .. Dropped, .. Opened, .. GoneAround, .. ThreeRegions];

    private static IEnumerable<Mutation> Tables =>
    [
        Hub("propagation of shared removed", ProductionToShared, "InspectionRouteTable", Remove("shared/Spoke/Default/InspectionPropagation")),
        Hub("propagation of production removed, answers", ProductionToShared, "InspectionRouteTable", Remove("production/Spoke/Default/InspectionPropagation")),
        Hub("association of production removed", ProductionToShared, "production/Spoke/Default/Attachment", Remove("production/Spoke/Default/Association")),
        Hub("association of shared swapped for development's", SharedToProduction, "DevelopmentSegmentRouteTable", Move("shared", Table, "Association", "development/Spoke/Default/Association")),
        Hub("association of the inspection swapped for production's", ProductionToShared, "ProductionSegmentRouteTable", Point("InspectionAssociation", Table, "ProductionSegmentRouteTable")),
        Hub("association of the egress VPC removed", ProductionToInternet, "EgressAttachment", Remove("EgressAssociation")),
    ];

    private static IEnumerable<Mutation> Routes =>
    [
        Hub("segment's route to shared removed", ProductionToShared, "ProductionSegmentRouteTable", Remove("shared/Spoke/Default/ProductionSegmentRouteToPrimary")),
        Hub("segment's route back to production removed", ProductionToShared, "SharedSegmentRouteTable", Remove("production/Spoke/Default/SharedSegmentRouteToPrimary")),
        Hub("segment's default route removed", ProductionToInternet, "ProductionSegmentRouteTable", Remove("ProductionSegmentRouteTableTo0x0x0x0x0")),
        Hub("default route of the inspection's table removed", ProductionToInternet, "InspectionRouteTable", Remove("Hub/Default/InspectionRouteTableTo0x0x0x0x0")),
        Hub("egress segment's route back removed", ProductionToInternet, "EgressSegmentRouteTable", Remove("production/Spoke/Default/EgressSegmentRouteToPrimary")),
        Hub("routes of production's VPC removed", ProductionToShared, "production/Network/Default/AppRouteTableA", WithoutRoutes("production/Spoke/Default/AppRouteTableA")),
        Hub("routes of shared's VPC removed", ProductionToShared, "shared/Network/Default/AppRouteTableB", WithoutRoutes("shared/Spoke/Default/AppRouteTableB")),
        Hub("default route of production's VPC removed", ProductionToInternet, "production/Network/Default/AppRouteTableB", Remove("production/Spoke/Default/AppRouteTableBTo0x0x0x0x0")),
        Hub("return route of the egress VPC removed", ProductionToInternet, "EgressVpc/Default/PublicRouteTable", Remove("EgressPublicRouteTableTo10x0x0x0x8")),
        Hub("default route of the egress VPC removed", ProductionToInternet, "EgressVpc/Default/PublicRouteTable", Remove("EgressVpc/Default/PublicRouteTableDefaultRoute")),
        Hub("routes to the firewall removed", ProductionToShared, "InspectionVpc/Default/TransitRouteTableA",
            Changes.All(Remove("InspectionTransitRouteTableATo0x0x0x0x0"), Remove("InspectionTransitRouteTableBTo0x0x0x0x0"))),
        Hub("route to the firewall of one zone removed", ProductionToShared, "InspectionVpc/Default/TransitRouteTableB", Remove("InspectionTransitRouteTableBTo0x0x0x0x0")),
        Hub("route of the firewall of one zone removed", SharedToProduction, "InspectionVpc/Default/FirewallRouteTableA", Remove("InspectionFirewallRouteTableATo0x0x0x0x0")),
        Hub("routes of the firewall removed", ProductionToShared, "InspectionVpc/Default/FirewallRouteTableA",
            Changes.All(Remove("InspectionFirewallRouteTableATo0x0x0x0x0"), Remove("InspectionFirewallRouteTableBTo0x0x0x0x0"))),
        Hub("appliance mode off", ProductionToShared, "Firewall", templates => templates.Properties("InspectionAttachment")["Options"]!["ApplianceModeSupport"] = "disable"),
    ];

    // The firewall's rules don't let it through. What no rule of addresses and ports decides, the list of domains may still pass, as long as it is there.
    private static IEnumerable<Mutation> Dropped =>
    [
        Hub("the rule of the firewall on another port", ProductionToShared, "Firewall", WithoutDomains(Rule("443", "8443"))),
        Hub("the rule of the firewall for answers only", SharedToProduction, "Firewall", WithoutDomains(Rule("$HOME_NET any -> $HOME_NET 443", "$HOME_NET 443 -> $HOME_NET any"))),
        Hub("the rule of the firewall drops", ProductionToShared, "Firewall", Rule("pass", "drop")),
        Hub("a rule before it drops", SharedToProduction, "Firewall", Rule("pass", "drop tcp 10.2.0.0/16 any -> any any (flow:to_server; sid:9;)\npass")),
        Hub("the firewall is at home elsewhere", ProductionToShared, "Firewall", WithoutDomains(templates =>
            templates.Properties("InternalRuleGroup")["RuleGroup"]!["RuleVariables"]!["IPSets"]!["HOME_NET"]!["Definition"] = new JsonArray("172.16.0.0/12"))),
        Hub("the rule of the firewall for established connections, which none becomes", ProductionToShared, "Firewall", WithoutDomains(Changes.All(
            Rule("sid:1;", "flow:established,to_server; sid:1;"), templates => Policy(templates)["StatefulDefaultActions"] = new JsonArray("aws:drop_strict")))),
        Hub("what no stateless rule takes is dropped", ProductionToShared, "Firewall", templates => Policy(templates)["StatelessDefaultActions"] = new JsonArray("aws:drop")),
    ];

    private static IEnumerable<Mutation> Opened =>
    [
        Hub("propagations between production and development", ProductionNotToDevelopment, "DevelopmentSegmentRouteTable", Meet("production", "development")),
        Hub("routes between production and development", DevelopmentNotToProduction, "ProductionSegmentRouteTable",
            Changes.All(TransitRoute("production", "development", "10.1.0.0/16"), TransitRoute("development", "production", "10.0.0.0/16"))),
        Hub("blackholes between production and development removed", ProductionNotToDevelopment, "ProductionSegmentRouteTable",
            Changes.All(Remove("ProductionSegmentRouteTableTo10x0x0x0x8"), Remove("DevelopmentSegmentRouteTableTo10x0x0x0x8"))),
        Hub("development moved to production's table", DevelopmentNotToProduction, "ProductionSegmentRouteTable", Changes.All(
            Move("development", Table, "Association", "production/Spoke/Default/Association"), Propagate("development", "production"), Propagate("production", "production"))),
    ];

    private static IEnumerable<Mutation> GoneAround =>
    [
        Hub("propagations in place of the routes to the inspection", ProductionInspected, "ProductionSegmentRouteTable", Changes.All(
            Remove("shared/Spoke/Default/ProductionSegmentRouteToPrimary"), Remove("production/Spoke/Default/SharedSegmentRouteToPrimary"), Meet("production", "shared"))),
        Hub("routes straight to the VPCs", SharedInspected, "SharedSegmentRouteTable", Changes.All(Straight("shared", "ProductionSegmentRouteToPrimary"), Straight("production", "SharedSegmentRouteToPrimary"))),
        Hub("only the way there straight to the VPC", ProductionToShared, "ProductionSegmentRouteTable", Straight("shared", "ProductionSegmentRouteToPrimary")),
        Hub("only the way back straight to the VPC", ProductionToShared, "SharedSegmentRouteTable", Straight("production", "SharedSegmentRouteToPrimary")),
        Hub("both ways to the egress VPC around the inspection", InternetInspected, "EgressSegmentRouteTable",
            Changes.All(Point("ProductionSegmentRouteTableTo0x0x0x0x0", Attachment, "EgressAttachment"), Straight("production", "EgressSegmentRouteToPrimary"))),
        Hub("only the way out around the inspection", ProductionToInternet, "ProductionSegmentRouteTable", Point("ProductionSegmentRouteTableTo0x0x0x0x0", Attachment, "EgressAttachment")),
        Hub("only the way back in around the inspection", ProductionToInternet, "EgressSegmentRouteTable", Straight("production", "EgressSegmentRouteToPrimary")),
        Hub("inspection VPC hands back what it gets", ProductionInspected, "InspectionVpc/Default/TransitRouteTableA", Changes.All(
            Reroute("InspectionTransitRouteTableATo0x0x0x0x0", "VpcEndpointId", Gateway, "Hub/Default/TransitGateway"),
            Reroute("InspectionTransitRouteTableBTo0x0x0x0x0", "VpcEndpointId", Gateway, "Hub/Default/TransitGateway"))),
    ];

    private static IEnumerable<Mutation> ThreeRegions =>
    [
        Region("propagations between staging and production", "tier:ThreeRegionHub-us/production/Spoke/vpc never reaches tier:ThreeRegionHub-us/staging/Spoke/vpc", "StagingSegmentRouteTable",
            Meet("production", "staging")),
        Region("routes between development and production", "tier:ThreeRegionHub-us/development/Spoke/vpc never reaches tier:ThreeRegionHub-us/production/Spoke/vpc", "DevelopmentSegmentRouteTable",
            Changes.All(TransitRoute("development", "production", "10.32.0.0/16"), TransitRoute("production", "development", "10.0.0.0/16"))),
        Region("staging moved to development's table", "tier:ThreeRegionHub-us/staging/Spoke/vpc never reaches tier:ThreeRegionHub-us/development/Spoke/vpc", "DevelopmentSegmentRouteTable",
            Changes.All(Move("staging", Table, "Association", "development/Spoke/Default/Association"), Propagate("staging", "development"), Propagate("development", "development"))),
    ];

    private static JsonNode Policy(StageTemplates templates) => templates.Properties("Policy/Default/Policy")["FirewallPolicy"]!;

    private static Action<StageTemplates> WithoutDomains(Action<StageTemplates> change) => Changes.All(change, templates =>
        Policy(templates)["StatefulRuleGroupReferences"]!.AsArray().RemoveAt(1));

    private static Action<StageTemplates> Rule(string old, string replacement) => templates =>
    {
        var source = templates.Properties("InternalRuleGroup")["RuleGroup"]!["RulesSource"]!;
        var text = source["RulesString"]!.GetValue<string>();
        text.ShouldContain(old);
        source["RulesString"] = text.Replace(old, replacement, StringComparison.Ordinal);
    };

    private static Mutation Hub(string name, string breaks, string names, Action<StageTemplates> change) => new("SegmentedHub", name, breaks, names, change);

    private static Mutation Region(string name, string breaks, string names, Action<StageTemplates> change) => new("ThreeRegionHub-us", name, breaks, names, change);

    // Spokes are in stacks of their own and know the hub's tables by values that are the same in each.
    private static Action<StageTemplates> Move(string spoke, string property, string resource, string other) => templates =>
        templates.Properties($"{spoke}/Spoke/Default/{resource}")[property] = templates.Properties(other)[property]!.DeepClone();

    private static JsonNode TableOf(StageTemplates templates, string segment) => templates.Properties($"{segment}/Spoke/Default/Association")[Table]!.DeepClone();

    private static Action<StageTemplates> Straight(string spoke, string route) => Point($"{spoke}/Spoke/Default/{route}", Attachment, $"{spoke}/Spoke/Default/Attachment");

    private static Action<StageTemplates> WithoutRoutes(string table) => Changes.All(Remove($"{table}To0x0x0x0x0"), Remove($"{table}To10x0x0x0x8"));

    private static Action<StageTemplates> Meet(string one, string other) => Changes.All(Propagate(one, other), Propagate(other, one));

    /// <summary>The table of a segment learns the ranges of a spoke.</summary>
    private static Action<StageTemplates> Propagate(string spoke, string segment) => templates =>
        templates.Add($"{spoke}/Spoke/Default/Attachment", $"LeakTo{segment}", "AWS::EC2::TransitGatewayRouteTablePropagation", new JsonObject
        {
            [Attachment] = templates.Ref($"{spoke}/Spoke/Default/Attachment"), [Table] = TableOf(templates, segment),
        });

    /// <summary>The table of a segment has a route to a spoke.</summary>
    private static Action<StageTemplates> TransitRoute(string segment, string spoke, string range) => templates =>
        templates.Add($"{spoke}/Spoke/Default/Attachment", $"RouteFrom{segment}", "AWS::EC2::TransitGatewayRoute", new JsonObject
        {
            ["DestinationCidrBlock"] = range, [Attachment] = templates.Ref($"{spoke}/Spoke/Default/Attachment"), [Table] = TableOf(templates, segment),
        });
}
