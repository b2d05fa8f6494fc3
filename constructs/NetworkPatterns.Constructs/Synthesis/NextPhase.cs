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

    /// <summary>An output with an attachment's ID, for the account of the hub, which alone can associate it.</summary>
    public static void TellAttachment(Construct spoke, string attachmentId, string segment) => _ = new CfnOutput(spoke, "AttachmentId", new CfnOutputProps
    {
        Value = attachmentId,
        Description = $"For SegmentAttachment in the hub's account, segment {segment}",
    });
}
