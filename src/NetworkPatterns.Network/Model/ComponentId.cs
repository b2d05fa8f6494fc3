namespace NetworkPatterns.Network.Model;

/// <summary>What a part of the network is called: the stack that declares it and its logical ID, as opaque text.</summary>
/// <remarks>
/// An object that no resource declares (a main route table, a default network ACL) is named after the resource that
/// implies it, with the part it plays: <c>Vpc.DefaultNetworkAcl</c>.
/// </remarks>
/// <param name="Stack">The stack; empty where the source of the model has none.</param>
/// <param name="LogicalId">The name inside the stack.</param>
/// <param name="Implied">The part an undeclared object plays for the resource, such as <c>MainRouteTable</c>; empty for a declared one.</param>
public sealed record ComponentId(string Stack, string LogicalId, string Implied = "") : IComparable<ComponentId>
{
    /// <summary>An object that this one implies.</summary>
    public ComponentId Implies(string part) => this with { Implied = part };

    /// <inheritdoc/>
    public int CompareTo(ComponentId? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byStack = string.CompareOrdinal(Stack, other.Stack);
        var byName = byStack != 0 ? byStack : string.CompareOrdinal(LogicalId, other.LogicalId);
        return byName != 0 ? byName : string.CompareOrdinal(Implied, other.Implied);
    }

    /// <summary><c>Stack/LogicalId</c>, with <c>.Part</c> behind it for an implied object.</summary>
    public override string ToString() =>
        (Stack.Length == 0 ? LogicalId : $"{Stack}/{LogicalId}") + (Implied.Length == 0 ? "" : $".{Implied}");
}
