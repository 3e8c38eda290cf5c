using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>Something that happened to a run: its facts, and the sentence that says it.</summary>
public abstract record RunNotice : NoticeEvent
{
    /// <summary>Text with the numbers of every culture.</summary>
    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time (unix ms) as text.</summary>
    private protected static string At(long time) => EventTime.ToIso(time);
}
