using System.Globalization;
using System.Text;

namespace NetworkPatterns.Templates.Values;

/// <summary>A place in a template: which stack, which resource (or parameter, mapping, output), which property.</summary>
/// <remarks>Kept as a link to the place around it, so that remembering every value's place costs one small object.</remarks>
public sealed class Origin
{
    private readonly Origin? _parent;
    private readonly string? _name;
    private readonly int _index;

    private Origin(Origin parent, string? name, int index)
    {
        (_parent, _name, _index) = (parent, name, index);
        (Stack, Section, LogicalId) = (parent.Stack, parent.Section, parent.LogicalId);
    }

    internal Origin(ResolvedStack stack, string section, string logicalId) =>
        (Stack, Section, LogicalId) = (stack, section, logicalId);

    /// <summary>The stack.</summary>
    public ResolvedStack Stack { get; }

    /// <summary>The section of the template: <c>Resources</c>, <c>Parameters</c>, <c>Mappings</c>, <c>Conditions</c> or <c>Outputs</c>.</summary>
    public string Section { get; }

    /// <summary>The logical ID, or the name of the parameter, mapping, condition or output.</summary>
    public string LogicalId { get; }

    /// <summary>The template file.</summary>
    public string TemplateName => Stack.TemplateName;

    /// <summary>The CDK construct path of the resource; null outside resources, and where the template doesn't say.</summary>
    public string? ConstructPath =>
        string.Equals(Section, "Resources", StringComparison.Ordinal) ? Stack.FindDeclared(LogicalId)?.ConstructPath : null;

    /// <summary>The path below the logical ID: <c>SecurityGroupIngress[1].CidrIp</c>; empty for the whole.</summary>
    public string PropertyPath
    {
        get
        {
            var path = new StringBuilder();
            for (var place = this; place._parent is not null; place = place._parent)
            {
                path.Insert(0, place._name is null
                    ? string.Create(CultureInfo.InvariantCulture, $"[{place._index}]")
                    : place._parent._parent is null ? place._name : "." + place._name);
            }

            return path.ToString();
        }
    }

    /// <summary>The place of a named value inside this one.</summary>
    public Origin Property(string name) => new(this, name, 0);

    /// <summary>The place of a list element inside this one.</summary>
    public Origin Element(int index) => new(this, name: null, index);

    /// <summary><c>Stack/LogicalId.Property</c>, with the section in front where it is not <c>Resources</c>.</summary>
    public override string ToString()
    {
        var path = PropertyPath;
        var name = string.Equals(Section, "Resources", StringComparison.Ordinal) ? LogicalId : $"{Section}.{LogicalId}";
        return path.Length == 0 ? $"{Stack.Name}/{name}" : $"{Stack.Name}/{name}.{path}";
    }
}
