using System.Globalization;
using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Rendering.Graph;

/// <summary>What all pictures say alike.</summary>
internal static class GraphWords
{
    public const string Legend = "solid: routes, with their destinations; dashed: attachments, peering, VPN. Subnets of one tier with the same routes are one box; gateways of one kind are one.";

    private const int MostInALine = 3;

    public static string Of(PictureSubnets group) => Count(group.Name, group.Count);

    public static string Of(PictureGateway gateway) => Count(gateway.Label, gateway.Count);

    public static string Of(PictureRoute route) => $"{List(route.Destinations)} -> {route.Target}";

    public static string List(IReadOnlyCollection<string> items) => items.Count <= MostInALine
        ? string.Join(", ", items)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", items.Take(MostInALine))} +{items.Count - MostInALine}");

    private static string Count(string name, int count) => count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} x{count}");
}
