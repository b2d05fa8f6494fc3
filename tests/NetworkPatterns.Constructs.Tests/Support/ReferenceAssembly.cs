using NetworkPatterns.Reference;

namespace NetworkPatterns.Constructs.Tests.Support;

/// <summary>The reference app, synthesized once for all tests that look at it.</summary>
public sealed class ReferenceAssembly
{
    private readonly Lazy<string> _folder = new(() =>
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        ReferenceApp.AddTo(app);
        return app.Synth().Directory;
    });

    /// <summary>The folder of the cloud assembly.</summary>
    public string Folder => _folder.Value;
}
