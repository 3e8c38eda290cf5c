using Axfl.Contracts;
using Axfl.Providers.Common;

namespace Axfl.Runs.Live;

/// <summary>Something a live run has to deal with, in the order in which it came.</summary>
internal abstract record LiveSignal;

/// <summary>The feed says something.</summary>
/// <param name="Event">What.</param>
internal sealed record FeedSignal(FeedEvent Event) : LiveSignal;

/// <summary>Time to look at the clock.</summary>
internal sealed record ClockSignal : LiveSignal;

/// <summary>History answered, or will not.</summary>
/// <param name="Answer">The answer.</param>
internal sealed record RepairSignal(RepairAnswer Answer) : LiveSignal;

/// <summary>The feed ended: given up, or with a fault.</summary>
/// <param name="Fault">The fault; null: it has said why.</param>
internal sealed record EndSignal(Exception? Fault) : LiveSignal;

/// <summary>Asked to stop.</summary>
internal sealed record StopSignal : LiveSignal;

/// <summary>What the run says can be shown nowhere.</summary>
/// <param name="Reason">Why.</param>
internal sealed record ConsoleSignal(string Reason) : LiveSignal;

/// <summary>A channel of alerts cannot do its job, or can again.</summary>
/// <param name="Notice">What people should know.</param>
internal sealed record AlertSignal(NoticeEvent Notice) : LiveSignal;
