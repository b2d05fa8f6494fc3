using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using Environment = System.Environment;

namespace NetworkPatterns.Validation;

/// <summary>A policy-validation plugin that proves every network guarantee of an app at the end of <c>cdk synth</c>.</summary>
/// <remarks>
/// <para>Give it to the app: <c>new App(new AppProps { PolicyValidationBeta1 = [new NetworkProof()] })</c>. CDK runs it once over all
/// stages and prints its own report with construct paths.</para>
/// <para>It fails closed. CDK itself ends with 0 after a failed validation in a C# app, and after a plugin that throws; so this one
/// sets <see cref="Environment.ExitCode"/> to 1 before it begins, and puts the former value back only after a proof without a
/// failure. A <c>Main</c> that returns a number of its own overrides that.</para>
/// <para>Source: https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html</para>
/// </remarks>
public sealed class NetworkProof : DeputyBase, IPolicyValidationPluginBeta1
{
    private const int Failure = 1;

    private readonly NetworkProofProps _props;

    // The report carries it too: that is where CDK takes it from.
    internal static string OwnVersion => typeof(NetworkProof).Assembly.GetName().Version!.ToString(3);

    /// <summary>A plugin for an app.</summary>
    /// <param name="props">How it judges; null for the defaults.</param>
    public NetworkProof(NetworkProofProps? props = null) => _props = props ?? new();

    /// <summary>The plugin's name in CDK's report.</summary>
    public string Name => "NetworkPatterns";

    /// <summary>The plugin's version in CDK's report.</summary>
    public string Version => OwnVersion;

    /// <summary>The codes that violations are reported under; each has a page in the documentation.</summary>
    public string[] RuleIds => [.. ProofReport.Codes];

    /// <summary>Proves the guarantees of the synthesized templates.</summary>
    /// <param name="context">The templates.</param>
    public IPolicyValidationPluginReportBeta1 Validate(IPolicyValidationContextBeta1 context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var before = Environment.ExitCode;
        Environment.ExitCode = Failure;
        var report = new ProofReport(_props, _props.Today ?? DateOnly.FromDateTime(DateTime.UtcNow)).Of(context.TemplatePaths);
        if (report.Success)
        {
            Environment.ExitCode = before;
        }

        return report;
    }
}
