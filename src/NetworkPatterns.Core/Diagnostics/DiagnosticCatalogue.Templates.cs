namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A file has no <c>Resources</c>, or is not an object at all.</summary>
    public static Diagnostic NotATemplate => new("NP2001", "not a CloudFormation template");

    /// <summary>JSON that ends early or breaks the grammar.</summary>
    public static Diagnostic BrokenJson => new("NP2002", "JSON that can't be read");

    /// <summary>YAML that breaks the grammar.</summary>
    public static Diagnostic BrokenYaml => new("NP2003", "YAML that can't be read");

    /// <summary>A file far larger than CloudFormation takes.</summary>
    public static Diagnostic TemplateTooLarge => new("NP2004", "template too large");

    /// <summary>A folder or an input without any template.</summary>
    public static Diagnostic NoTemplates => new("NP2005", "no templates");

    /// <summary>Two stacks of one name in one account and Region.</summary>
    public static Diagnostic DuplicateStackName => new("NP2006", "duplicate stack name");

    /// <summary>Resources, conditions or nested stacks that depend on themselves.</summary>
    public static Diagnostic CyclicReference => new("NP2007", "cyclic reference");

    /// <summary>An import that no template given exports.</summary>
    public static Diagnostic MissingImport => new("NP2008", "import without an export");

    /// <summary>Two outputs that export one name.</summary>
    public static Diagnostic DuplicateExport => new("NP2009", "duplicate export name");

    /// <summary>A nested stack whose template is not given.</summary>
    public static Diagnostic MissingNestedTemplate => new("NP2010", "nested template not given");

    /// <summary>A macro, a module or a loop that can't be expanded without deploying.</summary>
    public static Diagnostic UnexpandedMacro => new("NP2011", "macro not expanded");

    /// <summary>A reference to a name that the template does not declare.</summary>
    public static Diagnostic UndeclaredName => new("NP2012", "reference to an undeclared name");

    /// <summary>More stacks, resources or levels than are read.</summary>
    public static Diagnostic InputTooDeep => new("NP2013", "input beyond the limits of the reader");

    /// <summary>A cloud assembly whose manifest can't be read or names a missing file.</summary>
    public static Diagnostic BrokenAssembly => new("NP2014", "cloud assembly that can't be read");

    /// <summary>A value for a parameter that no template declares.</summary>
    public static Diagnostic UnusedParameter => new("NP2015", "value for an undeclared parameter");

    /// <summary>A resource without a type.</summary>
    public static Diagnostic ResourceWithoutType => new("NP2016", "resource without a type");
}
