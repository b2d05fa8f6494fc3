using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reading;

/// <summary>Customer-managed prefix lists.</summary>
internal static class PrefixListReader
{
    public static void Read(ReadingContext context)
    {
        foreach (var resource in context.OfType("AWS::EC2::PrefixList"))
        {
            context.Add(new PrefixList(context.ComponentOf(resource)) { Entries = Entries(context.View(resource)) });
        }
    }

    private static Maybe<ImmutableArray<Cidr>> Entries(View list)
    {
        var entries = ImmutableArray.CreateBuilder<Cidr>();
        foreach (var (entry, doubt) in list.Items("Entries"))
        {
            var cidr = entry?.Cidr("Cidr") ?? list.Unknown("an entry has no range");
            if (doubt is not null || !cidr.IsKnown)
            {
                return doubt ?? cidr.Unknown!;
            }

            entries.Add(cidr.Value);
        }

        return entries.ToImmutable();
    }
}
