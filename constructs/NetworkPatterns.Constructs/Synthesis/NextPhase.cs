using Amazon.CDK;
using Constructs;

namespace NetworkPatterns.Constructs.Synthesis;

/// <summary>Says what is to be done before the next deployment, where only deployment knows an ID.</summary>
internal static class NextPhase
{
    /// <summary>An annotation now, and the exact command as an output of the deployment.</summary>
    public static void Announce(Construct pattern, string what, string command)
    {
        _ = new CfnOutput(pattern, "NextStep", new CfnOutputProps { Value = command, Description = what });
        Annotations.Of(pattern).AddInfo($"{what}. The output NextStep has the command.");
    }
}
