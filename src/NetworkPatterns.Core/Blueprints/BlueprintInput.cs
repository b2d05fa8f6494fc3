namespace NetworkPatterns.Core.Blueprints;

/// <summary>A value that the blueprint needs and does not know: CDK supplies a token, a plain template has a parameter.</summary>
/// <param name="Name">Its name: letters and digits, unique among inputs and resources.</param>
/// <param name="IsList">Whether it is a list of texts. A list stands alone as a property or in a function that takes a list.</param>
public sealed record BlueprintInput(string Name, bool IsList = false);
