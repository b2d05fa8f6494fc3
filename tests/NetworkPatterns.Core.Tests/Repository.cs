namespace NetworkPatterns.Core.Tests;

/// <summary>Files of the repository that tests compare with.</summary>
internal static class Repository
{
    internal static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Root(), .. path]));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "NetworkPatterns.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
