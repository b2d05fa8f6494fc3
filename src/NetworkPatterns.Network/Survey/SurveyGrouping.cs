namespace NetworkPatterns.Network.Survey;

/// <summary>Whose reachability is looked at.</summary>
public enum SurveyGrouping
{
    /// <summary>Tiers; what belongs to none stands for itself, under its own name.</summary>
    Tier,

    /// <summary>Segments of Transit Gateways; a VPC in none stands for itself.</summary>
    Segment,

    /// <summary>VPCs.</summary>
    Vpc,

    /// <summary>Each resource that has interfaces.</summary>
    Interface,
}
