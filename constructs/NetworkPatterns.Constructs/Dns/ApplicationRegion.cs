namespace NetworkPatterns.Constructs.Dns;

/// <summary>A Region that an application runs in.</summary>
/// <param name="Name">
/// A short name, such as <c>eu</c>: the label of the Region's own DNS name (<c>eu.app.example.com</c>) and part of its stack's
/// name. Lower-case letters, digits and hyphens; it stays for good.
/// </param>
/// <param name="Region">The Region's code, such as <c>eu-west-1</c>.</param>
public sealed record ApplicationRegion(string Name, string Region);
