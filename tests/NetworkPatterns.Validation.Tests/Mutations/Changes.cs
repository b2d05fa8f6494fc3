using System.Text.Json.Nodes;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>The changes that people make by hand.</summary>
internal static class Changes
{
    /// <summary>A resource is gone.</summary>
    public static Action<StageTemplates> Remove(string name) => templates => templates.Remove(name);

    /// <summary>A network ACL entry refuses what it allowed.</summary>
    public static Action<StageTemplates> Deny(string name) => Set(name, "RuleAction", "deny");

    /// <summary>A network ACL entry refuses what it allowed, before any other entry allows it.</summary>
    public static Action<StageTemplates> DenyFirst(string name) => All(Deny(name), Set(name, "RuleNumber", 10));

    /// <summary>A property has another value.</summary>
    public static Action<StageTemplates> Set(string name, string property, JsonNode value) =>
        templates => templates.Properties(name)[property] = value.DeepClone();

    /// <summary>A property refers to another resource.</summary>
    public static Action<StageTemplates> Point(string name, string property, string target) =>
        templates => templates.Properties(name)[property] = templates.Ref(target);

    /// <summary>A route goes somewhere else.</summary>
    public static Action<StageTemplates> Reroute(string name, string oldTarget, string newTarget, string target) => templates =>
    {
        templates.Properties(name).Remove(oldTarget);
        templates.Properties(name)[newTarget] = templates.Ref(target);
    };

    /// <summary>A rule takes other ports.</summary>
    public static Action<StageTemplates> Ports(string name, int port) => templates =>
    {
        var properties = templates.Properties(name);
        if (properties["PortRange"] is JsonObject range)
        {
            (range["From"], range["To"]) = (port, port);
        }
        else
        {
            (properties["FromPort"], properties["ToPort"]) = (port, port);
        }
    };

    /// <summary>A security group lets one more thing in.</summary>
    public static Action<StageTemplates> LetIn(string group, string range, string protocol, int first, int last) => templates =>
        Rules(templates, group, "SecurityGroupIngress").Add(Rule(range, protocol, first, last));

    /// <summary>A security group lets one more thing out.</summary>
    public static Action<StageTemplates> LetOut(string group, string range, string protocol, int first, int last) => templates =>
        Rules(templates, group, "SecurityGroupEgress").Add(Rule(range, protocol, first, last));

    /// <summary>A network ACL lets everything through.</summary>
    public static Action<StageTemplates> OpenAcl(string acl) => templates =>
    {
        foreach (var egress in new[] { true, false })
        {
            templates.Add(acl, $"{templates.Id(acl)}Open{(egress ? "Out" : "In")}", "AWS::EC2::NetworkAclEntry", new JsonObject
            {
                ["NetworkAclId"] = templates.Ref(acl), ["Egress"] = egress, ["RuleNumber"] = 1, ["RuleAction"] = "allow", ["Protocol"] = -1, ["CidrBlock"] = "0.0.0.0/0",
            });
        }
    };

    /// <summary>A route table has one more route.</summary>
    public static Action<StageTemplates> AddRoute(string table, string range, string property, string target) => templates =>
        templates.Add(table, $"{templates.Id(table)}Added", "AWS::EC2::Route", new JsonObject
        {
            ["RouteTableId"] = templates.Ref(table), ["DestinationCidrBlock"] = range, [property] = templates.Ref(target),
        });

    /// <summary>Several changes that only together open something: groups, network ACLs and routes each hold by themselves.</summary>
    public static Action<StageTemplates> All(params Action<StageTemplates>[] changes) => templates =>
    {
        foreach (var change in changes)
        {
            change(templates);
        }
    };

    private static JsonArray Rules(StageTemplates templates, string group, string property)
    {
        var properties = templates.Properties(group);
        if (properties[property] is not JsonArray rules)
        {
            properties[property] = rules = [];
        }

        return rules;
    }

    private static JsonObject Rule(string range, string protocol, int first, int last) =>
        new() { ["CidrIp"] = range, ["IpProtocol"] = protocol, ["FromPort"] = first, ["ToPort"] = last };
}
