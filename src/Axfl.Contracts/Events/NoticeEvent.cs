using System.Globalization;

namespace Axfl.Contracts;

/// <summary>Something that happened to a run and that people should know: a type for each, with its facts and the sentence that says it.</summary>
public abstract record NoticeEvent : RunEvent
{
    /// <summary>How loud it is.</summary>
    public abstract NoticeLevel Level { get; }

    /// <summary>One sentence, or a few.</summary>
    public abstract string Message { get; }

    /// <summary>Text with the numbers of every culture.</summary>
    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time (unix ms) as text.</summary>
    private protected static string At(long time) => EventTime.ToIso(time);
}

/// <summary>How loud a notice is.</summary>
public enum NoticeLevel
{
    /// <summary>Detail, e.g. a gate's refusal.</summary>
    Verbose,

    /// <summary>Information, e.g. what was read.</summary>
    Information,

    /// <summary>Something to look at, e.g. a halt.</summary>
    Warning,
}
