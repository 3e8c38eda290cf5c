using Axfl.Engine.State;

namespace Axfl.Configuration.Plan;

/// <summary>The file of a news calendar, as it was read.</summary>
/// <param name="Path">Its path, absolute.</param>
/// <param name="Hash">SHA-256 of its content, lower-case hex.</param>
/// <param name="Content">Its content.</param>
public sealed record CalendarFile(string Path, string Hash, [field: NotState] ReadOnlyMemory<byte> Content);
