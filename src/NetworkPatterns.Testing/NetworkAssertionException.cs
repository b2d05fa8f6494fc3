namespace NetworkPatterns.Testing;

/// <summary>An assertion about a network does not hold, or cannot be decided.</summary>
/// <remarks>Of no test framework: every one reports the message of an exception that it does not know.</remarks>
public sealed class NetworkAssertionException : Exception
{
    /// <summary>An assertion that does not hold.</summary>
    public NetworkAssertionException()
    {
    }

    /// <summary>An assertion that does not hold, and why.</summary>
    public NetworkAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>An assertion that could not be judged because of another exception.</summary>
    public NetworkAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
