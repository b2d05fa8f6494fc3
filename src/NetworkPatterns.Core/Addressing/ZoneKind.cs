namespace NetworkPatterns.Core.Addressing;

/// <summary>How a zone is written.</summary>
public enum ZoneKind
{
    /// <summary>By name, such as <c>eu-west-1a</c>: the same name can be another building in another account.</summary>
    Name,

    /// <summary>By AZ ID, such as <c>euw1-az1</c>: the same building in every account.</summary>
    Id,

    /// <summary>By its place in <c>Fn::GetAZs</c>, for a stack that does not know its Region.</summary>
    Index,
}
