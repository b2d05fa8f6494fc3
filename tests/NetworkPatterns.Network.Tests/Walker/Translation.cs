using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>What a NAT gateway or instance has translated, and is ready to undo.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Home">Its subnet; null for a regional NAT gateway.</param>
/// <param name="Slot">Its address, with the public one in front of it.</param>
/// <param name="Inside">The packet as it came.</param>
/// <param name="Outside">The packet as it went on.</param>
internal sealed record Translation(ComponentId By, ComponentId Vpc, Subnet? Home, InterfaceAddress Slot, Packet Inside, Packet Outside);
