namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Subnets that other accounts may use, shared through AWS RAM.</summary>
/// <remarks>
/// Zones by AZ ID mean the same building in every account; zones by name do not.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html</para>
/// </remarks>
/// <param name="Name">The share's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
/// <param name="Tiers">The tiers, by name.</param>
/// <param name="Principals">
/// With whom: account IDs of 12 digits, or ARNs of the organization or of organizational units
/// (<c>arn:aws:organizations::...</c>). Subnets can be shared inside the organization only.
/// </param>
public sealed record SubnetShare(string Name, IReadOnlyList<string> Tiers, IReadOnlyList<string> Principals);
