using System.Runtime.CompilerServices;

namespace NetworkPatterns.TemplateRules.Snapshots;

/// <summary>Compares a text with the one that was approved, a file beside the test.</summary>
public static class Snapshot
{
    /// <summary>The environment variable that makes a test run approve what it finds.</summary>
    public const string UpdateVariable = "UPDATE_SNAPSHOTS";

    /// <summary>Throws unless the text is what <c>NAME.approved.EXTENSION</c> beside the calling test's file holds.</summary>
    /// <param name="actual">The text; asset hashes are scrubbed from it.</param>
    /// <param name="name">The snapshot's name, unique in its folder, such as <c>ThreeTierVpc.Defaults</c>.</param>
    /// <param name="extension">The kind of file, <c>json</c> or <c>txt</c>.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    /// <exception cref="SnapshotException">It is not; the message has the difference and the command that approves it.</exception>
    public static void Matches(string actual, string name, string extension = "json", [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(Repository.SourceFile(testFile))!;
        var update = Environment.GetEnvironmentVariable(UpdateVariable) == "1";
        Matches(actual, Path.Combine(folder, $"{name}.approved.{extension}"), update);
    }

    internal static void Matches(string actual, string approvedFile, bool update)
    {
        var scrubbed = TemplateText.ScrubHashes(actual).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var receivedFile = approvedFile.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (approved == scrubbed)
        {
            File.Delete(receivedFile);
            return;
        }

        if (update)
        {
            File.WriteAllText(approvedFile, scrubbed);
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, scrubbed);
        var file = Path.GetRelativePath(Repository.Root, approvedFile);
        throw new SnapshotException(
            $"{file} is not what the test made. If the change is right, approve it with\n"
            + $"  {UpdateVariable}=1 dotnet test {ProjectOf(approvedFile)}\n\n"
            + TextDiff.Of(approved, scrubbed));
    }

    private static string ProjectOf(string file)
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is not null && Directory.GetFiles(folder, "*.csproj").Length == 0)
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder is null ? "" : Path.GetRelativePath(Repository.Root, folder);
    }
}

/// <summary>A text is not the approved one.</summary>
public sealed class SnapshotException(string message) : Exception(message);
