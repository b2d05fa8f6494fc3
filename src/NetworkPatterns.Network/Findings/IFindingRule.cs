namespace NetworkPatterns.Network.Findings;

/// <summary>Looks for one kind of finding.</summary>
internal interface IFindingRule
{
    IEnumerable<Finding> Find(FindingContext context);
}
