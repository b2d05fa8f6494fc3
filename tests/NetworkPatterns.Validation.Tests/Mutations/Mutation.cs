namespace NetworkPatterns.Validation.Tests.Mutations;

/// <summary>One way to break a pattern.</summary>
/// <param name="Stage">The stage of the reference app.</param>
/// <param name="Name">What is done, unique in the stage.</param>
/// <param name="Breaks">The promise that it breaks, as reports print it, without the network's name.</param>
/// <param name="Names">The last part of the construct path of the resource that the evidence must name.</param>
/// <param name="Change">Does it.</param>
internal sealed record Mutation(string Stage, string Name, string Breaks, string Names, Action<StageTemplates> Change);
