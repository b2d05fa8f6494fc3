using System.Text.Json.Nodes;
using static NetworkPatterns.Validation.Tests.Mutations.Changes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>Ways to open a load balancer beside its distribution, inside its VPC and on the internet.</summary>
internal static class BalancerMutations
{
    private const string Edge = "Edge/Distribution/Default/Distribution";
    private const string Balancer = "LoadBalancer/Default/LoadBalancer";
    private const string Listener = "LoadBalancer/Default/ShopListener";
    private const string Rule = "LoadBalancer/Default/ShopRule";
    private const string OnlyInside = "resource:Containers/Shop/Regional/LoadBalancer is entered only through resource:Containers/Shop/Edge/Distribution";
    private const string OnlyLocked = "resource:LockedContainers/Bank/Regional/LoadBalancer is entered only through resource:LockedContainers/Bank/Edge/Distribution";

    public static IEnumerable<Mutation> All =>
    [
        Inside("load balancer faces the internet", Balancer, Set(Balancer, "Scheme", "internet-facing")),
        Inside("group of the load balancer lets everybody in", "BalancerSecurityGroup", LetIn("BalancerSecurityGroup", "0.0.0.0/0", "tcp", 443, 443)),
        Inside("group of the services lets everybody in", "AppSecurityGroup", LetIn("AppSecurityGroup", "0.0.0.0/0", "tcp", 8080, 8080)),
        Inside("origin is no VPC origin", Edge, templates =>
        {
            var origin = Origin(templates).AsObject();
            origin.Remove("VpcOriginConfig");
            origin["CustomOriginConfig"] = new JsonObject { ["OriginProtocolPolicy"] = "https-only" };
        }),
        Inside("WebACL of the distribution removed", Edge, WithoutWebAcl),
        Locked("default action forwards", Listener, templates => templates.Properties(Listener)["DefaultActions"] = templates.Properties(Rule)["Actions"]!.DeepClone()),
        Locked("rule without the header", Rule, Set(Rule, "Conditions", new JsonArray(new JsonObject
        {
            ["Field"] = "path-pattern", ["PathPatternConfig"] = new JsonObject { ["Values"] = new JsonArray("/*") },
        }))),
        Locked("rule with any header", Rule, templates => templates.Properties(Rule)["Conditions"]![0]!["HttpHeaderConfig"]!["Values"] = new JsonArray("*")),
        Locked("rule with one more header", Rule, templates => templates.Properties(Rule)["Conditions"]![0]!["HttpHeaderConfig"]!["Values"]!.AsArray().Add("open-sesame")),
        Locked("one more rule without the header", "Open", templates =>
        {
            var rule = templates.Properties(Rule).DeepClone().AsObject();
            (rule["Priority"], rule["Conditions"]) = (1, new JsonArray());
            templates.Add(Rule, "OpenRule", "AWS::ElasticLoadBalancingV2::ListenerRule", rule);
            templates.AddPath(Rule, "OpenRule", "LockedContainers/Bank/Open");
        }),
        Locked("group of the load balancer lets everybody in", "WebSecurityGroup", LetIn("WebSecurityGroup", "0.0.0.0/0", "tcp", 443, 443)),
        Locked("header of the distribution removed", Edge, templates => Origin(templates).AsObject().Remove("OriginCustomHeaders")),
        Locked("header of the distribution renamed", Edge, templates => Origin(templates)["OriginCustomHeaders"]![0]!["HeaderName"] = "x-origin"),
        Locked("WebACL of the distribution removed", Edge, WithoutWebAcl),
    ];

    private static Mutation Inside(string name, string names, Action<StageTemplates> change) => new("Containers", name, OnlyInside, names, change);

    private static Mutation Locked(string name, string names, Action<StageTemplates> change) => new("LockedContainers", name, OnlyLocked, names, change);

    private static JsonNode Origin(StageTemplates templates) => templates.Properties(Edge)["DistributionConfig"]!["Origins"]![0]!;

    private static void WithoutWebAcl(StageTemplates templates) => templates.Properties(Edge)["DistributionConfig"]!.AsObject().Remove("WebACLId");
}
