using System.Globalization;
using System.Net;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Reading;

/// <summary>Ranges as EC2 takes them: bits behind the prefix are ignored.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html ("100.68.0.18/18" becomes "100.68.0.0/18").</remarks>
internal static class CidrText
{
    public static bool TryParse(string text, out Cidr cidr)
    {
        if (Cidr.TryParse(text, out cidr))
        {
            return true;
        }

        var parts = text.Trim().Split('/');
        if (parts is not [var address, var length]
            || !IPAddress.TryParse(address, out var parsed)
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || (!address.Contains(':') && address.Split('.').Length != 4)
            || prefix > (parsed.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? 128 : 32))
        {
            return false;
        }

        cidr = Cidr.Covering(parsed, prefix);
        return true;
    }
}
