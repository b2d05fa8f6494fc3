using Amazon.CDK;
using Amazon.CDK.AWS.SSM;
using Constructs;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Reads an export that another stack wrote as <see cref="ExportFormat"/> says, with intrinsic functions of CloudFormation.</summary>
internal sealed class ExportReader
{
    private readonly string _body;

    private ExportReader(string body) => _body = body;

    /// <summary>The export under a name. Makes a parameter of the stack's template, one for each name.</summary>
    public static ExportReader Of(Construct scope, string exportName) =>
        new(Fn.Select(1, Fn.Split(ExportFormat.Version, StringParameter.ValueForStringParameter(scope, exportName))));

    /// <summary>A value of a key, as a token.</summary>
    public string Read(string key, int place = 0)
    {
        var entry = Fn.Select(1, Fn.Split(ExportFormat.Before(key), _body));
        return Fn.Select(place, Fn.Split(ExportFormat.ValueMark, Fn.Select(0, Fn.Split(ExportFormat.EntryMark, entry))));
    }
}
