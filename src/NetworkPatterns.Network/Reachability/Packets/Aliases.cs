global using AddressSet = NetworkPatterns.Network.Reachability.Packets.IntervalSet<System.UInt128>;
global using PortSet = NetworkPatterns.Network.Reachability.Packets.IntervalSet<ushort>;
global using ProtocolSet = NetworkPatterns.Network.Reachability.Packets.IntervalSet<byte>;
