namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A resource or input has a name that CloudFormation would not take.</summary>
    public static Diagnostic BlueprintId => new("NP1101", "not a blueprint id");

    /// <summary>Two things of a blueprint have one name.</summary>
    public static Diagnostic BlueprintDuplicate => new("NP1102", "declared twice in a blueprint");

    /// <summary>A reference has no target in its blueprint.</summary>
    public static Diagnostic BlueprintUnknownReference => new("NP1103", "reference to nothing in a blueprint");

    /// <summary>Resources depend on each other in a circle.</summary>
    public static Diagnostic BlueprintCycle => new("NP1104", "cycle in a blueprint");

    /// <summary>A list input stands where one text is needed.</summary>
    public static Diagnostic BlueprintListInList => new("NP1105", "list input inside a list");

    /// <summary>A property is empty.</summary>
    public static Diagnostic BlueprintEmpty => new("NP1106", "empty property in a blueprint");

    /// <summary>Metadata refers to something.</summary>
    public static Diagnostic BlueprintMetadata => new("NP1107", "reference in metadata");

    /// <summary>A resource type that is not one.</summary>
    public static Diagnostic BlueprintResourceType => new("NP1108", "not a resource type");

    /// <summary>An argument of a function is out of its range.</summary>
    public static Diagnostic BlueprintFunctionArgument => new("NP1109", "function argument out of range");

    /// <summary>The inputs that were supplied are not those that the blueprint declares.</summary>
    public static Diagnostic BlueprintInputs => new("NP1110", "blueprint inputs do not match");
}
