using System.Text.Json.Nodes;
using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to break what is promised of things that no template has: sites on VPN and Direct Connect, a VPC known by its IDs, the internet past an accelerator.</summary>
internal static class OutsideMutations
{
    private const string Attachment = "TransitGatewayAttachmentId";
    private const string Table = "TransitGatewayRouteTableId";
    private const string OfficeNotToDevelopment = "cidr:192.168.0.0/16 never reaches tier:HybridHubJoined/development/Spoke/vpc";
    private const string DevelopmentNotToOffice = "tier:HybridHubJoined/development/Spoke/vpc never reaches cidr:192.168.0.0/16";
    private const string DevelopmentNotToDataCentre = "tier:HybridHubJoined/development/Spoke/vpc never reaches cidr:172.16.0.0/16";
    private const string DevelopmentNotToLegacy = "tier:HybridHubJoined/development/Spoke/vpc never reaches cidr:10.12.0.0/16";
    private const string ProductionToOffice = "tier:HybridHubJoined/production/Network/app can reach cidr:192.168.0.0/16 on tcp 443";
    private const string ProductionToDataCentre = "tier:HybridHubJoined/production/Network/app can reach cidr:172.16.0.0/16 on tcp 443";

    public static IEnumerable<Mutation> All =>
    [
        Site("propagation of the office into production's table removed", ProductionToOffice, "ProductionSegmentRouteTable",
            Changes.All(Remove("BerlinAttachment/Default/ProductionSegmentPropagation"), Remove("BerlinSecondAttachment/Default/ProductionSegmentPropagation"))),
        Site("associations of the office removed", ProductionToOffice, "Hub/Default/TransitGateway",
            Changes.All(Remove("BerlinAttachment/Default/Association"), Remove("BerlinSecondAttachment/Default/Association"))),
        Site("propagation of the data centre removed", ProductionToDataCentre, "ProductionSegmentRouteTable", Remove("DataCentre/Attachment/Default/ProductionSegmentPropagation")),
        Site("propagation of production into the sites' table removed", ProductionToDataCentre, "OnPremisesSegmentRouteTable", Remove("production/Spoke/Default/OnPremisesSegmentPropagation")),
        Site("routes of production's VPC removed", ProductionToOffice, "production/Network/Default/AppRouteTableA", Remove("production/Spoke/Default/AppRouteTableATo192x168x0x0x16")),
        Site("propagations between the office and development", OfficeNotToDevelopment, "DevelopmentSegmentRouteTable", Changes.All(
            Meet("BerlinAttachment/Default/Association"), LetIn("development/Network/Default/AppSecurityGroup", "192.168.0.0/16", "tcp", 443, 443), OpenAcl("development/Network/Default/AppNetworkAcl"))),
        Site("office moved to development's table", DevelopmentNotToOffice, "DevelopmentSegmentRouteTable", Changes.All(Meet("BerlinAttachment/Default/Association"), Move("BerlinAttachment/Default/Association"))),
        Site("propagations between the data centre and development", DevelopmentNotToDataCentre, "DevelopmentSegmentRouteTable", Meet("DataCentre/Attachment/Default/Association")),
        Site("propagations between the older VPC and development", DevelopmentNotToLegacy, "DevelopmentSegmentRouteTable", Meet("Legacy/Default/Association")),
        new("Accelerated", "SSH past the accelerator", "internet reaches tier:Accelerated/Front/Network/web at most on tcp 443", "WebSecurityGroup",
            Changes.All(LetIn("WebSecurityGroup", "0.0.0.0/0", "tcp", 22, 22), OpenAcl("WebNetworkAcl"))),
    ];

    private static Mutation Site(string name, string breaks, string names, Action<StageTemplates> change) => new("HybridHubJoined", name, breaks, names, change);

    // The association's table learns development, and development's table learns what is associated.
    private static Action<StageTemplates> Meet(string association) => templates =>
    {
        var outside = templates.Properties(association);
        templates.Add(association, "LeakToDevelopment", "AWS::EC2::TransitGatewayRouteTablePropagation", new JsonObject
        {
            [Attachment] = outside[Attachment]!.DeepClone(), [Table] = DevelopmentTable(templates),
        });
        templates.Add("development/Spoke/Default/Attachment", "LeakFromDevelopment", "AWS::EC2::TransitGatewayRouteTablePropagation", new JsonObject
        {
            [Attachment] = templates.Ref("development/Spoke/Default/Attachment"), [Table] = HubTable(templates, association),
        });
    };

    private static Action<StageTemplates> Move(string association) => templates =>
    {
        templates.Properties(association)[Table] = templates.Ref("DevelopmentSegmentRouteTable");
        templates.Add("development/Spoke/Default/Attachment", "LeakWithin", "AWS::EC2::TransitGatewayRouteTablePropagation", new JsonObject
        {
            [Attachment] = templates.Ref("development/Spoke/Default/Attachment"), [Table] = DevelopmentTable(templates, isInHub: false),
        });
    };

    // Spokes know the hub's tables by its export, the hub's own stack by reference.
    private static JsonNode DevelopmentTable(StageTemplates templates, bool isInHub = true) => isInHub
        ? templates.Ref("DevelopmentSegmentRouteTable")
        : templates.Properties("development/Spoke/Default/Association")[Table]!.DeepClone();

    private static JsonNode HubTable(StageTemplates templates, string association) =>
        JsonNode.Parse(templates.Properties("production/Spoke/Default/Association")[Table]!.ToJsonString().Replace(
            "production", templates.Properties(association)[Table]!["Ref"]!.GetValue<string>().Contains("OnPremises", StringComparison.Ordinal) ? "on-premises" : "production", StringComparison.Ordinal))!;
}
