using Axfl.Runs.Alerts;
using Axfl.Runs.Live;

namespace Axfl.Runs.Health;

/// <summary>The outside world of the checks.</summary>
/// <param name="Live">That of the live run which is meant: feed, history, machine, clock.</param>
/// <param name="Environment">Reads an environment variable: what must stand in no row.</param>
/// <param name="FreeBytes">Free bytes of the disk of a folder that exists; null: the system does not say. <see cref="DiskSpace.Free"/> in a process.</param>
/// <param name="Alerts">Looks at the channels of a plan's alerts.</param>
public sealed record HealthPorts(LivePorts Live, Func<string, string?> Environment, Func<string, long?> FreeBytes, AlertLook Alerts);
