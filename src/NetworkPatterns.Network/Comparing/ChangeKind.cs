namespace NetworkPatterns.Network.Comparing;

/// <summary>What happened to some packets between two estates.</summary>
public enum ChangeKind
{
    /// <summary>They did not get through and now do.</summary>
    Opened,

    /// <summary>They got through and no longer do.</summary>
    Closed,

    /// <summary>They did not get through; now it depends on what the templates leave open.</summary>
    OpenedPerhaps,

    /// <summary>They got through; now it depends on what the templates leave open.</summary>
    ClosedPerhaps,

    /// <summary>It depended on what the templates left open; now they get through.</summary>
    DecidedOpen,

    /// <summary>It depended on what the templates left open; now they do not get through.</summary>
    DecidedClosed,
}
