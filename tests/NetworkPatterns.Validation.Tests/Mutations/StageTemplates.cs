using System.Text.Json.Nodes;
using NetworkPatterns.Network.Checking;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>The templates of one stage of the reference app, to be changed and checked in memory.</summary>
internal sealed class StageTemplates
{
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _templates = new(StringComparer.Ordinal);

    public StageTemplates(string assembly, string stage)
    {
        var folder = Path.Combine(assembly, $"assembly-{stage}");
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            var (name, text) = (Path.GetFileName(file), File.ReadAllText(file));
            if (name.EndsWith(".template.json", StringComparison.Ordinal))
            {
                _templates[name] = JsonNode.Parse(text)!.AsObject();
            }
            else
            {
                _others[name] = text;
            }
        }
    }

    /// <summary>Everything that the templates promise, checked.</summary>
    public (CheckReport Report, Estate Estate) Check()
    {
        var estate = Read();
        return (EstateCheck.Run(estate, rules: null, new DateOnly(2030, 1, 1)), estate);
    }

    /// <summary>The templates as they are now.</summary>
    public Estate Read()
    {
        var files = new Dictionary<string, string>(_others, StringComparer.Ordinal);
        foreach (var (name, template) in _templates)
        {
            files[name] = template.ToJsonString();
        }

        var estate = Estate.Read(new FolderSource(new MemoryFiles("cdk.out", files)));
        estate.Problems.ShouldBeEmpty();
        return estate;
    }

    /// <summary>The resource whose construct path ends with this name.</summary>
    public JsonObject this[string name] => Find(name).Resource;

    public JsonObject Properties(string name) => this[name]["Properties"]!.AsObject();

    /// <summary>The logical ID of a resource.</summary>
    public string Id(string name) => Find(name).Id;

    public JsonObject Ref(string name) => new() { ["Ref"] = Id(name) };

    public JsonObject Remove(string name)
    {
        var (template, id, resource) = Find(name);
        var resources = template["Resources"]!.AsObject();
        resources.Remove(id);
        foreach (var other in resources.Select(entry => entry.Value!.AsObject()))
        {
            if (other["DependsOn"] is JsonArray list && list.FirstOrDefault(item => item!.GetValue<string>() == id) is { } dependency)
            {
                list.Remove(dependency);
            }
        }

        return resource;
    }

    /// <summary>Removes every resource whose name in its pattern begins so.</summary>
    public void RemoveAll(string prefix)
    {
        var found =
            from template in _templates.Values
            from entry in template["Resources"]!.AsObject()
            where entry.Value!["Metadata"]?["aws:cdk:path"]?.GetValue<string>().Contains("/" + prefix, StringComparison.Ordinal) == true
            select (Resources: template["Resources"]!.AsObject(), entry.Key);
        var all = found.ToList();
        all.ShouldNotBeEmpty(prefix);
        all.ForEach(each => each.Resources.Remove(each.Key));
    }

    /// <summary>Adds a resource beside another one.</summary>
    public void Add(string beside, string id, string type, JsonObject properties) =>
        Find(beside).Template["Resources"]!.AsObject()[id] = new JsonObject { ["Type"] = type, ["Properties"] = properties };

    /// <summary>Gives a resource that was added beside another one a construct path.</summary>
    public void AddPath(string beside, string id, string path) =>
        Find(beside).Template["Resources"]![id]!["Metadata"] = new JsonObject { ["aws:cdk:path"] = path };

    private (JsonObject Template, string Id, JsonObject Resource) Find(string name)
    {
        var found =
            from template in _templates.Values
            from entry in template["Resources"]!.AsObject()
            where entry.Value!["Metadata"]?["aws:cdk:path"]?.GetValue<string>().EndsWith("/" + name, StringComparison.Ordinal) == true
            select (template, entry.Key, entry.Value!.AsObject());
        return found.ToList().ShouldHaveSingleItem(name);
    }
}
