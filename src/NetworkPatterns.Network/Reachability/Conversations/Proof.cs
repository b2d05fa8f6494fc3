using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>Packets that get there and whose answers get back.</summary>
/// <param name="Question">The packets, as the opening end sends them.</param>
internal sealed record Proof(Box Question, Doubts Doubts, Trail? Path, Trail? ReturnPath, Obstacle? Obstacles, int Cost);
