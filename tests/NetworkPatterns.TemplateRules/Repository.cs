namespace NetworkPatterns.TemplateRules;

/// <summary>Where things are in the source tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder with the npm packages of the tests; the build has installed them.</summary>
    public static string NodeFolder => Path.Combine(Root, "tests", "node");

    /// <summary>The CDK CLI's script, to be run with <c>node</c>.</summary>
    public static string CdkCli => Path.Combine(NodeFolder, "node_modules", "aws-cdk", "bin", "cdk");

    /// <summary>The source file of a caller. Deterministic builds map the root of the repository to <c>/_/</c>.</summary>
    internal static string SourceFile(string callerFilePath) =>
        callerFilePath.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Root, callerFilePath[3..]) : callerFilePath;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetworkPatterns.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("NetworkPatterns.sln is in no folder above the tests");
    }
}
