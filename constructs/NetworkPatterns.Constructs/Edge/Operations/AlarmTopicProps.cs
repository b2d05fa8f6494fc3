namespace NetworkPatterns.Constructs.Edge.Operations;

/// <summary>What an <see cref="AlarmTopic"/> is to be.</summary>
public sealed class AlarmTopicProps
{
    /// <summary>Who gets mail. Each address has to confirm its subscription. Default: nobody.</summary>
    public IReadOnlyList<string> EmailAddresses { get; init; } = [];
}
